/** What may be written after `intakeline doctor`. */

import type { Command } from 'commander';
import type { SiteInForce } from '../site/settings.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import {
  type ContentOptions,
  DEFAULT_POLICY,
  date,
  directoryOption,
  formatOption,
  questionnaireOption,
} from './options.ts';

/** The command that settings with faults do not stop. */
export const DOCTOR = 'doctor';

/** What is asked of `doctor`, with the settings of the site. */
export interface DoctorOptions extends ContentOptions {
  readonly policy: string;
  readonly language?: string;
  readonly today?: string;
  readonly format: 'text' | 'json';
  readonly site: SiteInForce;
}

/** Adds `doctor` to the tree. */
export function addDoctor(program: Command, perform: Perform): void {
  program
    .command(DOCTOR)
    .summary('what is in force, from where, and what is wrong')
    .description(
      'Shows every setting with where it comes from, and what is wrong around the program, each with the command that mends it. Nothing is changed, and nothing of a caller is read.',
    )
    .option('--policy <id>', 'policy to decide by', DEFAULT_POLICY)
    .option('--language <code>', 'language of calls')
    .addOption(questionnaireOption())
    .addOption(directoryOption())
    .addOption(formatOption(['json']))
    .option('--today <date>', 'day to judge by, as YYYY-MM-DD (default: today)', date)
    .addHelpText('after', examplesHelp([['doctor', 'what holds here, and what to mend']]))
    .action((_local: unknown, own: Command) =>
      perform(async () => (await import('./doctor.ts')).doctor(own.optsWithGlobals<DoctorOptions>())),
    );
}
