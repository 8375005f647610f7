/** Whether a rejected record names an answer that stops a call: what each of its cells answers alone, and what all that can be read answer. */

import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { BoundMapping, CellMeaning } from '../../src/batch/bound-mapping.ts';
import { combineRow } from '../../src/batch/combine-row.ts';
import { readCell } from '../../src/batch/read-cell.ts';
import type { Urgency } from '../../src/batch/reject-urgency.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';

const SILENT: CellMeaning = { ok: true, contributions: [] };

/** `cells` are undefined where text follows a closing quote. */
export function slowUrgency(
  { callers: { questionnaire } }: CompiledPolicy,
  { bound }: BlockPlan,
  cells: readonly string[] | undefined,
  decode: (cell: string) => string | undefined,
): Urgency {
  if (cells === undefined) return 'possible';
  const told = (column: (place: number) => string | undefined): Urgency =>
    toldBy(
      bound,
      questionnaire,
      bound.columns.map((place, slot) => {
        const cell = column(place);
        const text = cell === undefined ? undefined : decode(cell);
        return text === undefined ? undefined : readCell(bound, slot, text);
      }),
    );
  const isWhole = cells.length === bound.header.length;
  const ways = [told((place) => cells[place]), told((place) => cells.at(place - bound.header.length))];
  if (isWhole) return ways[0] ?? 'no';
  return ways.includes('yes') ? 'yes' : 'possible';
}

function toldBy(
  bound: BoundMapping,
  questionnaire: Questionnaire,
  meanings: readonly (CellMeaning | undefined)[],
): Urgency {
  const readable = meanings.map((meaning, slot) => (meaning?.ok === true ? meaning : readCell(bound, slot, '')));
  const alone = readable.map((meaning, slot) => readable.map((_, place) => (place === slot ? meaning : SILENT)));
  const withoutCases = { ...bound, readingColumns: bound.readingColumns.map(columnsBut(bound)) };
  if (alone.some((cells) => namesStop(withoutCases, questionnaire, cells))) return 'yes';
  if (namesStop(bound, questionnaire, readable)) return 'yes';
  return meanings.some((meaning, slot) => meaning?.ok !== true && couldNameStop(bound, questionnaire, slot))
    ? 'possible'
    : 'no';
}

/** No columns for readings by cases, which no cell answers alone. */
function columnsBut({ mapping }: BoundMapping) {
  return (columns: readonly number[], place: number) => (mapping.readings[place]?.kind === 'cases' ? [] : columns);
}

/** Whether an answer that these cells give together stops a call. */
function namesStop(bound: BoundMapping, questionnaire: Questionnaire, meanings: readonly CellMeaning[]): boolean {
  const { answers, isStopped } = combineRow(bound, questionnaire, meanings);
  if (isStopped) return true;
  const { values } = answers;
  return questionnaire.questions.some(({ id, stop }) => [values.get(id)].flat().some((one) => stop.includes(`${one}`)));
}

/** Whether the column is one of a question that has such an answer, or implies one. */
function couldNameStop({ mapping, uses }: BoundMapping, { questions }: Questionnaire, slot: number): boolean {
  const stopOf = (id: string) => questions.find((one) => one.id === id)?.stop ?? [];
  return (uses[slot] ?? []).some((use) => {
    if (use.kind === 'ended' || use.kind === 'emergency') return use.kind === 'emergency';
    if (use.kind !== 'implied') return stopOf(mapping.readings[use.reading]?.question ?? '').length > 0;
    const { answers = new Map() } = mapping.implications[use.implication] ?? {};
    return [...answers].some(([id, value]) => [value].flat().some((one) => stopOf(id).includes(`${one}`)));
  });
}
