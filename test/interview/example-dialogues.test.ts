import { expect, test } from 'vitest';
import { exampleCallers } from '../../src/analysis/example-callers.ts';
import { decide } from '../../src/decision/decide.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import type { Coach, Dialogue } from '../../src/interview/dialogue-model.ts';
import type { Ending } from '../../src/interview/model.ts';
import { playScreen } from '../../src/interview/play-screen.ts';
import { replyIn } from '../../src/interview/replies.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { CALL, dialogueAfter, questionnaire, shown, turn } from './shipped-dialogue.ts';

const cases = valueIn(await (await shippedContent()).cases())?.value ?? [];
const callers = exampleCallers(cases, questionnaire);

/** What the caller says; where they say nothing, their call ends as it was meant to. */
function coachFor({ answers }: (typeof callers)[number]): Coach {
  const { ended } = answers;
  return (id) => replyIn(answers, id) ?? (ended === undefined ? undefined : { ended });
}

/** The call as it stands when it is over; more steps than this no call has. */
function playedOut(start: Dialogue, most = 120): Dialogue {
  let dialogue = start;
  for (let step = 0; step < most; step++) {
    const next = turn(dialogue, playScreen(shown(dialogue)).input);
    dialogue = next.dialogue;
    if (next.leave !== undefined) return dialogue;
  }
  throw new Error('the call does not end');
}

/** How a call ends by what the caller says, as a decision on all of it has it. */
function endingOf(answers: Answers): Ending {
  const { settled, lowest, dispositions } = decide(CALL.compiled, answers);
  if (settled && lowest === 'emergency') return { kind: 'stopped' };
  const certain = dispositions.find(({ certainty }) => certainty === 'certain');
  return certain === undefined ? { kind: 'reviewed' } : { kind: 'disposition', id: certain.id };
}

test.each(callers.map((caller) => [caller.name, caller] as const))(
  'the call of the example caller %s ends as it should',
  (_, caller) => {
    const { state } = playedOut(dialogueAfter([], { coach: coachFor(caller) }));
    const { ended } = caller.answers;
    expect(state.place).toEqual({
      kind: 'over',
      how: ended === undefined ? endingOf(caller.answers) : { kind: 'disposition', id: ended },
    });
    if (state.place.kind !== 'over' || state.place.how.kind !== 'reviewed') return;
    const [reached, meant] = [answersOf(CALL, state), caller.answers].map((one) => decide(CALL.compiled, one));
    expect([reached?.levels, reached?.firstSteps]).toEqual([meant?.levels, meant?.firstSteps]);
  },
);
