import { Refusal } from './answer.js';

/**
 * Refuses a write that another site's page makes with the visitor's cookies. Browsers say where a request comes from in
 * two headers that no page can set; other clients send neither and carry no cookies of a visitor. Forwarded-host headers
 * are not believed.
 * @throws {Refusal} 403
 */
export function refuseCrossSite(request: Request, allowedOrigins: ReadonlySet<string>): void {
  if (request.method === 'GET') return;
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.has(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  const isForeignSite = site !== null && site !== 'same-origin' && site !== 'none';
  if (isForeignSite || (origin !== null && !isOwnOrigin(origin, request, site))) {
    throw new Refusal(
      403,
      'This request comes from a page of another origin. If that page is yours, list its origin in allowedOrigins.',
    );
  }
}

function isOwnOrigin(origin: string, request: Request, site: string | null): boolean {
  const own = new URL(request.url);
  if (origin === own.origin) return true;
  // Behind a proxy that ends TLS the URL is an inner one, and only `Host` still names the site.
  const host = request.headers.get('host')?.toLowerCase();
  if (host === undefined) return false;
  // Frameworks may write a name of their own into the URL: Next.js says `localhost` whatever was asked for. Without TLS
  // the browser has to say itself that the page is this origin's, as it does on this machine.
  return origin === `https://${host}` || (site === 'same-origin' && origin === `http://${host}`);
}
