/** How likely answers are taken to be in a comparison. */

import type { Measure } from '../analysis/compare-policies.ts';
import type { MeasureReport } from '../analysis/compare-report.ts';
import { weightsFor } from '../analysis/marginal-weights.ts';
import type { Callers } from '../callers/callers.ts';
import { uniformWeights } from '../callers/share.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { renderProblems } from '../render/problems.ts';
import type { Content } from './content.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';

export interface Measured {
  readonly measures: readonly Measure[];
  /** What the report calls them, in the same order. */
  readonly titles: readonly MeasureReport[];
}

const ALL_ANSWERS: MeasureReport = { id: 'all-answers', title: 'every answer equally likely' };

/** Every answer alike, and where a file of marginals is named, as often as it says. */
export async function measuresFor(
  callers: Callers,
  content: Content,
  file: string | undefined,
): Promise<Ready<Measured>> {
  const uniform = { weights: uniformWeights(callers) };
  if (file === undefined) return ready({ measures: [uniform], titles: [ALL_ANSWERS] });
  const read = readyFrom(await content.marginals(file));
  if (!read.ok) return read;
  if (read.value === undefined) return notReady(renderProblems([fileProblem(file, { kind: 'missing' })]));
  const marginals = read.value.value;
  return ready({
    measures: [uniform, { weights: weightsFor(callers, marginals) }],
    titles: [ALL_ANSWERS, { id: 'marginals', title: marginals.title }],
  });
}
