/** Whether a body that came with a 2xx is a failure all the same, and with which status. Source: `ErrorEnvelope`. */
export function failedStatus(body: unknown): number | null {
  const { success, status, error } = (body ?? {}) as Record<string, unknown>;
  const type = (error as { type?: unknown } | null | undefined)?.type;
  const failed = success === false && typeof type === 'string';
  return failed && typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}
