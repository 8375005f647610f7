/** The order of most lists in a report. */

/** Puts what concerns more rows first; a stable sort keeps the order of equal ones. */
export function byRows(a: { readonly rows: number }, b: { readonly rows: number }): number {
  return b.rows - a.rows;
}
