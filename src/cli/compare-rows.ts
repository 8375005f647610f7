/** `intakeline compare --over`: policies on the rows of an export, which are read as `score` reads them. */

import { type RowComparison, rowComparison } from '../analysis/compare-rows.ts';
import { BrokenInput } from '../io/broken-input.ts';
import { interruptionBy } from '../io/interruption.ts';
import { BrokenOutput, type ResultSink } from '../io/result-sink.ts';
import { rowsJson, rowsMarkdown, rowsText } from '../render/compare-rows.ts';
import type { CompareOptions } from './add-compare.ts';
import type { ScoreOptions } from './add-score.ts';
import { inlineRunner } from './block-runner.ts';
import { createBlockWork } from './block-work.ts';
import { comparisonOutput } from './comparison-output.ts';
import { announce } from './deliver.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { planRows, type RowsPlan } from './plan-rows.ts';
import { scoreBlocks } from './score-blocks.ts';
import { brokenInputResult, brokenOutputResult, interruptedResult } from './score-endings.ts';
import { openScoreFiles, type ScoreFiles } from './score-files.ts';
import { detectedNotes } from './score-notes.ts';
import { outputsComplaint, type ScoreOutputs, scoreOutputs } from './score-outputs.ts';
import { usageComplaint } from './score-usage.ts';
import { newRunState, type RunState } from './take-piece.ts';

/** Compares policies over an export; rows that differ go to `--out`, rejected ones where `score` puts them. */
export async function compareRows(
  ids: readonly string[],
  path: string,
  options: CompareOptions,
): Promise<CommandResult> {
  const score: ScoreOptions = { ...options, policy: ids[0] ?? '', format: 'csv' };
  const outputs = scoreOutputs([path], score);
  const complaint = usageComplaint([path], score) ?? (await outputsComplaint([path], outputs, score));
  if (complaint !== undefined) return couldNotRun(complaint);
  const interruption = interruptionBy();
  const state = newRunState();
  try {
    const planned = await planRows(ids, path, { score, signal: interruption.signal });
    if (interruption.isOver()) return interruptedResult(state, outputs);
    if (!planned.ok) return couldNotRun(planned.notes);
    await announce(detectedNotes({ ...planned.value.plan, added: [] }));
    return await compared(planned.value, { outputs, state, options, interrupted: interruption.happened });
  } finally {
    interruption.close();
  }
}

interface Job {
  readonly outputs: ScoreOutputs;
  readonly state: RunState;
  readonly options: CompareOptions;
  readonly interrupted: Promise<unknown>;
}

async function compared(rows: RowsPlan, job: Job): Promise<CommandResult> {
  const { outputs, state, options } = job;
  let files: ScoreFiles | undefined;
  try {
    files = openScoreFiles(rows.plan, outputs);
    void job.interrupted.then(files.discard);
    if (!(await run(rows, files, job))) {
      files.discard();
      return interruptedResult(state, outputs);
    }
    await files.finish(undefined);
    const rejects = files.place(false);
    const { tally } = state;
    const report = rowComparison(rows.policies, rows.counts, {
      questionnaire: rows.plan.ground.content.questionnaire.id,
      records: { scored: tally.scored, rejected: tally.rejected },
      saved: { rows: outputs.out ?? null, rejects: rejects?.rejects ?? null, problems: rejects?.problems ?? null },
    });
    const outcome = rejects === undefined ? 'fine' : 'found-something';
    return { output: await rendered(report, options), notes: savedNotes(report.saved), outcome };
  } catch (error) {
    files?.discard();
    if (error instanceof BrokenInput) return brokenInputResult(error, state, outputs);
    if (error instanceof BrokenOutput) return brokenOutputResult(error, state, files?.saved() ?? []);
    throw error;
  } finally {
    rows.plan.close();
  }
}

/** Paths are notes, so that the result is the same wherever they lead. */
function savedNotes({ rows, rejects, problems }: RowComparison['saved']): string {
  const saved = rows === null ? '' : `rows that differ: saved to \`${rows}\`, readable by you only\n`;
  return rejects === null ? saved : `${saved}rejected records are in \`${rejects}\`, and why in \`${problems}\`\n`;
}

/** `--out` is where the rows go; the result is printed. */
function rendered(report: RowComparison, { format, color }: CompareOptions) {
  return comparisonOutput(
    { format, color },
    {
      json: () => rowsJson(report),
      markdown: () => rowsMarkdown(report),
      text: (width, paint) => rowsText(report, width, paint),
    },
  );
}

/** Whether all rows were read. */
async function run(
  { plan, rows }: RowsPlan,
  files: ScoreFiles,
  { outputs, state, interrupted }: Job,
): Promise<boolean> {
  const isSaved = outputs.out !== undefined;
  if (isSaved) await files.begin();
  const [{ scanned }] = plan.heads;
  const work = createBlockWork({ block: plan.block, encoding: scanned, failFast: false }, plan.ground.compiled, rows);
  const runner = inlineRunner(work);
  const ending = await scoreBlocks(
    {
      ...{ dialect: plan.block.dialect, inputs: plan.inputs, runner, rejects: files.rejects },
      sink: isSaved ? files.sink : NOWHERE,
      ...{ hasSeveral: false, blockSize: BLOCK, namesLines: false, failFast: false, interrupted, onDone: () => {} },
    },
    state,
  );
  return ending === 'whole';
}

const NOWHERE: ResultSink = { write: async () => true };

/** Bytes of a block, as `score` has them. */
const BLOCK = 1 << 18;
