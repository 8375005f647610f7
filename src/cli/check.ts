/** `intakeline check`: everything that is wrong in a questionnaire's folder, or in one answers file. */

import { installedPath, shownPath } from '../io/installed.ts';
import { kindOfPath } from '../io/list-files.ts';
import { readFileText } from '../io/read-file.ts';
import { fileProblem } from '../problems/file-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { type CheckReport, checkJson, checkText } from '../render/check-report.ts';
import { renderProblems } from '../render/problems.ts';
import { checkFolder } from './check-folder.ts';
import type { CheckOptions } from './commands.ts';
import { loadContent } from './content.ts';
import { contentFiles } from './content-files.ts';
import { decideCaller } from './decide-caller.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

/** Checks a folder (the shipped questionnaire where none is named) or an answers file. */
export async function check(path: string | undefined, options: CheckOptions): Promise<CommandResult> {
  const place = path ?? shippedFolder();
  const kind = kindOfPath(place);
  if (kind === 'missing') return couldNotRun(renderProblems([fileProblem(shownPath(place), { kind: 'missing' })]));
  const report = kind === 'file' ? await checkAnswers(place) : await checkFolder(place);
  const hasErrors = report.problems.some(({ severity }) => severity === 'error');
  return {
    output:
      options.format === 'json'
        ? { kind: 'json', content: checkJson(report) }
        : { kind: 'text', content: checkText(report) },
    notes: '',
    outcome: hasErrors ? 'found-something' : 'fine',
  };
}

function shippedFolder(): string {
  return installedPath('questionnaires', 'adult-intake');
}

/** An answers file is checked against the shipped questionnaire. */
async function checkAnswers(path: string): Promise<CheckReport> {
  const file = shownPath(path);
  const report = (problems: readonly Problem[]): CheckReport => ({
    place: file,
    problems,
    checked: [{ what: 'answers file', count: 1 }],
  });
  const content = await loadContent({ folder: shippedFolder() }, contentFiles());
  if (!content.ok) return report(content.problems);
  const read = readFileText(path);
  if (!read.ok) return report([fileProblem(file, read.fault)]);
  const { readAnswers } = await import('../questionnaire/read-answers.ts');
  const document = await readAnswers(file, read.text, content.value.questionnaire);
  if (!document.ok) return report(document.problems);
  const [policy] = content.value.policies;
  return report(
    policy === undefined
      ? []
      : decideCaller(document.value, content.value, { policy, place: shownPath(shippedFolder()) }).problems,
  );
}
