/** `intakeline compare --caller`: policies side by side on one caller's answers. */

import { compareCaller as compareFor } from '../analysis/compare-caller.ts';
import { compileTogether } from '../analysis/compile-together.ts';
import { contradictions } from '../decision/decide.ts';
import { contradictionProblem } from '../questionnaire/compile-answers.ts';
import { callerJson, callerMarkdown, callerText } from '../render/compare-caller.ts';
import { renderProblems } from '../render/problems.ts';
import type { CompareOptions } from './add-compare.ts';
import { answersFor } from './answers-for.ts';
import { beyondBudget } from './beyond-budget.ts';
import type { ComparedContent } from './compared-content.ts';
import { comparisonOutput } from './comparison-output.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

/** Compares the policies on an answers file. */
export async function compareCaller(
  { content, policies }: ComparedContent,
  options: CompareOptions,
): Promise<CommandResult> {
  const caller = await answersFor(options.caller ?? '-', content.questionnaire);
  if (!caller.ok) return couldNotRun(renderProblems(caller.problems));
  const { answers, document } = caller.value;
  const { disagreements } = content.sources;
  const compiled = compileTogether(content.questionnaire, policies, { others: disagreements.map(({ when }) => when) });
  if (!compiled.ok) return couldNotRun(beyondBudget(compiled.policy, compiled.over));
  const all = [...compiled.value.policies.values()];
  const impossible = all.slice(0, 1).flatMap((one) => contradictions(one, answers));
  if (impossible.length > 0)
    return couldNotRun(renderProblems(impossible.map((id) => contradictionProblem(document, id))));
  const report = compareFor(all, answers, disagreements);
  const output = await comparisonOutput(options, {
    json: () => callerJson(report),
    markdown: () => callerMarkdown(report),
    text: (width, paint) => callerText(report, width, paint),
  });
  return { output, notes: '', outcome: 'fine' };
}
