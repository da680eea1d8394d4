import { inviteBody, roleBody } from '../mixpeek/wireBodies.js';
import { Refusal } from './answer.js';
import type { UsersAction } from './route.js';

/** The longest body taken, in bytes: a hundred times what an honest one needs. */
export const MAX_BYTES = 16 * 1024;

/** A checked body: the fields of the contract, nothing else. */
export interface ActionBody {
  email_address?: string | undefined;
  role?: string | undefined;
}

export function takesBody(action: UsersAction): action is 'inviteMember' | 'updateMemberRole' {
  return action === 'inviteMember' || action === 'updateMemberRole';
}

/**
 * The body of an action, checked with the schemas of the client: unknown fields are dropped.
 * @throws {Refusal} 422, naming the field
 */
export function checkBody(action: 'inviteMember' | 'updateMemberRole', data: unknown): ActionBody {
  const schema = action === 'inviteMember' ? inviteBody : roleBody;
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw invalidBody(
    result.error.issues.map(({ code, path, message }) => ({
      type: code,
      location: ['body', ...path.map(String)],
      message,
    })),
  );
}

export function invalidBody(errors: { type: string; location: string[]; message: string }[]): Refusal {
  return new Refusal(422, 'The body is not valid.', { details: { validation_errors: errors } });
}

export function tooLarge(): Refusal {
  return new Refusal(413, `The body is larger than ${MAX_BYTES} bytes.`);
}
