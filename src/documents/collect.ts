/** Gathers everything that is wrong in one document. */

import { PROBLEM_CODES, type ProblemCode } from '../problems/codes.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import type { Document, Path } from './document.ts';

/** What a compile step found: the part of the document, and what to say about it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: Path;
  /** The key of the part is meant, not its value. */
  readonly part?: 'key' | undefined;
  readonly message: string;
  readonly remedy?: string | undefined;
}

/** Takes a finding; compiling goes on. */
export type Report = (finding: Finding) => void;

export interface Collector {
  readonly report: Report;
  readonly problems: readonly Problem[];
  readonly outcome: <T>(value: T) => Outcome<T>;
}

/** A result that may be faulty, with what is wrong with it. */
export interface Draft<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** Starts to gather the findings about a document. */
export function collect(document: Document<unknown>): Collector {
  const problems: Problem[] = [];
  const report: Report = (finding) => problems.push(problemAt(document, finding));
  return { report, problems, outcome: (value) => outcomeOf(value, problems) };
}

/** Turns a finding into a problem with position and excerpt. */
export function problemAt(document: Document<unknown>, finding: Finding): Problem {
  const position = document.at(finding.path, finding.part);
  return {
    code: finding.code,
    severity: PROBLEM_CODES[finding.code].severity,
    file: document.file,
    position,
    message: finding.message,
    remedy: finding.remedy,
    excerpt: document.excerpt(position),
  };
}
