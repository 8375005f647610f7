import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../src/conditions/evaluate.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { contradictions, decide } from '../../src/decision/decide.ts';
import type { Decision } from '../../src/decision/model.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { askOf } from '../../src/interview/ask.ts';
import { startCall } from '../../src/interview/call.ts';
import type { Call, CallEvent, CallState, Reply } from '../../src/interview/model.ts';
import { backTarget, reachableQuestions } from '../../src/interview/reach.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { transition } from '../../src/interview/transition.ts';
import { FIRST_STEPS, type FirstStep } from '../../src/policy/care-lists.ts';
import type { Answers, Question } from '../../src/questionnaire/model.ts';
import { completions, type Listed, listCallers } from '../laws/listing.ts';
import { delayOf, eventOf, type Move, moves, replyTo, type SmallCall, smallCall } from './small-calls.ts';

interface Step {
  readonly event: CallEvent;
  readonly at: number;
  readonly before: CallState;
  readonly state: CallState;
}

/** Plays the moves, and holds every step. */
function steps(small: SmallCall, played: readonly Move[]): readonly Step[] {
  let before = startCall(small.call, 0);
  return played.map((move) => {
    const event = eventOf(small, before, move);
    const at = before.lastAt + delayOf(move);
    const [state] = transition(small.call, before, event, at);
    const step = { event, at, before, state };
    before = state;
    return step;
  });
}

type Drawn = Partial<Parameters<typeof smallCall>[0]>;

function law(numRuns: number, check: (small: SmallCall, played: readonly Move[]) => void, drawn: Drawn = {}): void {
  const calls = smallCall({ brief: fc.boolean(), ...drawn });
  fc.assert(fc.property(calls, moves, check), { numRuns, endOnFailure: true });
}

/** The latest reply to each question that took part in the call, as the journal has them, without those to be asked afresh. */
function survivors(all: readonly Step[], last: CallState): ReadonlyMap<string, Reply> {
  const replies = new Map<string, Reply>();
  for (const { event, before, state } of all)
    if (event.kind === 'answered' && state !== before) replies.set(event.question, event.reply);
  for (const id of last.again) replies.delete(id);
  return replies;
}

/** Replies as the answers they are, written apart from the machine. */
function rawAnswers(replies: ReadonlyMap<string, Reply>): Answers {
  const values = new Map<string, FactValue>();
  const unknownOptions = new Map<string, ReadonlyMap<string, 'unsure'>>();
  for (const [id, reply] of replies) {
    if (!('said' in reply)) continue;
    values.set(id, reply.said);
    if (reply.unsure !== undefined && reply.unsure.length > 0)
      unknownOptions.set(id, new Map(reply.unsure.map((option) => [option, 'unsure'])));
  }
  return { questionnaire: 'small', values, unknown: new Map(), unknownOptions };
}

/** A new call in which the replies are given in script order, those that stop it last; where it is stopped, after a step back. */
function fromScratch(call: Call, replies: ReadonlyMap<string, Reply>): CallState {
  const { questions } = call.compiled.callers.questionnaire;
  const stops = ({ id, stop }: (typeof questions)[number]) => {
    const reply = replies.get(id);
    const said = reply !== undefined && 'said' in reply ? reply.said : [];
    return stop.some((option) => (typeof said === 'object' ? said : [said]).includes(option));
  };
  const inOrder = [...questions.filter((one) => !stops(one)), ...questions.filter(stops)];
  let state = startCall(call, 0);
  for (let round = 0; round < 3; round++) {
    for (const { id } of inOrder) {
      const reply = replies.get(id);
      if (reply === undefined || (state.given.has(id) && !state.again.has(id))) continue;
      if (state.place.kind === 'stopped') [state] = transition(call, state, { kind: 'went-back' }, 0);
      [state] = transition(call, state, { kind: 'answered', question: id, reply }, 0);
    }
  }
  return state;
}

test('whatever was done in a call, the decision is that of the surviving replies given from scratch in script order', () => {
  law(100, (small, played) => {
    const { call } = small;
    const all = steps(small, played);
    const last = all.at(-1)?.state ?? startCall(call, 0);
    const surviving = survivors(all, last);
    const decision = decide(call.compiled, answersOf(call, last));
    const contradicting = contradictions(call.compiled, rawAnswers(surviving));
    const counted = new Map([...surviving].filter(([id]) => !contradicting.includes(id)));
    expect(decision).toEqual(decide(call.compiled, rawAnswers(counted)));
    // Replies set aside never change it, but for what it would take to have another level: they are given already.
    expect({ ...decide(call.compiled, rawAnswers(surviving)), changes: [] }).toEqual({ ...decision, changes: [] });
    const fresh = fromScratch(call, counted);
    expect(standingOf(call, fresh).counted).toEqual(standingOf(call, last).counted);
    expect(decide(call.compiled, answersOf(call, fresh))).toEqual(decision);
  });
}, 60_000);

test('replaying any prefix of the events, read back from text, gives the state that was there', () => {
  law(60, (small, played) => {
    const all = steps(small, played);
    let replayed = startCall(small.call, 0);
    for (const { event, at, before, state } of all) {
      const read: CallEvent = JSON.parse(JSON.stringify(event));
      const [next, ask] = transition(small.call, replayed, read, at);
      expect(next).toEqual(state);
      expect(ask).toEqual(askOf(small.call, state));
      expect(next === replayed).toBe(state === before);
      replayed = next;
    }
  });
}, 60_000);

const outputs = ({ levels, firstSteps, supports, settled }: Decision) => ({ levels, firstSteps, supports, settled });

test('whatever would be said to the questions that a brief call leaves out, the result is the same', () => {
  law(
    80,
    (small, played) => {
      const { call, questionnaire } = small;
      const last = steps(small, played).at(-1)?.state ?? startCall(call, 0);
      const { leftOut } = standingOf(call, last);
      const answers = answersOf(call, last);
      const now = outputs(decide(call.compiled, answers));
      for (let seed = 0; seed < 6; seed++) {
        const values = new Map(answers.values);
        for (const question of questionnaire.questions) {
          const reply = replyTo(question, 8 * 64 + 7 * 5 * 4 * 3 * seed + seed);
          if (leftOut.includes(question.id) && 'said' in reply) values.set(question.id, reply.said);
        }
        expect(outputs(decide(call.compiled, { ...answers, values }))).toEqual(now);
      }
    },
    { brief: fc.constant(true) },
  );
}, 60_000);

const serves = ({ safety, uses, stop }: Question) => safety || uses.length > 0 || stop.length > 0;

test('what a brief call asks serves something, or changes the result of some caller or what else they are asked', () => {
  law(
    60,
    (small, played) => {
      const { call, questionnaire, policy } = small;
      const last = steps(small, played).at(-1)?.state ?? startCall(call, 0);
      const possible = completions(listCallers(questionnaire, policy), questionnaire, answersOf(call, last));
      const { applies, counted, open, leftOut } = standingOf(call, last);
      const toCome = questionnaire.questions.filter(({ id }) => applies.get(id) !== 'no' && !counted.includes(id));
      const shownTo = ({ read, verdict }: Listed) => {
        const { result, firstSteps, supports } = verdict;
        const name = result.kind === 'level' ? result.level : result.disposition;
        const asked = toCome.filter((question) => serves(question) && holds(question.askIf, read)).map(({ id }) => id);
        return JSON.stringify([name, [...firstSteps].sort(), [...supports].sort(), asked]);
      };
      const changesWith = (id: string) => {
        const seen = new Map<string, string>();
        return possible.some((caller) => {
          const others = JSON.stringify([...caller.values].filter(([other]) => other !== id));
          const before = seen.get(others);
          seen.set(others, shownTo(caller));
          return before !== undefined && before !== shownTo(caller);
        });
      };
      for (const question of toCome.filter(({ id }) => open.includes(id) || leftOut.includes(id)))
        expect(leftOut.includes(question.id)).toBe(!serves(question) && !changesWith(question.id));
    },
    { brief: fc.constant(true) },
  );
}, 60_000);

test('a brief call asks nothing that a whole call would not, and ends with the same level', () => {
  law(
    80,
    (small, [move]) => {
      const { call, questionnaire } = small;
      const replies = new Map(
        questionnaire.questions.map((one, place) => [one.id, replyTo(one, (move?.seed ?? 0) + place * 977)]),
      );
      const through = (brief: boolean) => {
        let state = startCall({ ...call, brief }, 0);
        const asked = new Set<string>();
        while (state.place.kind === 'question' || state.place.kind === 'safety-unknown') {
          const { kind, id } = state.place;
          asked.add(id);
          const reply = replies.get(id) ?? { unknown: 'unsure' };
          const event = harmless(small, { kind: 'answered', question: id, reply });
          [state] = transition({ ...call, brief }, state, kind === 'question' ? event : { kind: 'went-on' }, 0);
        }
        return { asked, state };
      };
      const [whole, brief] = [through(false), through(true)];
      expect([...brief.asked].filter((id) => !whole.asked.has(id))).toEqual([]);
      expect(brief.state.place).toEqual(whole.state.place);
      if (whole.state.place.kind === 'review')
        expect(outputs(decide(call.compiled, answersOf(call, brief.state)))).toEqual(
          outputs(decide(call.compiled, answersOf(call, whole.state))),
        );
    },
    { brief: fc.constant(true) },
  );
}, 60_000);

test('no later question is on screen while a safety question is open, and what is on screen applies', () => {
  law(120, (small, played) => {
    const { questions } = small.questionnaire;
    for (const { state } of steps(small, played)) {
      const { place } = state;
      if (place.kind !== 'question') continue;
      const { applies, counted } = standingOf(small.call, state);
      expect(applies.get(place.id)).not.toBe('no');
      const here = questions.findIndex((one) => one.id === place.id);
      const open = questions.findIndex(({ id, safety }) => safety && applies.get(id) !== 'no' && !counted.includes(id));
      expect(open === -1 || here <= open || questions[here]?.safety).toBe(true);
    }
  });
}, 60_000);

test('what a question needs to apply, and what has to happen first, is what the callers say who are still possible', () => {
  law(100, (small, played) => {
    const { call, questionnaire, policy } = small;
    const last = steps(small, played).at(-1)?.state ?? startCall(call, 0);
    const possible = completions(listCallers(questionnaire, policy), questionnaire, answersOf(call, last));
    const { applies, levels, isEmergency, firstSteps } = standingOf(call, last);
    for (const { id, askIf } of questionnaire.questions) {
      const count = possible.filter(({ read }) => holds(askIf, read)).length;
      expect(applies.get(id)).toBe(count === 0 ? 'no' : count === possible.length ? 'certain' : 'possible');
    }
    const isFirst = (id: FirstStep) => possible.every(({ verdict }) => verdict.firstSteps.has(id));
    expect(firstSteps).toEqual(FIRST_STEPS.filter(isFirst));
    const results = possible.map(({ verdict: { result } }) => (result.kind === 'level' ? result.level : 'ended'));
    expect(isEmergency).toBe(results.every((result) => result === 'emergency'));
    expect(new Set(results.filter((result) => result !== 'ended'))).toEqual(new Set(levels));
  });
}, 60_000);

/** Something that leads on from where the call stands; undefined at its end. */
function wayOn(small: SmallCall, state: CallState, seed: number): CallEvent | undefined {
  const ask = askOf(small.call, state);
  switch (ask.kind) {
    case 'question': {
      const question = small.questionnaire.questions.find((one) => one.id === ask.id);
      return { kind: 'answered', question: ask.id, reply: replyTo(question, seed) };
    }
    case 'panel':
      return { kind: 'panel-closed' };
    case 'stopped':
      return ask.by.kind === 'rules' ? { kind: 'ended' } : { kind: 'went-on' };
    case 'safety-unknown':
      return { kind: 'went-on' };
    case 'disposition':
      return { kind: 'ended', disposition: ask.id };
    case 'review':
      return { kind: 'reviewed' };
    case 'over':
      return undefined;
    default:
      return ask satisfies never;
  }
}

test('a call never gets stuck: whatever it asks for can be given, and answered questions come to an end', () => {
  law(120, (small, played) => {
    const all = steps(small, played);
    let state = all.at(-1)?.state ?? startCall(small.call, 0);
    // A stop asks again, and so does a change of who is calling: no reply here stops the call, so that both are soon over.
    for (let left = 12 * small.questionnaire.questions.length; left > 0; left--) {
      const event = wayOn(small, state, left * 37 + 3);
      if (event === undefined) break;
      const [next] = transition(small.call, state, harmless(small, event), state.lastAt + 1);
      expect(next).not.toBe(state);
      state = next;
    }
    expect(state.place.kind).toBe('over');
  });
}, 60_000);

/** The same reply without an answer where it would stop the call. */
function harmless({ questionnaire }: SmallCall, event: CallEvent): CallEvent {
  if (event.kind !== 'answered' || !('said' in event.reply)) return event;
  const { said } = event.reply;
  const stop = questionnaire.questions.find((one) => one.id === event.question)?.stop ?? [];
  const names = stop.some((option) => (typeof said === 'object' ? said : [said]).includes(option));
  return names ? { ...event, reply: { unknown: 'declined' } } : event;
}

test('a new call is through within as many answers as there are questions, but for those asked twice', () => {
  law(100, (small, [first]) => {
    const { questions } = small.questionnaire;
    let state = startCall(small.call, 0);
    let asked = 0;
    let twice = 0;
    for (;;) {
      const way = wayOn(small, state, (first?.seed ?? 0) + asked * 31);
      if (way === undefined || state.place.kind === 'stopped') break;
      if (way.kind === 'answered') asked++;
      const before = state.again;
      [state] = transition(small.call, state, harmless(small, way), 0);
      twice += [...state.again].filter((id) => !before.has(id)).length;
    }
    expect(asked).toBeLessThanOrEqual(questions.length + twice);
  });
}, 60_000);

test('back and jumps lead where they say, and replies that were set aside come back but for safety', () => {
  law(100, (small, played) => {
    const { call, questionnaire } = small;
    const last = steps(small, played).at(-1)?.state ?? startCall(call, 0);
    const back = backTarget(call, last);
    const [after] = transition(call, last, { kind: 'went-back' }, last.lastAt);
    expect(back === undefined ? after === last : after.place).toEqual(
      back === undefined ? true : { kind: 'question', id: back },
    );
    for (const { id } of questionnaire.questions) {
      const [there] = transition(call, last, { kind: 'jumped', to: id }, last.lastAt);
      expect(there !== last).toBe(reachableQuestions(call, last).includes(id));
    }
    const aside = standingOf(call, last).setAside;
    const isSafety = (id: string) => questionnaire.questions.some((one) => one.id === id && one.safety);
    if (last.place.kind !== 'stopped') expect(aside.filter((id) => isSafety(id) && !last.again.has(id))).toEqual([]);
    expect(last.again.size).toBe([...last.again].filter((id) => last.given.has(id)).length);
    const changing = questionnaire.questions.filter((one) => isHeard(small, one) || isOfPerson(one));
    expect([...last.again].filter((id) => !changing.some((one) => one.id === id))).toEqual([]);
  });
}, 60_000);

const OF_PERSON = ['age', 'location', 'state', 'postal_code'] as const;
const isOfPerson = ({ uses }: Question) => OF_PERSON.some((use) => uses.includes(use));

/** Ids that a condition names, and that the facts name which it reads. */
function namedBy({ questionnaire }: SmallCall, condition: unknown): readonly string[] {
  const ids = [...JSON.stringify(condition).matchAll(/"id":"(\w+)"/g)].map(([, id = '']) => id);
  const facts = questionnaire.facts.filter((one) => ids.includes(one.id));
  return [
    ...ids,
    ...facts.flatMap((one) =>
      namedBy(
        { questionnaire } as SmallCall,
        one.branches.map(({ when }) => when),
      ),
    ),
  ];
}

/** Whether a reply to the question tells that the call has to end at once. */
function endsAtOnce(small: SmallCall, { id }: Question): boolean {
  const atOnce = small.questionnaire.dispositions.filter((one) => one.ends === 'at-once' && one.when !== undefined);
  return atOnce.some(({ when }) => namedBy(small, when).includes(id));
}

/** Whether the reply has to be heard again where things may have changed. */
const isHeard = (small: SmallCall, question: Question) =>
  question.safety || question.stop.length > 0 || endsAtOnce(small, question);

test('what is asked afresh can be kept where it tells of a person or a place, and nowhere else', () => {
  law(120, (small, played) => {
    for (const { state } of steps(small, played)) {
      const { place, again } = state;
      const question = small.questionnaire.questions.find((one) => place.kind === 'question' && one.id === place.id);
      if (question === undefined || !again.has(question.id)) continue;
      const [kept] = transition(small.call, state, { kind: 'kept', question: question.id }, state.lastAt);
      if (state.isPanelOpen || isHeard(small, question)) expect(kept).toBe(state);
      else
        expect([kept.again.has(question.id), kept.given.get(question.id)?.reply]).toEqual([
          false,
          state.given.get(question.id)?.reply,
        ]);
    }
  });
}, 60_000);

/** Whether the replies that count say that somebody else is meant, told apart from the machine. */
function meansOther({ call, questionnaire }: SmallCall, state: CallState): boolean {
  const { values } = answersOf(call, state);
  const role = questionnaire.questions.find(({ id, uses }) => uses.includes('third_party') && values.has(id));
  return role !== undefined && JSON.stringify(values.get(role.id)) !== JSON.stringify(role.baseline);
}

test('after a reply that turns round who is meant, nothing counts that was asked about the other person', () => {
  let turns = 0;
  law(
    150,
    (small, played) => {
      for (const { event, before, state } of steps(small, played)) {
        if (event.kind !== 'answered' || state === before || state.place.kind === 'stopped') continue;
        if (before.place.kind === 'stopped' || meansOther(small, before) === meansOther(small, state)) continue;
        turns++;
        const asked = small.questionnaire.questions.filter(
          (one) => isOfPerson(one) || (one.safety && one.sayForOther !== undefined),
        );
        for (const { id } of asked)
          if (id !== event.question && state.given.has(id)) expect(state.again.has(id)).toBe(true);
      }
    },
    { role: true },
  );
  expect(turns).toBeGreaterThan(3); // 23 to 49 in sixty runs of this test
}, 60_000);

test('a call that was over takes up nothing about danger or place; one laid aside for less than a day stands as it stood', () => {
  law(120, (small, played) => {
    for (const { event, at, before, state } of steps(small, played)) {
      if (event.kind !== 'resumed') continue;
      const { place } = before;
      const given = small.questionnaire.questions.filter(({ id }) => before.given.has(id));
      if (place.kind === 'over' && place.how.kind !== 'reviewed') {
        const fresh = given.filter(
          ({ id, safety, uses }) => safety || uses.includes('location') || state.again.has(id),
        );
        expect(fresh.filter(({ id }) => !state.again.has(id))).toEqual([]);
        expect(given.filter((one) => endsAtOnce(small, one) && !state.again.has(one.id))).toEqual([]);
      } else if (place.kind !== 'over' && at - before.startedAt <= 24 * 60 * 60 * 1000) {
        const isEmergency = place.kind === 'stopped' || (standingOf(small.call, before).isEmergency && !before.wentOn);
        const named = small.questionnaire.questions.some(({ id, stop }) => {
          const said = before.again.has(id) ? undefined : before.given.get(id)?.reply;
          return said !== undefined && 'said' in said && stop.some((option) => [said.said].flat().includes(option));
        });
        if (!isEmergency && !named)
          expect(state).toEqual({ ...before, lastAt: at, away: before.away + at - before.lastAt });
      }
    }
  });
}, 60_000);

test('no safety reply counts any more when a call that had to end at once no longer has to', () => {
  law(150, (small, played) => {
    const ending = ({ questionnaire, call }: SmallCall, state: CallState) => {
      const atOnce = questionnaire.dispositions.filter(({ ends }) => ends === 'at-once').map(({ id }) => id);
      const certain = decide(call.compiled, answersOf(call, state)).dispositions.filter(
        (one) => one.certainty === 'certain',
      );
      return certain.map(({ id }) => id).filter((id) => atOnce.includes(id));
    };
    for (const { event, before, state } of steps(small, played)) {
      if (event.kind !== 'answered' || state.place.kind === 'stopped' || before.place.kind === 'stopped') continue;
      const now = ending(small, state);
      if (state === before || ending(small, before).every((id) => now.includes(id))) continue;
      const counting = small.questionnaire.questions.filter(
        ({ id, safety }) => safety && state.given.has(id) && !state.again.has(id),
      );
      expect(counting.filter(({ id }) => id !== event.question)).toEqual([]);
    }
  });
}, 60_000);

test('a panel left after use leaves no safety reply that counts; left unused it leaves the very state below it', () => {
  law(120, (small, played) => {
    let below: CallState | undefined;
    let isUsed = false;
    for (const { event, before, state } of steps(small, played)) {
      if (event.kind === 'panel-opened' && state !== before) [below, isUsed] = [before, false];
      if (event.kind === 'panel-logged' && state.isPanelOpen && state !== before) isUsed = true;
      if (event.kind === 'resumed') below = undefined;
      if (event.kind !== 'panel-closed' || state === before) continue;
      const { place, given, again } = state;
      if (isUsed && place.kind !== 'stopped')
        for (const { id, safety } of small.questionnaire.questions)
          if (safety && given.has(id)) expect(again.has(id)).toBe(true);
      if (!isUsed && below !== undefined)
        expect(state).toEqual({ ...below, notes: state.notes, panelLog: state.panelLog, lastAt: state.lastAt });
    }
  });
}, 60_000);
