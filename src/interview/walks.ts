/** What the diagrams of a policy say once answers are put in. */

import { encodeAnswers } from '../callers/encoding.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { Certainty } from '../decision/model.ts';
import { dependsOn } from '../diagram/depends.ts';
import { FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { reachable, type TerminalSet } from '../diagram/walk.ts';
import type { Answers } from '../questionnaire/model.ts';

export interface Walks {
  readonly reached: (root: Node) => TerminalSet;
  readonly certainty: (region: Node) => Certainty;
  /** The variables, as bits, on which at least one of the diagrams still depends. */
  readonly dependsOn: (roots: readonly Node[]) => bigint;
}

/** Walks over compiled diagrams with answers put in. Nothing is built: that would cost more than it saves on one caller. */
export function walksWith({ callers: { encoding, forest } }: CompiledPolicy, answers: Answers): Walks {
  const assignment = encodeAnswers(encoding, answers);
  const reached = (root: Node): TerminalSet => reachable(forest, root, assignment);
  return {
    reached,
    certainty: (region) => certaintyIn(reached(region)),
    dependsOn: (roots) => dependsOn(forest, roots, assignment),
  };
}

/** What is certain, possible or impossible of a statement whose diagram leads to these terminals. */
export function certaintyIn(set: TerminalSet): Certainty {
  if (set === 1 << TRUE) return 'certain';
  return set === 1 << FALSE ? 'no' : 'possible';
}
