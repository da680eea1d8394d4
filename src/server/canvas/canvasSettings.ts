import { isSecureUrl } from '../../model/isSecureUrl.js';
import { Refusal } from '../answer.js';
import type { ForwardOptions } from '../forward.js';
import { isPrintable } from '../isPrintable.js';
import type { RateLimit } from '../rateLimit.js';
import type { CanvasContext } from './canvasContext.js';

/** All of it may be left out: what is needed is then read from the app's environment variables. */
export interface CanvasFunctionOptions {
  /** The app this function is part of. @default env.USERS_PANEL_APP_ID */
  appId?: string | undefined;
  /**
   * Where the app is, such as `https://my-app.mxp.co`: its own `/_auth/me` is asked there who is calling. Never taken
   * from the request, which could name a place that says what the caller likes.
   * @default env.USERS_PANEL_ORIGINS, parted by commas
   */
  origins?: readonly string[] | undefined;
  /** Over `https:`, since the key is sent there. @default 'https://api.mixpeek.com' */
  baseUrl?: string | undefined;
  /** Whether an admin may give up their own admin role. @default false */
  allowSelfDemotion?: boolean | undefined;
  /** How often one caller may ask, counted in `ctx.kv`. False for no limit. @default 120 a minute */
  rateLimit?: Omit<RateLimit, 'store'> | false | undefined;
  /** How long `ctx.kv` keeps who did what to whom, in seconds; 0 for no record. @default thirty days */
  auditSeconds?: number | undefined;
  /** Told of what the caller is not told. @default console.error, where there is one */
  onError?: ((error: unknown) => unknown) | undefined;
}

export interface CanvasSettings {
  appId: string;
  origins: readonly string[];
  upstream: ForwardOptions;
}

/**
 * What the function needs to know at this request.
 * @throws {Refusal} 500 that names what is not set, never what is
 */
export function readCanvasSettings({ env }: CanvasContext, options: CanvasFunctionOptions): CanvasSettings {
  const appId = options.appId ?? env['USERS_PANEL_APP_ID']?.trim() ?? '';
  const origins = options.origins ?? (env['USERS_PANEL_ORIGINS'] ?? '').split(/[\s,]+/).filter(Boolean);
  const { MIXPEEK_API_KEY: apiKey = '', MIXPEEK_NAMESPACE_ID: namespace = '' } = env;
  const baseUrl = options.baseUrl ?? 'https://api.mixpeek.com';
  const faults = [
    typeof window !== 'undefined' &&
      typeof document !== 'undefined' &&
      'An API key is not for a browser, where everybody could read it.',
    appId === '' && 'Set the environment variable USERS_PANEL_APP_ID to the id of this app.',
    (origins.length === 0 || !origins.every((origin) => ORIGIN.test(origin))) &&
      'Set the environment variable USERS_PANEL_ORIGINS to the addresses of this app, such as https://my-app.mxp.co.',
    !(isPrintable(apiKey) && isPrintable(namespace)) &&
      'MIXPEEK_API_KEY and MIXPEEK_NAMESPACE_ID must be in the environment, without spaces or line ends.',
    !(isSecureUrl(baseUrl) && PLAIN_URL.test(baseUrl)) &&
      'The option baseUrl must be an https URL without query or credentials, since the key is sent there.',
  ];
  const fault = faults.find(Boolean);
  if (fault) throw new Refusal(500, fault);
  const upstream = { apiKey, namespace, baseUrl: baseUrl.replace(/\/+$/, ''), timeoutMs: 15_000, fetch: undefined };
  return { appId, origins, upstream };
}

// Both by hand: a Canvas function is promised no `URL`.
const PLAIN_URL = /^https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#@\\]*)?$/;
const ORIGIN = /^(?:https:\/\/[a-z0-9.-]+|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?$/;
