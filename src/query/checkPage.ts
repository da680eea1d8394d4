import { isDevelopment } from '../context/isDevelopment.js';
import { UsersError } from '../model/errors.js';

/**
 * Validates a page that a data provider returned: one without types may return anything, and what cannot be rendered must
 * not crash the host's page. Defaults: `total` is the number of rows, `unreadable` 0, `nextCursor` null.
 * @throws {UsersError} `invalid_response`
 */
export function checkPage<Page extends { total: number; unreadable: number; nextCursor: string | null }>(
  method: string,
  list: string,
  id: string,
  page: Page,
): Page {
  const given = (page ?? {}) as Partial<Page>;
  const rows: unknown = given[list as keyof Page];
  if (Array.isArray(rows) && rows.every((row) => typeof (row as Record<string, unknown> | null)?.[id] === 'string')) {
    const { total = rows.length, unreadable = 0, nextCursor = null } = given;
    return { ...page, total, unreadable, nextCursor };
  }
  const remedy = isDevelopment ? `: it must give { ${list}, total, unreadable, nextCursor }, each row with ${id}` : '';
  throw new UsersError('invalid_response', `${method} of the data provider gave no page${remedy}.`);
}
