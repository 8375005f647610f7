/** The parts of a plain report, before they are text or Markdown. */

export type Block =
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | TableBlock
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

/** Cells of the first `labels` columns stand to the left, the others to the right. */
export interface TableBlock {
  readonly kind: 'table';
  readonly labels: number;
  /** A head may have several lines. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ListItem {
  readonly lead: string;
  /** What nobody may overlook. */
  readonly isLoud?: boolean;
  /** A line without a label goes on under the one before it. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

/** A table whose first column names its rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], labels = 1): TableBlock {
  return { kind: 'table', labels, heads, rows };
}
