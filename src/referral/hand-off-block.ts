/** Which programs were asked to take the caller, and what they said. */

import { instantOf } from '../interview/instant.ts';
import { callWordsIn, type Words } from '../interview/words/words.ts';
import type { DatedHandOff } from '../questionnaire/hand-off.ts';
import type { HandOffsBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';

/** The hand-offs in order; null where there are none. Level and first steps do not depend on them. */
export function handOffBlock({ answers, call, language }: SummaryInput): HandOffsBlock | null {
  const { handOffs = [] } = answers;
  if (handOffs.length === 0) return null;
  const words = callWordsIn(language);
  return {
    title: words.handOff.title,
    handOffs: handOffs.map((one) => ({
      at: one.at ?? null,
      program: one.program,
      programId: one.programId ?? null,
      outcome: one.outcome,
      how: one.how,
      by: one.by ?? null,
      appointment: one.appointment ?? null,
      note: one.note ?? null,
      says: words.handOff.says(one.program, words.handOff.outcomes[one.outcome]),
      more: moreOf(one, words, call),
    })),
  };
}

function moreOf(
  { how, by, appointment, note, at, outcome }: DatedHandOff,
  words: Words,
  call: SummaryInput['call'],
): readonly string[] {
  const { handOff, fields } = words;
  const moment = at === undefined ? undefined : instantOf(at);
  const [day, clock] =
    call === undefined || moment === undefined ? [at?.slice(0, 10)] : [call.day(moment), call.clock(moment)];
  return [
    handOff.ways[how],
    ...(by === undefined ? [] : [outcome === 'accepted' ? handOff.acceptedBy(by) : handOff.spokeWith(by)]),
    ...(appointment === undefined ? [] : [handOff.appointmentOn(dayIn(appointment, fields))]),
    ...(day === undefined ? [] : [handOff.recordedAt(dayIn(day, fields), clock)]),
    ...(note === undefined ? [] : [note]),
  ];
}

function dayIn(date: string, fields: Words['fields']): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return fields.plainDay(day, month, year);
}
