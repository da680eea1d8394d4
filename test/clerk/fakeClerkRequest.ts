import { Refused } from './fakeClerkRefusal.js';

/** What a request brings, in its address or its body. Each name may come several times. */
export type Params = Record<string, string[]>;

/** The parts of a path that a route leaves open; null when it is another route. */
export function matchPath(route: string, method: string, path: string): string[] | null {
  const [verb, pattern = ''] = route.split(' ');
  const names = pattern.split('/');
  const parts = path.split('/');
  if (verb !== method || names.length !== parts.length) return null;
  const open: string[] = [];
  for (const [index, name] of names.entries()) {
    if (name.startsWith(':')) open.push(decodeURIComponent(parts[index] ?? ''));
    else if (name !== parts[index]) return null;
  }
  return open;
}

/** One page of rows, as `limit` and `offset` ask; Clerk's own limits for lists. */
export function pageOf(params: Params, rows: readonly object[]) {
  const limit = Number(params['limit']?.[0] ?? 10);
  const offset = Number(params['offset']?.[0] ?? 0);
  if (!(limit >= 1 && limit <= 500))
    throw new Refused({ status: 422, code: 'form_param_value_invalid', meta: { param_name: 'limit' } });
  return { data: rows.slice(offset, offset + limit), total_count: rows.length };
}

export async function paramsOf(request: Request, url: URL): Promise<Params> {
  const body = request.method === 'GET' ? '' : await request.text();
  const params: Params = {};
  for (const [name, value] of [...url.searchParams, ...new URLSearchParams(body)]) {
    const plain = name.replace(/\[\]$/, '');
    // A list may come as one text, its parts between commas: so does a query that holds one.
    const values = name === 'query' || name === 'role' || name === 'status' ? value.split(',') : [value];
    params[plain] = [...(params[plain] ?? []), ...values];
  }
  return params;
}

export function textOf(params: Params, name: string): string {
  const value = params[name]?.[0];
  if (!value) throw new Refused({ status: 422, code: 'form_param_missing', meta: { param_name: name } });
  return value;
}
