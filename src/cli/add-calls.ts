/** What may be written after `intakeline calls`. */

import { type Command, Option } from 'commander';
import { HAND_OFF_OUTCOMES, HAND_OFF_WAYS, type HandOffOutcome, type HandOffWay } from '../questionnaire/hand-off.ts';
import { addCallOptions, type CallOptions } from './add-interview.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import {
  addDocumentOptions,
  addSummaryOptions,
  type ContentOptions,
  date,
  days,
  directoryOption,
  formatOption,
  outPath,
  questionnaireOption,
  shownText,
} from './options.ts';

export interface ListOptions extends Pick<ContentOptions, 'questionnaire' | 'site'> {
  readonly format: 'text' | 'json';
}

export interface HandOffOptions extends ContentOptions {
  readonly policy?: string;
  readonly program: string;
  readonly outcome: HandOffOutcome;
  readonly how: HandOffWay;
  readonly acceptedBy?: string;
  readonly appointment?: string;
  readonly note?: string;
}

export interface ExportOptions {
  readonly questionnaire?: string;
  readonly identifying?: true;
  readonly out?: string;
}

export interface EraseOptions {
  readonly all?: true;
  readonly olderThan?: number;
  readonly yes?: true;
}

/** Where the calls of the shown, exported and erased kind come from. */
export type ShowOptions = CallOptions & ContentOptions;

const WHERE = `
Calls are kept in $XDG_STATE_HOME/intakeline, or in ~/.local/state/intakeline,
readable by you only. They hold what callers said: how long to keep them is for
your service to decide.`;

/** Adds `calls` and what can be done with them to the tree. */
export function addCalls(program: Command, perform: Perform): void {
  const calls = program
    .command('calls')
    .summary('list, show, resume, export or erase saved calls')
    .description('Lists, shows, resumes, exports or erases saved calls, and records hand-offs.')
    .addHelpText('after', WHERE)
    .addHelpText(
      'after',
      examplesHelp([
        ['calls list', 'every saved call and where it stands'],
        ['calls show 1122-7k3f', 'the referral summary of a call'],
        ['calls export > calls.csv', 'one row a call, for statistics'],
        ['calls erase --older-than 30', 'after asking, erase what is older than 30 days'],
      ]),
    );
  for (const add of [addList, addShow, addResume, addHandOff, addExport, addErase]) add(calls, perform);
}

function addList(calls: Command, perform: Perform): void {
  calls
    .command('list')
    .summary('every saved call and where it stands')
    .description(
      'Lists the saved calls, the latest first, with where each stands. Of what a caller said, it shows only that there was an emergency.',
    )
    .addOption(questionnaireOption())
    .addOption(formatOption(['json']))
    .action((_local: unknown, own: Command) =>
      perform(async () => (await import('./calls-list.ts')).listCalls(own.optsWithGlobals<ListOptions>())),
    );
}

function addShow(calls: Command, perform: Perform): void {
  const command = calls
    .command('show')
    .summary('the referral summary of a saved call')
    .description('Prints the referral summary of a saved call.')
    .argument('<id>', 'the call, as `calls list` names it')
    .option('--policy <id>', 'another policy than the one by which the call was taken')
    .option('--language <code>', 'another language than that of the call')
    .addOption(questionnaireOption())
    .addOption(directoryOption())
    .addOption(formatOption(['json', 'markdown', 'html', 'fhir', 'answers']));
  addDocumentOptions(addSummaryOptions(command, 'that of the call')).action(
    (id: string, _local: unknown, own: Command) =>
      perform(async () => (await import('./calls-show.ts')).showCall(id, own.optsWithGlobals<ShowOptions>())),
  );
}

function addResume(calls: Command, perform: Perform): void {
  const command = calls
    .command('resume')
    .summary('go on with a saved call')
    .description('Goes on with a saved call; the same as `intakeline interview --resume`.')
    .argument('<id>', 'the call, as `calls list` names it')
    .option('--policy <id>', 'another policy than the one by which the call was taken');
  addCallOptions(command).action((id: string, _local: unknown, own: Command) =>
    perform(async () =>
      (await import('./interview.ts')).interview({ ...own.optsWithGlobals<CallOptions>(), resume: id }),
    ),
  );
}

function addHandOff(calls: Command, perform: Perform): void {
  calls
    .command('hand-off')
    .summary('record which program took a caller')
    .description(
      'Records in a saved call that a program was asked to take the caller, and what it said. It changes neither the level nor the first steps.',
    )
    .argument('<id>', 'the call, as `calls list` names it')
    .requiredOption('--program <program>', 'the program: its id in the directory, or its name', shownText)
    .addOption(new Option('--outcome <code>', 'what it said').choices(HAND_OFF_OUTCOMES).default('accepted'))
    .addOption(new Option('--how <code>', 'how it was asked').choices(HAND_OFF_WAYS).makeOptionMandatory())
    .option('--accepted-by <who>', 'who at the program said so: name or role', shownText)
    .option('--appointment <day>', 'the day of the appointment, year-month-day', date)
    .option('--note <text>', 'what else is to be written down', shownText)
    .addOption(questionnaireOption())
    .addOption(directoryOption())
    .addHelpText(
      'after',
      examplesHelp([
        [
          'calls hand-off 1122-7k3f --program river-iop --how phone --accepted-by "intake nurse"',
          'the program called back and takes the caller',
        ],
      ]),
    )
    .action((id: string, _local: unknown, own: Command) =>
      perform(async () =>
        (await import('./calls-hand-off.ts')).recordHandOff(id, own.optsWithGlobals<HandOffOptions>()),
      ),
    );
}

function addExport(calls: Command, perform: Perform): void {
  calls
    .command('export')
    .summary('saved calls as comma-separated values')
    .description(
      'Prints saved calls as comma-separated values, one row a call. Answers are ids; texts, dates and phone numbers stay out unless they are asked for, and notes always.',
    )
    .argument('[ids...]', 'the calls (default: all)')
    .addOption(questionnaireOption())
    .option('--identifying', 'also export texts, dates and phone numbers, which say who a caller is')
    .option('--out <file>', 'save the result, readable by you only, instead of printing it', outPath)
    .addHelpText('after', '\nWhat the columns mean: docs/export.md')
    .action((ids: readonly string[], _local: unknown, own: Command) =>
      perform(async () => (await import('./calls-export.ts')).exportCalls(ids, own.optsWithGlobals<ExportOptions>())),
    );
}

function addErase(calls: Command, perform: Perform): void {
  calls
    .command('erase')
    .summary('delete saved calls')
    .description('Erases saved calls, after asking. What is erased cannot be brought back.')
    .argument('[ids...]', 'the calls')
    .option('--all', 'every saved call')
    .option('--older-than <days>', 'every call in which nothing happened for so many days', days)
    .option('--yes', 'erase without asking')
    .action((ids: readonly string[], _local: unknown, own: Command) =>
      perform(async () => (await import('./calls-erase.ts')).eraseCalls(ids, own.optsWithGlobals<EraseOptions>())),
    );
}
