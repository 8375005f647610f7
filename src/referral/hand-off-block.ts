/** Which programs were asked to take the caller, and what they said. */

import { instantOf } from '../interview/instant.ts';
import { callWordsIn } from '../interview/words/words.ts';
import type { DatedHandOff } from '../questionnaire/hand-off.ts';
import type { HandOffsBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { dayIn } from './words/locale.ts';

/** The hand-offs in order; null where there are none. Level and first steps do not depend on them. */
export function handOffBlock(input: SummaryInput): HandOffsBlock | null {
  const { handOffs = [] } = input.answers;
  if (handOffs.length === 0) return null;
  const words = callWordsIn(input.language);
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
      more: moreOf(one, input),
    })),
  };
}

function moreOf(
  { how, by, appointment, note, at, outcome }: DatedHandOff,
  { call, language }: SummaryInput,
): readonly string[] {
  const { handOff } = callWordsIn(language);
  const day = (date: string): string => dayIn(language, date);
  const moment = at === undefined ? undefined : instantOf(at);
  const recordedAt =
    call === undefined || moment === undefined
      ? at && day(at.slice(0, 10))
      : `${day(call.day(moment))}, ${call.clock(moment)}`;
  return [
    handOff.ways[how],
    ...(by === undefined ? [] : [outcome === 'accepted' ? handOff.acceptedBy(by) : handOff.spokeWith(by)]),
    ...(appointment === undefined ? [] : [handOff.appointmentOn(day(appointment))]),
    ...(recordedAt === undefined ? [] : [handOff.recordedAt(recordedAt)]),
    ...(note === undefined ? [] : [note]),
  ];
}
