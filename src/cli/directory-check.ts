/** `intakeline directory check`: what is wrong in directories, and what is doubtful. */

import { today } from '../io/clock.ts';
import { PROBLEM_CODES } from '../problems/codes.ts';
import { checkJson } from '../render/check-json.ts';
import { checkText } from '../render/check-report.ts';
import type { CheckDirectoryOptions } from './add-directory.ts';
import { checkDirectory } from './check-directory.ts';
import { directoryPaths } from './load-directory.ts';
import type { CommandResult } from './outcome.ts';

/** Checks each directory apart. Errors are a finding; what is doubtful is said. */
export async function checkDirectories(
  files: readonly string[],
  options: CheckDirectoryOptions,
): Promise<CommandResult> {
  const day = options.today ?? today();
  const reports = [];
  for (const path of await directoryPaths(files, options)) {
    const { problems, ...place } = await checkDirectory(path, day, options);
    reports.push({
      ...place,
      problems: problems.map((problem) => ({ ...problem, title: PROBLEM_CODES[problem.code].title })),
    });
  }
  const hasErrors = reports.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return {
    output:
      options.format === 'json'
        ? { kind: 'json', content: checkJson(reports) }
        : { kind: 'text', content: checkText(reports) },
    notes: '',
    outcome: hasErrors ? 'found-something' : 'fine',
  };
}
