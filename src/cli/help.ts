/** What stands below the options in a help text. */

import { EXIT_STATUSES, type Outcome, STATUS_MEANINGS } from './outcome.ts';

/** Command lines to copy. */
export function examplesHelp(examples: readonly (readonly [line: string, purpose: string])[]): string {
  const lines = examples.flatMap(([line, purpose]) => [`  $ intakeline ${line}`, `      ${purpose}`]);
  return `\nExamples:\n${lines.join('\n')}`;
}

/** The exit statuses and what they say. */
export function exitStatusHelp(): string {
  const outcomes: readonly Outcome[] = ['fine', 'found-something', 'could-not-run', 'our-fault', 'interrupted'];
  const lines = outcomes.map((outcome) => `  ${String(EXIT_STATUSES[outcome]).padEnd(4)} ${STATUS_MEANINGS[outcome]}`);
  return `\nExit status:\n${lines.join('\n')}`;
}
