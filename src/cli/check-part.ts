/** What one part of a check found, and what it looked at. */

import type { Problem } from '../problems/problem.ts';
import type { Counted } from '../render/check-report.ts';

export interface CheckedPart {
  readonly problems: readonly Problem[];
  readonly checked: readonly Counted[];
}
