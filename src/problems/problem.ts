/** What a reader or a check reports. A problem is a value: nothing here throws or prints. */

/** Where in a file: 1-based line and column, and how many characters the caret covers. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export type Severity = 'error' | 'warning';

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
}

/** Either what was asked for or every reason why not; warnings may come with a value. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

import type { ProblemCode } from './codes.ts';

export type { ProblemCode };
