/** The result of a comparison over all possible callers. */

import type { CompareReport } from '../analysis/compare-report.ts';
import { compareJson, compareMarkdown, compareText } from '../render/compare-report.ts';
import type { CompareOptions } from './add-compare.ts';
import { saveCompared } from './compare-witnesses.ts';
import { comparisonOutput } from './comparison-output.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { ready } from './ready.ts';

/** A difference is data: the command did what it was asked for. */
export async function reportResult(report: CompareReport, options: CompareOptions): Promise<CommandResult> {
  const saved = options.witnesses === undefined ? ready('') : saveCompared(report, options.witnesses);
  if (!saved.ok) return couldNotRun(saved.notes);
  const output = await comparisonOutput(options, {
    json: () => compareJson(report),
    markdown: () => compareMarkdown(report),
    text: (width, paint) => compareText(report, width, paint),
  });
  return { output, notes: saved.value, outcome: 'fine' };
}
