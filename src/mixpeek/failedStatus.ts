/**
 * Whether a body that came with a 2xx is a failure all the same, and with which status. Clerk's errors state none: 200
 * stands for them, so that their codes decide. Sources: `ErrorEnvelope`, Clerk's `errors`.
 */
export function failedStatus(body: unknown): number | null {
  const { success, status, errors } = (body ?? {}) as Record<string, unknown>;
  if (success === false) {
    // One that states none, or a success, is no answer to what was asked.
    return typeof status === 'number' && status >= 400 && status < 600 ? status : 502;
  }
  return Array.isArray(errors) && errors.some(hasCode) ? 200 : null;
}

function hasCode(entry: unknown): boolean {
  return typeof (entry as { code?: unknown } | null)?.code === 'string';
}
