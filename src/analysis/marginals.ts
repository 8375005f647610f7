/** How often each answer is given, as the program uses it. Answers are independent of each other: see docs/interview.md. */

/** What shares are counted in: a share of 0.25 is 250,000 of these. */
export const WHOLE = 1_000_000;

/** Numbers from one to another, each as likely as the next, with the share of all of them together. */
export interface RangeShare {
  readonly from: number;
  readonly to: number;
  readonly parts: number;
}

/** Shares in millionths, of those to whom the question is put. */
export type Shares =
  | { readonly kind: 'values'; readonly parts: ReadonlyMap<string, number> } // every answer, WHOLE together
  | { readonly kind: 'options'; readonly parts: ReadonlyMap<string, number> } // every option, each apart from the others
  | { readonly kind: 'number'; readonly ranges: readonly RangeShare[] }; // WHOLE together

export interface Marginal {
  readonly shares: Shares;
  /** The source of the figures; undefined where they are assumed. */
  readonly source: string | undefined;
}

export interface Marginals {
  readonly title: string;
  /** Whom the shares describe, and whom not. */
  readonly about: string;
  /** What is taken of the questions that are not named. */
  readonly others: 'baseline' | 'uniform';
  readonly questions: ReadonlyMap<string, Marginal>;
}
