/** Rows on a page: what a host wants, where a page can have so many, else the usual number. */
export function pageSizeOf(wanted: number | undefined, usual = 10): number {
  return Number.isInteger(wanted) && (wanted as number) > 0 ? (wanted as number) : usual;
}
