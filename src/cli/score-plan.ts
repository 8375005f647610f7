/** Everything that scoring needs before the first row: the content, the mapping, how the exports are written, and that they fit. */

import { bandStartsOf, bindMapping } from '../batch/bind-mapping.ts';
import type { BlockPlan } from '../batch/block-plan.ts';
import type { BoundMapping } from '../batch/bound-mapping.ts';
import { epochDay } from '../batch/calendar-day.ts';
import type { Mapping } from '../batch/mapping.ts';
import { mayBeRecord } from '../batch/may-be-record.ts';
import {
  advised,
  betterMapping,
  checkOwnWords,
  type FittingMapping,
  fittingMapping,
  readsLittle,
} from '../batch/own-words.ts';
import { questionnaireMapping } from '../batch/questionnaire-mapping.ts';
import { resultNames, uniqueNames } from '../batch/result-names.ts';
import { RESULT_COLUMNS } from '../batch/row-result.ts';
import { today } from '../io/clock.ts';
import { knownEncoding } from '../io/encodings.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import type { ScoreOptions } from './add-score.ts';
import { type CallGround, contentFor, groundFor, questionnaireFolder } from './call-ground.ts';
import { contentFiles } from './content-files.ts';
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
  if (!loaded.ok) return loaded;
  const opened = await openExports(exports, { ...dialectOptions(options), signal });
  if (!opened.ok) return opened;
  const date = options.today ?? today();
  const [head] = opened.value.heads;
  const fitting = await fittingFor(loaded.value, head, options);
  const bound = readyFrom(bind(loaded.value, head, { date, fitting, options }));
  if (bound.ok) return ready({ ...loaded.value, ...opened.value, ...named(bound.value, head, options), date, fitting });
  opened.value.close();
  return bound;
}

/** What rows are read and decided by. */
export interface Meaning {
  readonly ground: CallGround;
  readonly mapping: Mapping;
}

/** What the options say of the meaning of rows. */
export type MeaningOptions = Pick<ScoreOptions, 'mapping' | 'policy' | 'questionnaire'>;

/** Loads what rows mean, or everything that is wrong with it. */
export async function loadMeaning(options: MeaningOptions): Promise<Outcome<Meaning>> {
  const loaded = await contentFor(options);
  if (!loaded.ok) return loaded;
  const ground = groundFor(loaded.value, options.policy);
  if (!ground.ok) return ground;
  const mapping = await mappingFor(options, ground.value);
  return mapping.ok ? outcomeOf({ ground: ground.value, mapping: mapping.value }, mapping.problems) : mapping;
}

async function mappingFor(options: MeaningOptions, { content }: CallGround): Promise<Outcome<Mapping>> {
  const { questionnaire } = content;
  if (options.mapping === undefined) return outcomeOf(questionnaireMapping(questionnaire), []);
  const { loadMapping } = await import('./load-mapping.ts');
  return loadMapping(options.mapping, { folder: questionnaireFolder(options), questionnaire }, contentFiles());
}

/** The options about the input, its encoding by the name that this program knows it by. */
export function dialectOptions(options: ScoreOptions): ScoreOptions & Pick<DialectOptions, 'encodingName'> {
  const encoding = options.encoding === undefined ? undefined : knownEncoding(options.encoding);
  return encoding === undefined ? options : { ...options, encoding, encodingName: options.encoding };
}

/** Another mapping that may be meant. */
async function fittingFor(
  { ground, mapping }: Meaning,
  { names }: ExportHead,
  options: ScoreOptions,
): Promise<FittingMapping | undefined> {
  if (options.mapping !== undefined && !readsLittle(names, mapping)) return undefined;
  const { allMappings } = await import('./load-mapping.ts');
  const { questionnaire } = ground.content;
  const all = await allMappings({ folder: questionnaireFolder(options), questionnaire }, contentFiles());
  return options.mapping === undefined ? fittingMapping(names, all, mapping) : betterMapping(names, all, mapping);
}

interface Binding {
  readonly date: string;
  readonly fitting: FittingMapping | undefined;
  readonly options: ScoreOptions;
}

function bind(
  { ground, mapping }: Meaning,
  { path, names }: ExportHead,
  { date, fitting, options }: Binding,
): Outcome<BoundMapping> {
  const file = path === '-' ? 'standard input' : path;
  const areGiven = !options.header;
  const bound = bindMapping(mapping, {
    file,
    header: names,
    today: epochDay(date),
    bandStarts: bandStartsOf(ground.compiled.callers.encoding),
  });
  const isPerhapsRecord = !areGiven && mayBeRecord(names, ground.content.questionnaire);
  const told = advised(bound, { fitting, mayBeRecord: isPerhapsRecord });
  return options.mapping === undefined ? checkOwnWords(told, { file, areGiven, fitting }) : told;
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
