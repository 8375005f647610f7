/** A mapping and an opened export: which columns are read, or why none can be. */

import { bandStartsOf, bindMapping } from '../batch/bind-mapping.ts';
import type { BoundMapping } from '../batch/bound-mapping.ts';
import { epochDay } from '../batch/calendar-day.ts';
import { mayBeRecord } from '../batch/may-be-record.ts';
import { advised, checkOwnWords, type FittingMapping } from '../batch/own-words.ts';
import type { Outcome } from '../problems/problem.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { renderProblems } from '../render/problems.ts';
import type { ScoreOptions } from './add-score.ts';
import { headLines } from './head-notes.ts';
import type { Meaning } from './load-meaning.ts';
import type { ExportHead } from './open-export.ts';
import { notReady, type Ready, readyFrom } from './ready.ts';

export interface Binding {
  readonly date: string;
  readonly fitting: FittingMapping | undefined;
  readonly options: ScoreOptions;
}

/** Finds the columns that are read. Where there are none, it is said how the file was read, which is the usual cause. */
export function bindExport(meaning: Meaning, head: ExportHead, binding: Binding): Ready<BoundMapping> {
  const bound = bind(meaning, head, binding);
  if (bound.ok) return readyFrom(bound);
  const doubts = doubtsAbout(head, meaning.ground.content.questionnaire, binding.options);
  const problems = bound.problems.map((one) =>
    one.code === 'column-twice' ? one : { ...one, remedy: [one.remedy, ...doubts].join('; ') },
  );
  return notReady(`${headLines([head]).join('\n')}\n${renderProblems(problems)}`);
}

function bind(
  { ground, mapping }: Meaning,
  { path, names }: ExportHead,
  { date, fitting, options }: Binding,
): Outcome<BoundMapping> {
  const file = path === '-' ? 'standard input' : path;
  const bound = bindMapping(mapping, {
    file,
    header: names,
    today: epochDay(date),
    bandStarts: bandStartsOf(ground.compiled.callers.encoding),
  });
  const told = advised(bound, fitting);
  return options.mapping === undefined ? checkOwnWords(told, { file, areGiven: !options.header, fitting }) : told;
}

/** What may be otherwise than it was taken to be. */
function doubtsAbout(
  { names, by }: ExportHead,
  questionnaire: Questionnaire,
  { header }: ScoreOptions,
): readonly string[] {
  return [
    ...(by.dialect.by.delimiter === 'assumed' ? ['say with `--delimiter` what stands between fields'] : []),
    ...(header && mayBeRecord(names, questionnaire)
      ? ['if the first line is a record, name the columns with `--no-header` and `--columns`']
      : []),
  ];
}
