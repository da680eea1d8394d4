/*
 * English, and the type of every catalogue. Data only: `{name}` is a placeholder, an object with `other` is a plural
 * chosen by `{count}`. Sentences about failures follow one order: what happened, what is safe, what to do.
 */
export const en = {
  /** BCP 47: formats dates, numbers, lists and plurals, and sets the direction. */
  locale: 'en',
  panel: {
    title: 'Users',
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
    range: '{from}–{to} of {total}',
    previous: 'Previous page',
    next: 'Next page',
    cancel: 'Cancel',
    /** Follows the sentence of a failure that nobody foresaw. */
    requestId: 'Request id: {requestId}',
  },
  roles: {
    admin: { label: 'Admin', description: 'Can invite people, change roles and remove members.' },
    member: { label: 'Member', description: 'Can use the app.' },
  },
  members: {
    title: 'Members',
    person: 'Person',
    role: 'Role',
    joined: 'Joined',
    actions: 'Actions',
    you: 'You',
    managed: 'Managed',
    unknownJoined: 'Not known',
    search: 'Search members',
    searchPlaceholder: 'Name or e-mail',
    clearSearch: 'Clear search',
    filterRole: 'Filter by role',
    allRoles: 'All roles',
    sortBy: 'Sort by {column}',
    loading: 'Loading members…',
    empty: 'Nobody is here yet',
    emptyHint: 'Invite the first person with their e-mail address.',
    noMatch: 'Nobody matches “{query}”',
    noMatchRole: 'Nobody has this role',
    noMatchHint: 'Look for fewer letters, or clear the search and the filter.',
    clear: 'Clear search and filter',
    found: { one: '{count} member found', other: '{count} members found' },
    pages: 'Pages of the member list',
    incomplete:
      'Only {shown} of {total} members could be loaded. Search and sorting cover those, and whoever is missing keeps access.',
    unreadable: {
      one: '{count} member could not be read and is not shown.',
      other: '{count} members could not be read and are not shown.',
    },
  },
  roleSelect: {
    label: 'Role of {name}',
    unknown: 'This role is not known here. It stays until you choose another.',
    saving: 'Saving the role of {name}…',
  },
  refusals: {
    read_only: 'Only an admin can do this.',
    managed: 'This membership is managed by a directory. Change it there.',
    last_admin: 'The only admin cannot be removed or made a member. Make someone else an admin first.',
    self: 'You cannot remove yourself.',
  },
  remove: {
    action: 'Remove {name}',
    title: 'Remove {name}?',
    body: '{name} loses access to this app at once. To let them back in, you would invite them again.',
    confirm: 'Remove',
    busy: 'Removing…',
  },
  demoteSelf: {
    title: 'Give up your admin role?',
    body: 'You will no longer be able to manage users here. Another admin would have to give the role back to you.',
    confirm: 'Give up admin role',
    busy: 'Changing…',
  },
  invite: {
    title: 'Invite people',
    emails: 'E-mail addresses',
    hint: 'One address, or a pasted list. A line may name a role: ada@example.com, admin',
    /** Read out with the field when there are addresses in it. */
    keysHint: 'Arrow keys move between the addresses. Enter edits one, Delete removes it.',
    placeholder: 'name@example.com',
    role: 'Role',
    roleLabel: 'Role of the people you invite',
    send: 'Send invitation',
    sendMany: { one: 'Send {count} invitation', other: 'Send {count} invitations' },
    busy: 'Sending…',
    addresses: 'Addresses to invite',
    editAddress: 'Edit {email}',
    removeAddress: 'Remove {email}',
    suggestion: 'Did you mean {email}?',
    sendAgain: 'Send again',
    sendAgainTo: 'Send again to {email}',
    count: { one: '{count} address', other: '{count} addresses' },
    toSend: { one: '{count} to send', other: '{count} to send' },
    /** Ends a long list of addresses, and shows the rest. */
    more: { one: 'and {count} more', other: 'and {count} more' },
    removeSettled: { one: 'Remove the one that needs nothing', other: 'Remove the {count} that need nothing' },
    clearAll: 'Clear all',
    missing: 'Type an e-mail address first.',
    nothingToSend: 'No address in the field can be sent as it is.',
    progress: '{sent} of {count} sent',
    pause: { one: 'Waiting {count} second as the server asked', other: 'Waiting {count} seconds as the server asked' },
    stop: 'Stop',
    stopping: 'Stopping…',
    retryFailed: 'Retry failed',
    checkAgain: 'Check again',
    checking: 'Checking…',
    /** Where an address stands; read after the address itself. */
    status: {
      new: 'new',
      member: 'already a member ({role})',
      memberUnknown: 'already a member',
      invited: 'already invited',
      repeated: 'repeated',
      invalid: 'not an e-mail address',
      waiting: 'waiting',
      sending: 'sending',
      resending: 'sending again',
      failed: 'not sent',
      failedWith: 'not sent: {reason}',
      notAgain: 'already invited, not sent again',
      unknown: 'perhaps sent',
    },
    /** Why an address was not sent, in a word or two, beside it. The sentence stands below the field. */
    reasons: {
      unauthenticated: 'session ended',
      forbidden: 'not allowed',
      limit_reached: 'limit reached',
      rate_limited: 'too many requests',
      offline: 'offline',
    },
    unknown: {
      one: 'It is not known whether {count} invitation was sent. It is not sent again before the lists have been checked.',
      other:
        'It is not known whether {count} invitations were sent. They are not sent again before the lists have been checked.',
    },
    stillUnknown: {
      one: 'The lists do not show it yet, and may be behind. Check again in {count} second.',
      other: 'The lists do not show it yet, and may be behind. Check again in {count} seconds.',
    },
    checkFailed: 'The lists could not be read. Nothing was sent. Check again in a moment.',
    keptFailed: {
      one: '{count} invitation was not sent. The address is still in the field.',
      other: '{count} invitations were not sent. The addresses are still in the field.',
    },
  },
  invitations: {
    title: 'Pending invitations',
    email: 'E-mail',
    role: 'Role',
    invited: 'Invited',
    actions: 'Actions',
    unknownInvited: 'Not known',
    expires: 'Expires {when}',
    status: { pending: 'Pending', accepted: 'Accepted', revoked: 'Revoked', expired: 'Expired' },
    loading: 'Loading invitations…',
    empty: 'No invitations are waiting for an answer.',
    pages: 'Pages of the invitation list',
    incomplete: 'Only {shown} of {total} invitations could be loaded.',
    unreadable: {
      one: '{count} invitation could not be read and is not shown.',
      other: '{count} invitations could not be read and are not shown.',
    },
    revoke: 'Revoke the invitation of {email}',
    revokeTitle: 'Revoke the invitation of {email}?',
    revokeBody: 'The link in the e-mail stops working. You can invite the address again at any time.',
    revokeConfirm: 'Revoke',
    revokeBusy: 'Revoking…',
  },
  notices: {
    invited: '{email} was invited.',
    invitedMany: { one: '{count} invitation was sent.', other: '{count} invitations were sent.' },
    roleChanged: '{name} is now {role}.',
    removed: '{name} was removed.',
    alreadyRemoved: '{name} was already gone.',
    revoked: 'The invitation of {email} was revoked.',
    alreadyRevoked: 'The invitation of {email} was no longer pending.',
    enabled: 'User management is on.',
    inviteAgain: 'Invite again',
    changeBack: 'Change back',
    notInvited: '{email} was not invited.',
    accessLost: 'Your role was changed. You can look at this list, and no longer change it.',
  },
  states: {
    signedOut: 'Sign in to see who may use this app',
    signedOutHint: 'Your session has ended, or you have not signed in yet.',
    signIn: 'Sign in',
    noAccess: 'You have no access to this list',
    noAccessHint: 'Ask an admin of this app to add you.',
    notEnabled: 'User management is off for this app',
    notEnabledHint: 'Turn it on to invite people and give them roles.',
    turnOn: 'Turn on user management',
    turningOn: 'Turning on…',
    notFound: 'This app was not found',
    notFoundHint: 'It may have been deleted, or the address of this page may be wrong.',
    failed: 'The list could not be loaded',
    refetchFailed: 'The list could not be refreshed. What you see may be out of date.',
  },
  /** One sentence for each error code, and what to do about it. */
  errors: {
    unauthenticated: 'Your session has ended. Sign in again to go on.',
    forbidden: 'You are not allowed to do this. Ask an admin of this app.',
    not_enabled: 'User management is off for this app.',
    not_found: 'This app was not found.',
    member_not_found: 'This person is no longer a member.',
    invitation_not_found: 'This invitation no longer exists.',
    invitation_not_pending: 'This invitation is no longer pending.',
    already_member: 'This person is already a member.',
    already_invited: 'This address has already been invited.',
    invalid_email: 'The server does not accept this as an e-mail address.',
    email_not_allowed: 'This address may not be invited to this app.',
    last_admin: 'An app needs at least one admin. Make someone else an admin first.',
    limit_reached: 'The member limit of this app is reached. Remove someone, revoke an invitation, or raise the limit.',
    limit_reached_at:
      'The limit of {limit} members is reached. Remove someone, revoke an invitation, or raise the limit.',
    managed_elsewhere: 'This membership is managed by a directory. Change it there.',
    rate_limited: 'There were too many requests. Wait a moment and try again.',
    rate_limited_for: {
      one: 'There were too many requests. Try again in {count} second.',
      other: 'There were too many requests. Try again in {count} seconds.',
    },
    timeout: 'The server took too long to answer.',
    offline: 'You are offline. Try again when you are connected.',
    network: 'The server could not be reached. Check your connection.',
    server_error: 'The server failed. Try again in a moment.',
    invalid_response: 'The server answered something that could not be understood.',
    invalid_input: 'The request was refused because something in it is not valid.',
    uncertain: 'It is not known whether this was done. Look at the list before you try again.',
  },
} as const;

/** Forms of one phrase by plural category of the locale; `other` is always there. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

type Shape<T> = T extends string ? string : T extends { other: string } ? Plural : { [Key in keyof T]: Shape<T[Key]> };

/** A whole catalogue of one language. */
export type Messages = Shape<typeof en>;

type Partially<T> = T extends string | Plural ? T : { [Key in keyof T]?: Partially<T[Key]> };

/** A catalogue in which anything may be missing: it is laid over English, or over the catalogue it comes with. */
export type PartialMessages = Partially<Messages>;
