// Replaced by bundlers; the package itself knows no Node.
declare const process: { env: { NODE_ENV?: string } };

/** Whether the host is being worked on: misuse then throws, with the remedy. */
export function isDevelopment(): boolean {
  try {
    // In a page without a bundler there is no `process`, which counts as production.
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
}
