/** Joins outcomes. */

import type { Outcome, Problem } from './problem.ts';

/** The outcome of a step: its value where none of the problems is an error. */
export function outcomeOf<T>(value: T, problems: readonly Problem[]): Outcome<T> {
  return problems.some((problem) => problem.severity === 'error')
    ? { ok: false, problems }
    : { ok: true, value, problems };
}

/** A failed step. */
export function failed(problems: readonly Problem[]): Outcome<never> {
  return { ok: false, problems };
}
