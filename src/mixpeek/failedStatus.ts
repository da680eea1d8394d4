/** Whether a body that came with a 2xx is a failure all the same, and with which status. Source: `ErrorEnvelope`. */
export function failedStatus(body: unknown): number | null {
  const { success, status } = (body ?? {}) as Record<string, unknown>;
  if (success !== false) return null;
  // One that states none, or a success, is no answer to what was asked.
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 502;
}
