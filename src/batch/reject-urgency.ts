/** Whether a record that cannot be scored names an answer that stops a call: then somebody must look at it before anything else. */

import type { FactValue } from '../conditions/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { BoundMapping, CellMeaning, Contribution, SlotUse } from './bound-mapping.ts';
import { combineReading } from './combine-reading.ts';
import { readCell } from './read-cell.ts';

/** `yes`: the record names such an answer. `possible`: no cell that can be read does, and one that could cannot be read. */
export type Urgency = 'yes' | 'possible' | 'no';

/** What the slots of a rejected record say; undefined where the record has no field for one. */
export type UrgencyOf = (meanings: readonly (CellMeaning | undefined)[]) => Urgency;

/**
 * Prepares looking for answers that stop a call. They count whether or not their questions apply, and where another cell
 * contradicts them: which of the two is right is for whoever corrects the record.
 */
export function rejectUrgency(bound: BoundMapping, { questions }: Questionnaire): UrgencyOf {
  const stops = new Map(questions.map(({ id, stop }) => [id, stop]));
  const isStop: IsStop = (question, value) => namesOne(value, stops.get(question) ?? []);
  const mayStop = bound.uses.map((uses) => uses.some((use) => isStopUse(bound, use, stops)));
  const blank = bound.columns.map((_, slot) => contributionsOf(readCell(bound, slot, '')));
  return (meanings) => {
    const said = blank.flatMap((nothing, slot) => contributionsOf(meanings[slot]) ?? nothing ?? []);
    if (said.some((one) => saysStop(bound, one, isStop)) || casesSayStop(bound, said, isStop)) return 'yes';
    return mayStop.some((may, slot) => may && meanings[slot]?.ok !== true) ? 'possible' : 'no';
  };
}

function contributionsOf(meaning: CellMeaning | undefined): readonly Contribution[] | undefined {
  return meaning?.ok === true ? meaning.contributions : undefined;
}

type IsStop = (question: string, value: FactValue) => boolean;

function namesOne(value: FactValue, options: readonly string[]): boolean {
  const named = typeof value === 'object' ? value : [value];
  return options.some((option) => named.includes(option));
}

/** Whether some text in a column could name a stop. */
function isStopUse({ mapping }: BoundMapping, use: SlotUse, stops: ReadonlyMap<string, readonly string[]>): boolean {
  switch (use.kind) {
    case 'ended':
      return false;
    case 'emergency':
      return true;
    case 'implied':
      return [...(mapping.implications[use.implication]?.answers ?? [])].some(([question, value]) =>
        namesOne(value, stops.get(question) ?? []),
      );
    default:
      return (stops.get(mapping.readings[use.reading]?.question ?? '') ?? []).length > 0;
  }
}

function saysStop({ mapping }: BoundMapping, one: Contribution, isStop: IsStop): boolean {
  switch (one.kind) {
    case 'answer':
      return isStop(mapping.readings[one.reading]?.question ?? '', one.value);
    case 'options': {
      const reading = mapping.readings[one.reading];
      if (reading?.kind !== 'options') return false;
      const named = reading.options.flatMap(({ option }, bit) => ((one.yes >> bit) & 1 ? [option] : []));
      return isStop(reading.question, named);
    }
    case 'implied':
      return isStop(one.question, one.value);
    case 'emergency':
      return true;
    default:
      return false; // parts of answers, none of which names one by itself
  }
}

/** Cases take several columns; one that cannot be read counts as blank. */
function casesSayStop(bound: BoundMapping, said: readonly Contribution[], isStop: IsStop): boolean {
  return bound.mapping.readings.some((reading, place) => {
    if (reading.kind !== 'cases') return false;
    const own = said.filter((one) => 'reading' in one && one.reading === place);
    const answer = own.length === 0 ? undefined : combineReading(bound, place, own);
    return typeof answer === 'object' && isStop(reading.question, answer.value);
  });
}
