/** Conditions as the program uses them: closed, typed, every operator spelled out. */

/** The value of a fact: an option id, `yes`/`no`, a derived value or text; a number; the options named of a `choices` question. */
export type FactValue = string | number | readonly string[];

/** What a condition may ask of a fact, and so which tests fit it. */
export type FactKind =
  | { readonly kind: 'values'; readonly values: readonly string[] } // yes-no, choice, derived fact
  | { readonly kind: 'options'; readonly options: readonly string[] } // choices
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'unreadable' }; // text, date, phone: no condition may read it

export type Condition =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] } // `always` is all of nothing
  | { readonly kind: 'sum'; readonly terms: readonly Term[]; readonly atLeast: number; readonly atMost: number }
  | { readonly kind: 'is'; readonly id: string; readonly values: readonly string[] }
  | { readonly kind: 'names'; readonly id: string; readonly options: readonly string[]; readonly every: boolean }
  | { readonly kind: 'names-none'; readonly id: string }
  | { readonly kind: 'within'; readonly id: string; readonly from: number; readonly to: number };

/** A summand: its points count where its condition holds. `count` is a sum of ones. Points are whole and not negative. */
export interface Term {
  readonly points: number;
  readonly when: Condition;
}

/** The condition that every caller meets. */
export const ALWAYS: Condition = { kind: 'all', of: [] };
