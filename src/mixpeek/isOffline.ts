/** Only a browser that says so is offline; elsewhere the flag does not exist. */
export function isOffline(): boolean {
  return typeof navigator !== 'undefined' && (navigator as { onLine?: boolean }).onLine === false;
}
