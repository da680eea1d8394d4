import { faultsOf, readContract, type Operation } from './contractDocument.js';

const contract = readContract();

/** A message that the contract does not allow. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  constructor(
    message: string,
    /** Only the form of a text is at fault (an address that is none): the server may be asked, but has to refuse. */
    readonly formatOnly = false,
  ) {
    super(message);
  }
}

export interface RequestMessage {
  method: string;
  /** Absolute or from the root; whatever stands before `/v1/apps/` is ignored. */
  url: string;
  /** The JSON of the body; undefined or null when there is none. */
  body?: unknown;
  /** Checked where there is a body and it is given. */
  contentType?: string | null;
}

export interface ResponseMessage {
  /** Method and URL of the request. */
  method: string;
  url: string;
  status: number;
  contentType?: string | null;
  /** The body's JSON; its text when it is no JSON; undefined or null when there is none. */
  body?: unknown;
}

/** The operation that a request means. Throws `ContractError` when the contract has none. */
export function operationOf(method: string, url: string): Operation {
  const { pathname, search } = new URL(url, 'http://localhost');
  if (search)
    throw new ContractError(`${method} ${url}: the contract names no query parameter, but there is ${search}.`);
  const root = pathname.indexOf('/v1/apps/');
  const path = root === -1 ? pathname : pathname.slice(root);
  // A concrete path comes before one with parameters.
  const fitting = contract.filter(({ pattern }) => pattern.test(path));
  const [nearest] = fitting.toSorted((a, b) => a.parameters - b.parameters);
  const operation = nearest?.operations.find((one) => one.method === method.toUpperCase());
  if (!operation) throw new ContractError(`${method} ${url}: the contract has no such operation.`);
  return operation;
}

/** Throws `ContractError` unless the contract allows the request. Fields it does not name are not allowed. */
export function validateRequest({ method, url, body, contentType }: RequestMessage): Operation {
  const operation = operationOf(method, url);
  const say = (what: string) => `${operation.operationId} (${method} ${url}), request: ${what}`;
  const empty = body === undefined || body === null;
  if (!operation.request) {
    if (empty) return operation;
    throw new ContractError(say(`the contract has no body here, but there is ${JSON.stringify(body)}.`));
  }
  if (empty) throw new ContractError(say('the body is missing.'));
  if (contentType !== undefined && !isJson(contentType)) {
    throw new ContractError(say(`the content-type should be application/json, but is ${contentType}.`));
  }
  if (operation.request(body)) return operation;
  const { errors } = operation.request;
  const formatOnly = errors?.every(({ keyword }) => keyword === 'format') ?? false;
  throw new ContractError(say(`${faultsOf(errors)} in ${JSON.stringify(body)}`), formatOnly);
}

/** Throws `ContractError` unless the contract allows the answer. Fields it does not name are allowed. */
export function validateResponse({ method, url, status, contentType, body }: ResponseMessage): void {
  const operation = operationOf(method, url);
  const say = (what: string) => `${operation.operationId} (${method} ${url}), answer ${status}: ${what}`;
  const { responses } = operation;
  const key = [String(status), `${String(status)[0]}XX`, 'default'].find((name) => responses.has(name));
  if (key === undefined) throw new ContractError(say('the contract has no such status.'));
  const judge = responses.get(key);
  if (!judge) return;
  if (key === 'default') {
    if (status < 400) throw new ContractError(say('neither documented nor a refusal.'));
    // "Or a body that is not JSON": a gateway may answer for Mixpeek.
    if (!isJson(contentType)) return;
  } else if (!isJson(contentType)) {
    throw new ContractError(say(`the content-type should be application/json, but is ${contentType ?? 'missing'}.`));
  }
  if (!judge(body)) throw new ContractError(say(`${faultsOf(judge.errors)} in ${JSON.stringify(body)}`));
  const envelope = body as { status?: unknown };
  if (key === 'default' && envelope.status !== undefined && envelope.status !== status) {
    throw new ContractError(say(`the envelope says status ${JSON.stringify(envelope.status)}.`));
  }
}

function isJson(contentType: string | null | undefined): boolean {
  return contentType?.startsWith('application/json') ?? false;
}
