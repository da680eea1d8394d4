import { Refusal } from './answer.js';

/** Origins that are remembered as reported. Beyond it nothing more is: a flood of made-up ones must not fill a log. */
const MAX_REPORTED = 100;

/**
 * Creates the CSRF check for writes. Browsers name the source of a request in `Sec-Fetch-Site` and `Origin`, which no page
 * can set; other clients send neither, and no cookies of a visitor. `Sec-Fetch-Site: same-origin` is enough: the browser
 * compares the page with the URL that it requested, and a proxy may replace `Host` after that. Without it, `Origin` must be
 * the origin of this handler. Forwarded-host headers are ignored. Each refused origin is reported once, because the cause
 * may be a proxy of the operator.
 */
export function createOriginCheck(allowedOrigins: ReadonlySet<string>): (request: Request) => void {
  const isNew = createFirstTimeCheck();
  /** @throws {Refusal} 403 */
  return (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const origin = request.headers.get('origin');
    if (origin !== null && allowedOrigins.has(origin)) return;
    const site = request.headers.get('sec-fetch-site');
    // A page in a sandboxed frame says "null", whatever site it is of.
    if (site === 'same-origin' && origin !== 'null') return;
    if ((site === null || site === 'none') && (origin === null || isOwnOrigin(origin, request))) return;
    const from = describeOrigin(origin, site);
    throw new Refusal(403, `This request comes from a page of another origin. ${REMEDY}`, {
      isOperators: isNew(from),
      cause: new Error(
        `A write was refused since ${from} is another origin than this handler's, which is asked at ` +
          `${new URL(request.url).origin} with Host: ${describe(request.headers.get('host'))}. ${REMEDY}`,
      ),
    });
  };
}

const REMEDY =
  'If that page is yours, list its origin in allowedOrigins, or let the proxy in between pass on the Host it was asked for ' +
  '(nginx: proxy_set_header Host $host; Vite: changeOrigin: false).';

/** Makes the function that says whether a text is new to it. */
export function createFirstTimeCheck(): (text: string) => boolean {
  const known = new Set<string>();
  return (text) => {
    if (known.has(text) || known.size >= MAX_REPORTED) return false;
    known.add(text);
    return true;
  };
}

function isOwnOrigin(origin: string, request: Request): boolean {
  if (origin === new URL(request.url).origin) return true;
  // Behind a proxy that ends TLS the URL is an inner one, and only `Host` still names the site.
  const host = request.headers.get('host')?.toLowerCase();
  return host !== undefined && origin === `https://${host}`;
}

/** Where a refused request comes from, as a log may have it. */
export function describeOrigin(origin: string | null, site: string | null): string {
  return origin === null ? `a page that the browser calls ${describe(site)}` : describe(origin);
}

/** A header's value for a log. */
function describe(value: string | null): string {
  return value === null ? 'none' : value.replace(/[^\x21-\x7e]/g, '?').slice(0, 200);
}
