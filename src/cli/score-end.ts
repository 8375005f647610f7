/** The last word on a run: files under their names, the report, the summary, the status. */

import { reportOf } from '../batch/report.ts';
import type { ScoreReport } from '../batch/score-report.ts';
import { packageVersion } from '../io/installed.ts';
import type { Interruption } from '../io/interruption.ts';
import { isPresent } from '../io/save-file.ts';
import { callFacts, callStreams } from '../io/standard-streams.ts';
import { textWidth } from '../io/terminal.ts';
import { unpainted } from '../render/palette.ts';
import { renderScoreReport } from '../render/score-report-html.ts';
import { renderScoreSummary } from '../render/score-summary.ts';
import type { ScoreOptions } from './add-score.ts';
import { headNotes } from './head-notes.ts';
import type { CommandResult } from './outcome.ts';
import type { RunEnding } from './score-blocks.ts';
import { interruptedResult, rejectedResult } from './score-endings.ts';
import type { ScoreFiles } from './score-files.ts';
import type { ScoreOutputs } from './score-outputs.ts';
import type { ScorePlan } from './score-plan.ts';
import { leftRejects, type PlacedRejects } from './score-rejects.ts';
import type { RunState } from './take-piece.ts';

/** A run with all that belongs to it. */
export interface Run {
  readonly plan: ScorePlan;
  readonly outputs: ScoreOutputs;
  readonly options: ScoreOptions;
  readonly files: ScoreFiles;
  readonly state: RunState;
  readonly interruption: Interruption;
}

/** Ends a run in which nothing broke. Throws `BrokenOutput`. */
export async function endOfRun(run: Run, ending: RunEnding): Promise<CommandResult> {
  const { plan, outputs, files, state, interruption } = run;
  if (ending === 'rejected') {
    files.discard();
    return rejectedResult(state, outputs, plan.bound.header);
  }
  if (ending !== 'interrupted') {
    const report = reportOf(state.tally, contextOf(run, ending === 'whole'));
    await files.finish(outputs.report === undefined ? undefined : renderScoreReport(report));
    if (!interruption.isOver()) return placed(run, report, ending === 'whole');
  }
  files.discard();
  return interruptedResult(state, outputs);
}

/** From here on no signal is heard: everything is put under its name, or nothing. Throws `BrokenOutput`. */
function placed({ outputs, files }: Run, report: ScoreReport, complete: boolean): CommandResult {
  const replaced = { out: wasThere(outputs.out), report: wasThere(outputs.report) };
  const rejects = files.place(!complete);
  const notes = [
    ...savedNote(outputs.out, replaced.out),
    ...savedNote(outputs.report, replaced.report),
    ...(complete ? [] : [READER_LEFT]),
    ...(complete ? leftNote(outputs, rejects) : []),
    '\n',
    summary(report, rejects),
  ];
  return { output: undefined, notes: notes.join(''), outcome: rejects === undefined ? 'fine' : 'found-something' };
}

/** A block that its reader did not take whole is not counted. */
const READER_LEFT =
  'nobody reads the result any more; the rest of the input was not read\n' +
  '  what is counted below was written whole; some of the rows behind it may have been printed, too\n';

function wasThere(path: string | undefined): boolean {
  return path !== undefined && isPresent(path);
}

function savedNote(path: string | undefined, isReplaced: boolean): readonly string[] {
  return path === undefined ? [] : [`${isReplaced ? 'replaced' : 'saved to'} \`${path}\`, readable by you only\n`];
}

/** Whoever looks into a file of rejects should know that it is of another run. */
function leftNote(outputs: ScoreOutputs, rejects: PlacedRejects | undefined): readonly string[] {
  const left = rejects === undefined ? leftRejects(outputs) : undefined;
  return left === undefined ? [] : [`\`${left}\` is of an earlier run: nothing was rejected in this one\n`];
}

function summary(report: ScoreReport, rejectFiles: PlacedRejects | undefined): string {
  return renderScoreSummary(report, { width: textWidth(callFacts(callStreams())), paint: unpainted, rejectFiles });
}

function contextOf({ plan, options }: Run, complete: boolean): Parameters<typeof reportOf>[1] {
  const { ground, bound, heads, date } = plan;
  const { questionnaire, care } = ground.content;
  return {
    version: packageVersion(),
    date,
    language: questionnaire.languages[0] ?? 'en',
    questionnaire,
    policy: ground.policy,
    care,
    bound,
    inputs: heads.map((head) => ({ path: head.path, notes: headNotes(head) })),
    complete,
    nearMisses: options.report !== undefined,
  };
}
