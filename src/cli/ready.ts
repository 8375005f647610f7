/** What a command needs before it can begin, or the words that say why it cannot. */

import type { Outcome } from '../problems/problem.ts';
import { renderProblems } from '../render/problems.ts';

export type Ready<T> = { readonly ok: true; readonly value: T } | NotReady;

export interface NotReady {
  readonly ok: false;
  /** For standard error. */
  readonly notes: string;
}

export function ready<T>(value: T): Ready<T> {
  return { ok: true, value };
}

export function notReady(notes: string): NotReady {
  return { ok: false, notes };
}

/** An outcome whose problems are put into words. */
export function readyFrom<T>(outcome: Outcome<T>): Ready<T> {
  return outcome.ok ? ready(outcome.value) : notReady(renderProblems(outcome.problems));
}
