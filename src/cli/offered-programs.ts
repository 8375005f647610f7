/** The programs that the referral of a call names, in the order in which they are to be tried. */

import { answersOf } from '../interview/answers-of.ts';
import type { OfferedProgram } from '../interview/hand-off.ts';
import type { Call, CallState } from '../interview/model.ts';
import { recordOf } from '../interview/record.ts';
import type { Offer, ProgramCard } from '../referral/summary.ts';
import type { CallGround } from './call-ground.ts';
import { summaryFor } from './summary-for.ts';

/** What a referral is made from. */
interface OfferedGround {
  readonly ground: CallGround;
  readonly call: Call;
}

/** Finds them for a state of a call, on a day (YYYY-MM-DD); the latest state is worked out once. */
export function offeredBy(from: OfferedGround, today: string): (state: CallState) => readonly OfferedProgram[] {
  let known: { readonly state: CallState; readonly programs: readonly OfferedProgram[] } | undefined;
  return (state) => {
    if (known?.state !== state) known = { state, programs: offered(from, state, today) };
    return known.programs;
  };
}

function offered({ ground, call }: OfferedGround, state: CallState, today: string): readonly OfferedProgram[] {
  const { content, policy, compiled, place } = ground;
  const { language } = state;
  const record = recordOf(call, state, '');
  const summary = summaryFor(content, {
    policy,
    compiled,
    answers: answersOf(call, state),
    place,
    language,
    today,
    call: record,
  });
  if (!summary.ok) return [];
  const { referral, fallback } = summary.value;
  const all = [...cardsOf(referral, 'primary'), ...cardsOf(fallback.offer, 'fallback')];
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}

function cardsOf(offer: Offer | null, first: 'primary' | 'fallback'): readonly OfferedProgram[] {
  if (offer === null) return [];
  const { primary, alternatives } = offer;
  return [
    ...(primary === null ? [] : [programOf(primary, first)]),
    ...alternatives.map((card) => programOf(card, first === 'fallback' ? first : 'alternative')),
  ];
}

function programOf({ id, name, phones }: ProgramCard, chosenAs: OfferedProgram['chosenAs']): OfferedProgram {
  return { id, name, phone: phones[0]?.number, chosenAs };
}
