/** Everything that scoring needs before the first row: the content, the mapping, how the exports are written, and that they fit. */

import type { BlockPlan } from '../batch/block-plan.ts';
import type { BoundMapping } from '../batch/bound-mapping.ts';
import { type FittingMapping, readsLittle } from '../batch/own-words.ts';
import { resultNames, uniqueNames } from '../batch/result-names.ts';
import { RESULT_COLUMNS } from '../batch/row-result.ts';
import { today } from '../io/clock.ts';
import { knownEncoding } from '../io/encodings.ts';
import type { ScoreOptions } from './add-score.ts';
import { bindExport } from './bind-export.ts';
import type { CallGround } from './call-ground.ts';
import { fittingFor } from './fitting-for.ts';
import { loadMeaning, type Meaning } from './load-meaning.ts';
import type { DialectOptions, ExportHead } from './open-export.ts';
import { type OpenExports, openExports } from './open-exports.ts';
import { type Ready, ready, readyFrom } from './ready.ts';

export interface ScorePlan extends OpenExports {
  readonly ground: CallGround;
  readonly bound: BoundMapping;
  readonly block: BlockPlan;
  /** Names of the columns that are added, as they stand in the header of the result. */
  readonly added: readonly string[];
  /** Day of the run, as YYYY-MM-DD. */
  readonly date: string;
  /** A mapping that may be meant: it reads the header at least as well as no mapping does, or far better than the one that was named. */
  readonly fitting: FittingMapping | undefined;
}

/** Loads, opens and binds everything, or says why nothing can be scored. */
export async function planScore(
  exports: readonly string[],
  options: ScoreOptions,
  signal: AbortSignal,
): Promise<Ready<ScorePlan>> {
  const loaded = readyFrom(await loadMeaning(options));
  return loaded.ok ? planMeaning(exports, loaded.value, { options, signal }) : loaded;
}

/** The same for a meaning that is loaded already. */
export async function planMeaning(
  exports: readonly string[],
  meaning: Meaning,
  { options, signal }: { readonly options: ScoreOptions; readonly signal: AbortSignal },
): Promise<Ready<ScorePlan>> {
  const opened = await openExports(exports, { ...dialectOptions(options), signal });
  if (!opened.ok) return opened;
  const date = options.today ?? today();
  const [head] = opened.value.heads;
  const fitting = await fittingOf(meaning, head, options);
  const bound = bindExport(meaning, head, { date, fitting, options });
  if (bound.ok) return ready({ ...meaning, ...opened.value, ...named(bound.value, head, options), date, fitting });
  opened.value.close();
  return bound;
}

/** The options about the input, its encoding by the name that this program knows it by. */
export function dialectOptions(options: ScoreOptions): ScoreOptions & Pick<DialectOptions, 'encodingName'> {
  const encoding = options.encoding === undefined ? undefined : knownEncoding(options.encoding);
  return encoding === undefined ? options : { ...options, encoding, encodingName: options.encoding };
}

function named(
  bound: BoundMapping,
  { dialect }: ExportHead,
  options: ScoreOptions,
): Pick<ScorePlan, 'bound' | 'block' | 'added'> {
  const columns = options.add ?? RESULT_COLUMNS;
  const onlyNew = options.onlyNewColumns === true;
  const kept = onlyNew ? ['line'] : bound.header;
  const added = resultNames(columns, kept);
  const block: BlockPlan = {
    dialect,
    bound,
    columns,
    form: options.format,
    names: uniqueNames([...kept, ...added]),
    onlyNew,
    rankMissing: options.rankMissing === true,
    nearMisses: options.report !== undefined,
  };
  return { bound, block, added };
}

/** Another mapping that may be meant. */
async function fittingOf(
  { ground, mapping: own }: Meaning,
  { names }: ExportHead,
  options: ScoreOptions,
): Promise<FittingMapping | undefined> {
  const isNamed = options.mapping !== undefined;
  if (isNamed && !readsLittle(names, own)) return undefined;
  return fittingFor(names, { own, isNamed, questionnaire: ground.content.questionnaire }, options);
}
