/** A compiled policy with one caller's known answers put in: what every part of a decision is read from. */

import { encodeAnswers } from '../callers/encoding.ts';
import { createForest, FALSE, type Forest, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, restricter, supporter } from '../diagram/walk.ts';
import type { Answers } from '../questionnaire/model.ts';
import type { CompiledPolicy } from './compile.ts';
import type { Certainty } from './model.ts';

export interface KnownCaller {
  readonly compiled: CompiledPolicy;
  readonly known: Assignment;
  /** Where restricted diagrams live; gone with the caller. */
  readonly forest: Forest;
  /** A compiled diagram with the known answers put in: a node of `forest`. */
  readonly left: (root: Node) => Node;
  /** What is certain, possible or impossible of a yes/no statement. */
  readonly certainty: (region: Node) => Certainty;
  /** Ids of the unanswered questions on which diagrams still depend, in script order. */
  readonly waitsFor: (...roots: readonly Node[]) => readonly string[];
}

/** Puts a caller's answers into a compiled policy. */
export function knownCaller(compiled: CompiledPolicy, answers: Answers): KnownCaller {
  return knownAs(compiled, encodeAnswers(compiled.callers.encoding, answers));
}

/** Puts answers that are values of variables already into a compiled policy. */
export function knownAs(compiled: CompiledPolicy, known: Assignment): KnownCaller {
  const { encoding, questionnaire } = compiled.callers;
  const forest = createForest(encoding.widths);
  const left = restricter(compiled.callers.forest, forest, known);
  const support = supporter(forest);
  const bits = questionnaire.questions.map(({ id }) => ({
    id,
    bits: (encoding.ofQuestion.get(id) ?? []).reduce((all, variable) => all | (1n << BigInt(variable)), 0n),
  }));
  return {
    compiled,
    known,
    forest,
    left,
    certainty: (region) => certaintyOf(left(region)),
    waitsFor: (...roots) => {
      const tested = roots.reduce((all, root) => all | support(left(root)), 0n);
      return tested === 0n ? [] : bits.filter((one) => (one.bits & tested) !== 0n).map((one) => one.id);
    },
  };
}

/** What is certain, possible or impossible of a statement in which the known answers have been put. */
export function certaintyOf(left: Node): Certainty {
  if (left === TRUE) return 'certain';
  return left === FALSE ? 'no' : 'possible';
}
