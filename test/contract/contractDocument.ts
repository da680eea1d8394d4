import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

/** An operation of the contract, and how to judge its messages. */
export interface Operation {
  operationId: string;
  method: string;
  /** Undefined where the operation takes no body. */
  request: ValidateFunction | undefined;
  /** By status, status class (`2XX`) or `default`: the judge of a JSON body, or null where any body will do. */
  responses: Map<string, ValidateFunction | null>;
}

/** A path of the contract, and the pattern that paths of requests fit. */
export interface ContractPath {
  pattern: RegExp;
  parameters: number;
  operations: Operation[];
}

interface Content {
  content?: unknown;
}
interface OperationObject {
  operationId: string;
  requestBody?: Content;
  responses: Record<string, Content & { $ref?: string }>;
}
interface OpenApi {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, { required?: string[] }>; responses: Record<string, Content> };
}

const METHODS = ['get', 'post', 'patch', 'put', 'delete'];
const JSON_SCHEMA = ['content', 'application/json', 'schema'];

/** Reads the contract beside this file. */
export function readContract(): ContractPath[] {
  const text = readFileSync(new URL('mixpeek-users.openapi.yaml', import.meta.url), 'utf8');
  const document = parse(text) as OpenApi;
  tightenRefusals(document);
  const closed = structuredClone(document);
  for (const item of Object.values(closed.paths)) {
    for (const method of METHODS) closeObjects(item[method]?.requestBody);
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // The stock format knows ASCII alone, but addresses in other scripts are addresses to those who issue the contract.
  ajv.addFormat('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/u);
  ajv.addSchema(document, 'answers');
  ajv.addSchema(closed, 'requests');
  const compile = (side: 'answers' | 'requests', pointer: string[]): ValidateFunction =>
    ajv.compile({ $ref: `${side}#/${pointer.map(escapePointer).join('/')}` });

  function readResponse(at: string[], response: Content & { $ref?: string }): ValidateFunction | null {
    const name = response.$ref?.replace('#/components/responses/', '');
    const place = name === undefined ? at : ['components', 'responses', name];
    const content = name === undefined ? response.content : document.components.responses[name]?.content;
    return content === undefined ? null : compile('answers', [...place, ...JSON_SCHEMA]);
  }

  function readOperation(path: string, method: string, operation: OperationObject): Operation {
    const at = ['paths', path, method];
    const responses = Object.entries(operation.responses).map(
      ([status, response]) => [status, readResponse([...at, 'responses', status], response)] as const,
    );
    return {
      operationId: operation.operationId,
      method: method.toUpperCase(),
      request: operation.requestBody && compile('requests', [...at, 'requestBody', ...JSON_SCHEMA]),
      responses: new Map(responses),
    };
  }

  return Object.entries(document.paths).map(([path, item]) => ({
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    parameters: path.split('{').length - 1,
    operations: METHODS.flatMap((method) => (item[method] ? readOperation(path, method, item[method]) : [])),
  }));
}

/**
 * The contract gives two of the three forms of a refusal no required field, so that any object would pass for them. Each
 * form is known by one field: it is required here.
 */
function tightenRefusals({ components: { schemas } }: OpenApi): void {
  Object.assign(schemas['FastApiError'] ?? {}, { required: ['detail'] });
  Object.assign(schemas['ClerkErrors'] ?? {}, { required: ['errors'] });
}

/** Requests are closed: a field that the contract does not name is a mistake of the client. Answers stay open. */
function closeObjects(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('properties' in node) Object.assign(node, { additionalProperties: false });
  for (const child of Object.values(node)) closeObjects(child);
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** What a validator found, in words. */
export function faultsOf(errors: readonly ErrorObject[] | null | undefined): string {
  const faults = (errors ?? []).map(({ instancePath, message = '', params }) => {
    const field = (params as { additionalProperty?: string }).additionalProperty;
    return `${instancePath || 'the body'} ${message}${field === undefined ? '' : ` (${field})`}`;
  });
  return faults.join('; ');
}
