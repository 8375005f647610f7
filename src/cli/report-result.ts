/** The result of a comparison over all possible callers. */

import type { CompareReport } from '../analysis/compare-report.ts';
import { compareJson, compareMarkdown, compareText } from '../render/compare-report.ts';
import type { CompareOptions } from './add-compare.ts';
import { comparisonOutput } from './comparison-output.ts';
import type { CommandResult } from './outcome.ts';

/** A difference is data: the command did what it was asked for. */
export async function reportResult(report: CompareReport, options: CompareOptions): Promise<CommandResult> {
  const output = await comparisonOutput(options, {
    json: () => compareJson(report),
    markdown: () => compareMarkdown(report),
    text: (width, paint) => compareText(report, width, paint),
  });
  return { output, notes: '', outcome: 'fine' };
}
