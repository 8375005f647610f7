/** Faults in a text, by offset, before anything knows lines and columns. */

import type { ProblemCode } from '../problems/codes.ts';

export interface TextFault {
  readonly code: ProblemCode;
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly remedy: string | undefined;
}
