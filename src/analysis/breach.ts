/** How a property is broken, to be told. */

import type { Witness } from '../callers/witness.ts';
import type { Verdict } from '../decision/evaluate.ts';

/** One caller, and what a policy makes of them. */
export interface Judged {
  readonly caller: Witness;
  readonly policy: string;
  readonly verdict: Verdict;
}

export type Breach =
  /** A caller whose result is not as it must be. */
  | { readonly kind: 'result'; readonly witness: Judged }
  /** A caller, and another one who gave another answer to the question (and its follow-ups) and nothing else. */
  | { readonly kind: 'pair'; readonly question: string; readonly witness: Judged; readonly other: Judged }
  /** A caller of whom two policies say different things. */
  | { readonly kind: 'policies'; readonly witness: Judged; readonly other: Judged }
  /** A caller who is asked `earlier` before the question. */
  | { readonly kind: 'order'; readonly question: string; readonly earlier: string; readonly caller: Witness }
  /** A caller who is not asked the question because of the answer to another one. */
  | { readonly kind: 'gate'; readonly question: string; readonly gate: string; readonly caller: Witness }
  /** Something written down that changes no caller's result. */
  | { readonly kind: 'idle'; readonly what: string };

/** The caller who shows a breach; undefined where it is that there is none. */
export function witnessOf(breach: Breach): Witness | undefined {
  if (breach.kind === 'idle') return undefined;
  return 'caller' in breach ? breach.caller : breach.witness.caller;
}
