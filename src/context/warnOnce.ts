const warned = new Set<string>();

/** Warns a developer on the console, once per page for each kind. For code behind `isDevelopment`. */
export function warnOnce(message: string, kind: string = message): void {
  if (warned.has(kind)) return;
  warned.add(kind);
  console.warn(`[users-panel] ${message}`);
}
