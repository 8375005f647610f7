/** A table that somebody else wrote, read whole. */

export type SourceRow =
  /** As many cells as the table has columns. */
  | { readonly kind: 'row'; readonly where: string; readonly cells: readonly string[] }
  | { readonly kind: 'unreadable'; readonly where: string; readonly message: string };

export interface SourceTable {
  readonly names: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** The readable rows as maps from column to cell without outer blanks; empty cells are left out. */
export function rowMaps({ names, rows }: SourceTable): readonly Readonly<Record<string, string>>[] {
  return rows.flatMap((row) => {
    if (row.kind === 'unreadable') return [];
    const cells = names.flatMap((name, index) => {
      const cell = (row.cells[index] ?? '').trim();
      return cell === '' ? [] : [[name, cell] as const];
    });
    return [Object.fromEntries(cells)];
  });
}
