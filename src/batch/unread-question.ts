/** A question that a mapping could answer, and what the header lacks for it. */

import type { ColumnNames } from './mapping.ts';

export interface UnreadQuestion {
  readonly question: string;
  /** The columns that are missing where others that it needs are there; none where the header has none of them. */
  readonly absent: readonly ColumnNames[];
}

/** What is missing, in words: of names of which any would do, all are said. */
export function needText({ question, absent }: UnreadQuestion): string {
  const columns = absent.map((names) => names.map((name) => `\`${name}\``).join(' or '));
  return `\`${question}\` needs ${columns.join(' and ')}, which the header lacks`;
}
