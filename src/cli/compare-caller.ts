/** `intakeline compare --caller`: policies side by side on one caller's answers. */

import { compareCaller as compareFor } from '../analysis/compare-caller.ts';
import { compileTogether } from '../analysis/compile-together.ts';
import { contradictions } from '../decision/decide.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { contradictionProblem } from '../questionnaire/compile-answers.ts';
import { callerJson, callerMarkdown, callerText } from '../render/compare-caller.ts';
import { renderProblems } from '../render/problems.ts';
import type { CompareOptions } from './add-compare.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import { beyondBudget } from './beyond-budget.ts';
import type { ComparedContent } from './compared-content.ts';
import { comparisonOutput } from './comparison-output.ts';
import { answersIn } from './decide-caller.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

/** Compares the policies on an answers file. */
export async function compareCaller(
  { content, policies }: ComparedContent,
  options: CompareOptions,
): Promise<CommandResult> {
  const path = options.caller ?? '-';
  const file = answersPlace(path);
  const read = await readAnswersText(path);
  if (!read.ok) return couldNotRun(renderProblems([fileProblem(file, read.fault)]));
  const { readAnswers } = await import('../questionnaire/read-answers.ts');
  const document = await readAnswers(file, read.text, content.questionnaire);
  if (!document.ok) return couldNotRun(renderProblems(document.problems));
  const answers = answersIn(document.value, content.questionnaire);
  if (!answers.ok) return couldNotRun(renderProblems(answers.problems));
  const { disagreements } = content.sources;
  const compiled = compileTogether(content.questionnaire, policies, { others: disagreements.map(({ when }) => when) });
  if (!compiled.ok) return couldNotRun(beyondBudget(compiled.policy, compiled.over));
  const all = [...compiled.value.policies.values()];
  const impossible = all.slice(0, 1).flatMap((one) => contradictions(one, answers.value));
  if (impossible.length > 0)
    return couldNotRun(renderProblems(impossible.map((id) => contradictionProblem(document.value, id))));
  const report = compareFor(all, answers.value, disagreements);
  const output = await comparisonOutput(options, {
    json: () => callerJson(report),
    markdown: () => callerMarkdown(report),
    text: (width, paint) => callerText(report, width, paint),
  });
  return { output, notes: '', outcome: 'fine' };
}
