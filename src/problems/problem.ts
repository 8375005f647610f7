/** What a reader or a check reports. A problem is a value: nothing here throws or prints. */

/** Where in a file: 1-based line and column, and how many characters the caret covers. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export type Severity = 'error' | 'warning';

/** A caller who shows a finding. Made up by the program: nobody's answers. */
export interface WitnessCaller {
  readonly questionnaire: string;
  /** An answer to every question that applies, in script order. */
  readonly answers: Readonly<Record<string, string | number | readonly string[]>>;
  /** The questions whose answers are not those of an unremarkable caller, in script order. */
  readonly differing: readonly string[];
  /** What a worked caller leaves unknown: questions, and options as `question.option`. */
  readonly unsure?: readonly string[];
  readonly declined?: readonly string[];
  readonly not_asked?: readonly string[];
  /** The disposition with which the counselor ended a worked caller's call. */
  readonly ended?: string;
  /** The policy under which it is to be looked at, where the finding is about one. */
  readonly policy?: string;
}

/**
 * One thing that is wrong in a file.
 * `message` is one lowercase clause without a full stop, author's text in backticks; `remedy` says what to do.
 * Neither ever holds a caller's answer.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string;
  readonly position: Position | undefined;
  readonly message: string;
  readonly remedy: string | undefined;
  /** The lines around the position with a caret, already masked where the file holds answers. */
  readonly excerpt: string | undefined;
  /** The caller with the fewest unusual answers for whom it matters, where there is one. */
  readonly witness?: WitnessCaller;
}

/** Either what was asked for or every reason why not; warnings may come with a value. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

import type { ProblemCode } from './codes.ts';

export type { ProblemCode };
