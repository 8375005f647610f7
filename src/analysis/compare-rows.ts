/** What several policies say of the rows of an export, counted: plain JSON. */

import type { Policy } from '../policy/model.ts';
import type { PolicyReport } from './compare-report.ts';

/** Rows of which one policy says one thing and another the other; words as `rowWord` has them. */
export interface RowCell {
  readonly before: string;
  readonly after: string;
  readonly rows: number;
}

export interface RowPair {
  readonly before: string;
  readonly after: string;
  readonly differ: number;
  readonly cells: readonly RowCell[];
}

export interface RowComparison {
  readonly questionnaire: string;
  readonly policies: readonly PolicyReport[];
  readonly records: { readonly scored: number; readonly rejected: number };
  /** Rows of whose level not all policies say the same; first steps and supports are not compared. */
  readonly differ: number;
  readonly pairs: readonly RowPair[];
  /** Files that were saved. */
  readonly saved: { readonly rows: string | null; readonly rejects: string | null; readonly problems: string | null };
}

/** Adds up the counted rows, pair by pair; the commonest first. */
export function rowComparison(
  policies: readonly Policy[],
  counts: ReadonlyMap<string, number>,
  about: Pick<RowComparison, 'questionnaire' | 'records' | 'saved'>,
): RowComparison {
  const kinds = [...counts].map(([key, rows]) => ({ words: key.split('\t'), rows }));
  const pairs = policies.flatMap((before, left) =>
    policies.slice(left + 1).map((after, place) => {
      const cells = cellsOf(kinds.map(({ words, rows }) => [words[left] ?? '', words[left + 1 + place] ?? '', rows]));
      return { before: before.id, after: after.id, differ: sum(cells.filter(isApart)), cells };
    }),
  );
  return {
    questionnaire: about.questionnaire,
    policies: policies.map(({ id, version, title }) => ({ name: id, id, version, title })),
    records: about.records,
    differ: sum(kinds.filter(({ words }) => new Set(words).size > 1)),
    pairs,
    saved: about.saved,
  };
}

function cellsOf(rows: readonly (readonly [before: string, after: string, rows: number])[]): readonly RowCell[] {
  const found = new Map<string, RowCell>();
  for (const [before, after, count] of rows) {
    const key = `${before}\t${after}`;
    found.set(key, { before, after, rows: (found.get(key)?.rows ?? 0) + count });
  }
  return [...found.values()].sort((left, right) => right.rows - left.rows || (left.before < right.before ? -1 : 1));
}

function isApart({ before, after }: RowCell): boolean {
  return before !== after;
}

function sum(counted: readonly { readonly rows: number }[]): number {
  return counted.reduce((total, { rows }) => total + rows, 0);
}
