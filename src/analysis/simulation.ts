/** What thousands of drawn callers' calls were like: plain JSON for a renderer. */

import type { Share } from './share-of.ts';

/** Of a number that every call has. */
export interface Spread {
  readonly mean: number;
  readonly median: number;
  /** 95 of 100 calls have no more. */
  readonly most: number;
  readonly worst: number;
}

/** Calls of one way to ask. */
export interface Ways {
  readonly questions: Spread;
  readonly minutes: Spread;
}

export interface SimulatedResult {
  /** A level's id, `silent`, `no-level/` and a disposition, or `open` where answers that nobody gives leave more than one. */
  readonly result: string;
  readonly name: string;
  readonly callers: number;
  readonly fixed: number;
  readonly brief: number;
  /** Mean number of questions, in script order, after which level and first steps were certain. */
  readonly settledAfter: number;
}

/** A caller whose brief call came to something else than the whole one. None is expected: it would be a fault of this program. */
export interface Difference {
  readonly caller: number;
  /** An answers file. */
  readonly answers: string;
}

export interface Simulation {
  readonly questionnaire: string;
  readonly policy: string;
  readonly callers: number;
  readonly seed: number;
  readonly marginals: {
    readonly title: string;
    readonly about: string;
    readonly others: 'baseline' | 'uniform';
    /** Questions that the marginals do not name, and to which `others` applies. */
    readonly unnamed: readonly string[];
  };
  readonly fixed: Ways;
  readonly brief: Ways;
  /** Share of the calls in which the brief one asked less. */
  readonly shorter: Share;
  readonly settled: {
    /** Share of the calls in which level and first steps were certain before the last question. */
    readonly early: Share;
    readonly after: Spread;
  };
  readonly results: readonly SimulatedResult[];
  /** The questions that brief calls leave out most, with the share of the whole calls that ask them in which they do. */
  readonly leftOut: readonly { readonly question: string; readonly calls: number; readonly share: Share }[];
  /** The most telling question first, for the first of the callers; `brief` is of the same callers. */
  readonly bestFirst: {
    readonly callers: number;
    readonly questions: Spread;
    readonly settledAfter: Spread;
    readonly brief: Spread;
    readonly briefSettledAfter: Spread;
  };
  readonly differences: { readonly count: number; readonly shown: readonly Difference[] };
}
