import { isObject, type FieldFault, type Match, type Read } from './contract.js';
import { typeOf, type Refusal } from './refusals.js';

/** An answer before it becomes a `Response`. */
export interface Answer {
  status: number;
  /** Becomes JSON. */
  body?: unknown;
  /** Sent instead of JSON. */
  html?: string;
  headers?: Record<string, string>;
}

/** A request that is turned down on the way to the store. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** A refusal of Mixpeek's own, of the type its status has. */
export function refusalWith(status: number, message: string, fields?: readonly FieldFault[]): Refusal {
  return { status, type: typeOf(status), message, fields };
}

/** What a body asks for. Throws `Refused` (422) when it asks wrongly. */
export function accepted<T>(read: Read<T>): T {
  if ('value' in read) return read.value;
  throw new Refused(refusalWith(422, 'The request body does not fit the operation', read.faults));
}

/** The JSON object of a body. Throws `Refused`: 400 when it is no JSON, 422 when it is no object or not sent as JSON. */
export function readJson(contentType: string | null, text: string): Record<string, unknown> {
  const body = parseBody(text);
  if (body === text) throw new Refused(refusalWith(400, 'The request body is not valid JSON'));
  const json = contentType?.includes('application/json') ?? false;
  if (json && isObject(body)) return body;
  const message = json ? 'Input should be a JSON object' : 'Input should have the content-type application/json';
  throw new Refused(refusalWith(422, message, [{ type: 'model_attributes_type', location: ['body'], message }]));
}

/** The JSON in a text, the text itself when it is none, null when it is empty. */
export function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Why a path and method lead nowhere. */
export function misrouted(method: string, path: string, match: Match): Refusal {
  if (match && 'allow' in match) {
    const allow = match.allow.join(', ');
    return { ...refusalWith(405, `${method} is not allowed here; ${allow} is`), headers: { allow } };
  }
  if (match && 'undecodable' in match) return refusalWith(400, `${match.undecodable} is not a valid part of a path`);
  return refusalWith(404, `Nothing answers to ${path}`);
}

export function toResponse({ status, body, html, headers = {} }: Answer): Response {
  if (html !== undefined) return new Response(html, { status, headers: { 'content-type': 'text/html', ...headers } });
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}
