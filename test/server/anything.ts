import * as fc from 'fast-check';

/** Ids and pieces of paths, honest ones and others. */
const piece = fc.oneof(
  fc.constantFrom(
    'app_1',
    'user_1',
    'invitations',
    'invite',
    'users',
    'role',
    '..',
    '.',
    '%2e%2e',
    '%2F',
    '%00',
    '%0d%0a',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
);
const encoded = piece.map((text) => {
  try {
    return encodeURIComponent(text);
  } catch {
    return 'lone';
  }
});
const raw = piece.map((text) => text.replace(/[#?]/g, ''));
const plain = fc.stringMatching(/^[\w:.-]{1,40}$/);
const id = fc.oneof(
  { weight: 5, arbitrary: plain.map(encodeURIComponent) },
  { weight: 3, arbitrary: encoded },
  { weight: 1, arbitrary: raw },
);

const shape = fc.constantFrom<[method: string, path: string]>(
  ['GET', '/v1/apps/:id/users'],
  ['GET', '/v1/apps/:id/users/invitations'],
  ['POST', '/v1/apps/:id/users/invite'],
  ['PATCH', '/v1/apps/:id/users/:id/role'],
  ['DELETE', '/v1/apps/:id/users/:id'],
  ['DELETE', '/v1/apps/:id/users/invitations/:id'],
);

/** The six operations, with any ids, and sometimes another method. */
const honest = fc
  .tuple(shape, id, id, fc.option(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'), { freq: 5 }))
  .map(([[method, path], first, second, other]) => {
    const ids = [first, second];
    return { method: other ?? method, path: path.replaceAll(':id', () => ids.shift() ?? '') };
  });

/** Any path at all. */
const stray = fc
  .tuple(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'), fc.array(id, { maxLength: 7 }), fc.boolean())
  .map(([method, parts, isOurs]) => ({ method, path: `${isOurs ? '/v1/apps/' : '/'}${parts.join('/')}` }));

const text = fc.oneof(fc.string(), fc.constantFrom('org:admin', 'bob@example.com', 'a@b.co\r\nBcc: c@d.co'));
export const anyBody = fc.oneof(
  fc.record({ email_address: text, role: text, notify: fc.boolean(), user_id: text }, { requiredKeys: [] }),
  fc.record({ email_address: fc.constant('bob@example.com'), role: fc.constantFrom('org:admin', 'org:member') }),
  fc.jsonValue(),
);

/** A method and a path, as somebody might send them. */
export const anyCall = fc.oneof({ weight: 3, arbitrary: honest }, { weight: 1, arbitrary: stray });

const TEMPLATES: readonly [method: string, path: RegExp][] = [
  ['GET', /^\/v1\/apps\/([^/]+)\/users$/],
  ['GET', /^\/v1\/apps\/([^/]+)\/users\/invitations$/],
  ['POST', /^\/v1\/apps\/([^/]+)\/users\/invite$/],
  ['PATCH', /^\/v1\/apps\/([^/]+)\/users\/([^/]+)\/role$/],
  ['DELETE', /^\/v1\/apps\/([^/]+)\/users\/(?!(?:invite|invitations)$)([^/]+)$/],
  ['DELETE', /^\/v1\/apps\/([^/]+)\/users\/invitations\/([^/]+)$/],
];

/** What is wrong with a request that reached Mixpeek; null when it is one of the six operations with encoded ids. */
export function faultOf(method: string, url: string, body: unknown): string | null {
  const base = 'https://api.mixpeek.com';
  const path = url.slice(base.length);
  const match = TEMPLATES.filter(([verb]) => verb === method)
    .map(([, pattern]) => pattern.exec(path))
    .find(Boolean);
  if (!url.startsWith(`${base}/`) || !match) return `${method} ${url} is none of the six`;
  const ids = match.slice(1);
  if (ids.some((one) => encodeURIComponent(decodeURIComponent(one)) !== one)) return `${url} holds an id as it came`;
  if (ids.some((one) => one === '.' || one === '..')) return `${url} climbs`;
  if (new URL(url).href !== url) return `${url} is another URL once it is parsed`;
  const fields = Object.keys(body ?? {});
  return fields.every((field) => field === 'email_address' || field === 'role')
    ? null
    : `unknown fields: ${fields.join()}`;
}
