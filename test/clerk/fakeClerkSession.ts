import type { Member } from '../../src/model/member.js';

/* What Clerk's Frontend API tells of who is signed in: the environment, the client and its session. */

const NOW = () => Date.now();
const HOUR = 3_600_000;

/** A token that can be read, though nobody would trust its signature. */
function token(userId: string, sessionId: string): string {
  const seconds = Math.floor(NOW() / 1000);
  const claims = {
    sub: userId,
    sid: sessionId,
    iat: seconds - 1,
    nbf: seconds - 11,
    exp: seconds + 60,
    iss: 'https://fake',
  };
  const part = (value: object) =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${part({ alg: 'RS256', typ: 'JWT', kid: 'ins_fake' })}.${part(claims)}.c2lnbmF0dXJl`;
}

export const tokenRow = (userId: string) => ({ object: 'token', jwt: token(userId, SESSION_ID) });

export const SESSION_ID = 'sess_fake';

/** The person who is looking, with their memberships as they stood when this was last asked. */
export interface FakePerson {
  member: Pick<Member, 'userId' | 'email' | 'name' | 'avatarUrl'>;
  memberships: object[];
  organizationId: string;
}

function userRow({ member, memberships }: FakePerson) {
  const [first = '', ...rest] = member.name?.split(' ') ?? [];
  return {
    object: 'user',
    id: member.userId,
    first_name: first || null,
    last_name: rest.join(' ') || null,
    username: null,
    image_url: member.avatarUrl ?? '',
    has_image: member.avatarUrl !== null,
    primary_email_address_id: 'idn_1',
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: [
      {
        object: 'email_address',
        id: 'idn_1',
        email_address: member.email ?? 'nobody@example.com',
        reserved: false,
        verification: { status: 'verified', strategy: 'email_code', attempts: null, expire_at: null },
        linked_to: [],
      },
    ],
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    enterprise_accounts: [],
    saml_accounts: [],
    passkeys: [],
    organization_memberships: memberships,
    password_enabled: true,
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: false,
    delete_self_enabled: true,
    create_organization_enabled: true,
    public_metadata: {},
    unsafe_metadata: {},
    last_sign_in_at: NOW(),
    created_at: NOW() - HOUR,
    updated_at: NOW(),
  };
}

export function sessionRow(person: FakePerson) {
  const user = userRow(person);
  return {
    object: 'session',
    id: SESSION_ID,
    status: 'active',
    expire_at: NOW() + 24 * HOUR,
    abandon_at: NOW() + 48 * HOUR,
    last_active_at: NOW(),
    last_active_organization_id: person.organizationId,
    actor: null,
    tasks: null,
    factor_verification_age: [0, -1],
    user,
    public_user_data: {
      user_id: user.id,
      identifier: person.member.email ?? '',
      first_name: user.first_name,
      last_name: user.last_name,
      image_url: user.image_url,
      has_image: user.has_image,
    },
    last_active_token: tokenRow(user.id),
    created_at: NOW() - HOUR,
    updated_at: NOW(),
  };
}

/** The client: its one session, or none when nobody is signed in. */
export function clientRow(person: FakePerson | null) {
  return {
    object: 'client',
    id: 'client_fake',
    sessions: person ? [sessionRow(person)] : [],
    sign_in: null,
    sign_up: null,
    last_active_session_id: person ? SESSION_ID : null,
    last_authentication_strategy: null,
    cookie_expires_at: null,
    captcha_bypass: true,
    created_at: NOW() - HOUR,
    updated_at: NOW(),
  };
}

/** How the instance is set up: organizations on, everything else as little as the SDK bears. */
export function environmentRow() {
  return {
    object: 'environment',
    id: 'env_fake',
    auth_config: {
      object: 'auth_config',
      id: 'aconf_fake',
      single_session_mode: true,
      claimed_at: null,
      reverification: true,
    },
    display_config: {
      object: 'display_config',
      id: 'display_fake',
      instance_environment_type: 'development',
      application_name: 'Fake',
      theme: { buttons: {}, general: {}, accounts: {} },
      preferred_sign_in_strategy: 'password',
      logo_image_url: '',
      favicon_image_url: '',
      home_url: '/',
      sign_in_url: '/sign-in',
      sign_up_url: '/sign-up',
      user_profile_url: '/user',
      after_sign_in_url: '/',
      after_sign_up_url: '/',
      after_sign_out_one_url: '/',
      after_sign_out_all_url: '/',
      after_switch_session_url: '/',
      organization_profile_url: '/organization',
      create_organization_url: '/create-organization',
      after_leave_organization_url: '/',
      after_create_organization_url: '/',
      branded: false,
      clerk_js_version: '5',
      captcha_public_key: null,
      captcha_widget_type: null,
      captcha_provider: 'turnstile',
      captcha_oauth_bypass: [],
      experimental_force_oauth_first: false,
      google_one_tap_client_id: null,
      show_devmode_warning: false,
    },
    user_settings: {
      attributes: {},
      actions: { delete_self: true, create_organization: true },
      social: {},
      saml: { enabled: false },
      enterprise_sso: { enabled: false },
      sign_in: { second_factor: { required: false } },
      sign_up: { captcha_enabled: false, progressive: true, mode: 'public', legal_consent_enabled: false },
      password_settings: {},
      username_settings: {},
      passkey_settings: {},
    },
    organization_settings: {
      enabled: true,
      max_allowed_memberships: 0,
      force_organization_selection: false,
      actions: { admin_delete: true },
      domains: { enabled: true, enrollment_modes: ['automatic_suggestion'], default_role: 'org:member' },
    },
    commerce_settings: { billing: { user: { enabled: false }, organization: { enabled: false } } },
    api_keys_settings: { enabled: false },
    maintenance_mode: false,
  };
}
