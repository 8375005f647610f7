/** Gathers everything that is wrong in one document. */

import { PROBLEM_CODES, type ProblemCode } from '../problems/codes.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem, WitnessCaller } from '../problems/problem.ts';
import { writtenIn } from './composed.ts';
import type { Document, Path } from './document.ts';
import { isSound } from './flaws.ts';

/** What a compile step found: the part of the document, and what to say about it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: Path;
  /** The key of the part is meant, not its value. */
  readonly part?: 'key' | undefined;
  readonly message: string;
  readonly remedy?: string | undefined;
  /** The caller who shows it. */
  readonly witness?: WitnessCaller | undefined;
  /** The other parts that the finding goes by: where one did not fit the schema, nothing can be said. */
  readonly relies?: readonly Path[] | undefined;
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
  const report: Report = (finding) => {
    if (isGrounded(finding, document)) problems.push(problemAt(document, finding));
  };
  // Invariant: a draft is for finding faults only, and its own have been reported.
  const outcome = <T>(value: T): Outcome<T> =>
    document.flaws.length > 0 ? failed(problems) : outcomeOf(value, problems);
  return { report, problems, outcome };
}

/** Whether a finding goes by what somebody wrote, and not by what stands in for it. */
function isGrounded({ path, relies = [] }: Finding, document: Document<unknown>): boolean {
  return document.flaws.length === 0 || [path, ...relies].every((part) => isSound(document, part));
}

/** Turns a finding into a problem with position and excerpt. */
export function problemAt(document: Document<unknown>, finding: Finding): Problem {
  const written = writtenIn(document, finding.path);
  const position = written.document.at(written.at, finding.part);
  return {
    code: finding.code,
    severity: PROBLEM_CODES[finding.code].severity,
    file: written.document.file,
    position,
    message: finding.message,
    remedy: finding.remedy,
    excerpt: written.document.excerpt(position),
    ...(finding.witness && { witness: finding.witness }),
  };
}
