import { Refused } from '../fakeClerkRefusal.js';

export type Fields = Record<string, unknown>;

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The fields of a body: known ones only, and all that are needed, as Clerk has it. */
export function checkFields(value: unknown, known: readonly string[], needed: readonly string[]): Fields {
  if (!isObject(value)) throw new Refused({ status: 400, code: 'request_body_invalid' });
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) throw refusal('form_param_unknown', name);
  }
  for (const name of needed) {
    if (value[name] === undefined) throw refusal('form_param_missing', name);
  }
  return value;
}

/** Clerk's merge of metadata: objects deeply, a null takes its key away, anything else replaces. */
export function deepMerge(old: Fields, change: Fields): Fields {
  const merged = { ...old };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = isObject(value) ? deepMerge(isObject(merged[key]) ? merged[key] : {}, value) : value;
  }
  return merged;
}

/** Rows sorted by a field of theirs, as `order_by` names it. */
export function orderRows<Row extends object>(rows: readonly Row[], orderBy: string): Row[] {
  const found = /^([+-]?)(created_at|email_address|first_name|last_name|phone_number|username)$/.exec(orderBy);
  if (!found) throw refusal('form_param_value_invalid', 'order_by');
  const [, sign, name = ''] = found;
  const valueOf = (row: Row) => {
    const { public_user_data: person, ...own } = row as Fields;
    const value = own[name] ?? (person as Fields | undefined)?.[name === 'email_address' ? 'identifier' : name] ?? 0;
    return value as string | number;
  };
  return rows.toSorted((a, b) => {
    const order = valueOf(a) < valueOf(b) ? -1 : Number(valueOf(a) > valueOf(b));
    return sign === '-' ? -order : order;
  });
}

function refusal(code: string, name: string): Refused {
  return new Refused({ status: 422, code, meta: { param_name: name } });
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
