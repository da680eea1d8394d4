import { ContractError, validateRequest, validateResponse } from './validate.js';

type Serve = (request: Request) => Promise<Response>;

export interface WatchOptions {
  /** Requests that leave the contract on purpose: neither they nor their answers are judged. */
  exceptRequest?: (request: Request) => boolean;
  /** Answers that leave the contract on purpose (a malformed fault). */
  exceptResponse?: (response: Response, request: Request) => boolean;
}

/** A server under watch. */
export interface Watched {
  (request: Request): Promise<Response>;
  /** All that left the contract so far. */
  readonly violations: readonly ContractError[];
  /** How many requests and answers have been judged. */
  readonly judged: { requests: number; responses: number };
  /** Throws when anything left the contract. To be called after each test, for a client may swallow a rejection. */
  verify(): void;
}

/**
 * Holds every request to a server, and every answer of it, to the contract. What leaves it rejects with a
 * `ContractError`, and is kept for `verify`. A request whose only fault is the form of a text (an address that is none)
 * goes through, but must be refused.
 */
export function watch(serve: Serve, { exceptRequest, exceptResponse }: WatchOptions = {}): Watched {
  const violations: ContractError[] = [];
  const judged = { requests: 0, responses: 0 };

  function reject(error: ContractError): never {
    violations.push(error);
    throw error;
  }

  async function watched(request: Request): Promise<Response> {
    if (exceptRequest?.(request)) return serve(request);
    const { method, url } = request;
    const body = await read(request.clone());
    const contentType = request.headers.get('content-type');
    judged.requests += 1;
    const fault = judge(() => validateRequest({ method, url, body, contentType }));
    if (fault && !fault.formatOnly) reject(fault);
    const response = await serve(request);
    if (fault && response.ok) reject(fault);
    if (exceptResponse?.(response, request)) return response;
    judged.responses += 1;
    const answer = {
      method,
      url,
      status: response.status,
      contentType: response.headers.get('content-type'),
      body: await read(response.clone()),
    };
    const answerFault = judge(() => validateResponse(answer));
    if (answerFault) reject(answerFault);
    return response;
  }

  return Object.assign(watched, {
    violations,
    judged,
    verify() {
      if (violations.length === 0) return;
      throw new Error(`${violations.length} left the contract:\n${violations.map((one) => one.message).join('\n')}`);
    },
  });
}

function judge(validate: () => unknown): ContractError | undefined {
  try {
    validate();
    return undefined;
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
}

/** The JSON of a body, its text when it is no JSON, undefined when it is empty. */
async function read(message: Request | Response): Promise<unknown> {
  const text = await message.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
