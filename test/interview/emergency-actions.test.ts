import { expect, test } from 'vitest';
import { decide } from '../../src/decision/decide.ts';
import { knownCaller } from '../../src/decision/known-caller.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { actionsNow } from '../../src/interview/emergency-actions.ts';
import type { CallEvent, CallState, Reply } from '../../src/interview/model.ts';
import { ACTIONS } from '../../src/policy/care-lists.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { after, CALL, chose, dialogueAfter, questionnaire, shown, stateAfter, TEXTS } from './shipped-dialogue.ts';

const stopping = questionnaire.questions.filter(({ stop }) => stop.length > 0);

function stateWith({ id }: Question, reply: Reply): CallState {
  return stateAfter([{ kind: 'answered', question: id, reply }]);
}

/** What deciding says on the same answers. */
function decided(state: CallState): readonly string[] {
  const { actions } = decide(CALL.compiled, answersOf(CALL, state));
  return ACTIONS.filter((action) => actions[action] === 'certain');
}

/** The same without everything else that a decision says. */
function quicklyDecided(state: CallState): readonly string[] {
  const { certainty } = knownCaller(CALL.compiled, answersOf(CALL, state));
  return ACTIONS.filter((action) => certainty(CALL.compiled.actions[action]) === 'certain');
}

/** Every set of some of these, the empty one first. */
function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  return ids.reduce<readonly (readonly string[])[]>((sets, id) => sets.concat(sets.map((set) => [...set, id])), [[]]);
}

/** Of each question that can stop a call: every set of the widest one, and the stops of the others singly and in pairs. */
function stopReplies(question: Question): readonly Reply[] {
  if (question.type !== 'choices') return question.stop.map((said) => ({ said }));
  const all = subsets(question.options.map(({ id }) => id)).filter((set) =>
    set.some((id) => question.stop.includes(id)),
  );
  const some =
    question.id === 'self_harm'
      ? all
      : all.filter((set) => set.length <= 2 && set.every((id) => question.stop.includes(id)));
  return some.map((said) => ({ said }));
}

test('a stop says to do what deciding on the same answers says', () => {
  const selfHarm = stopping.find(({ id }) => id === 'self_harm');
  expect(selfHarm && stopReplies(selfHarm)).toHaveLength(256 - 16); // 8 options, 4 of which stop nothing
  expect(stopping.length).toBeGreaterThan(7);
  for (const question of stopping)
    for (const reply of stopReplies(question)) {
      const state = stateWith(question, reply);
      const what = JSON.stringify(reply);
      expect(state.place.kind, what).toBe('stopped');
      const actions = actionsNow(CALL, state);
      expect(actions.length, what).toBeGreaterThan(0);
      expect(actions, what).toEqual(quicklyDecided(state));
      if ('said' in reply && typeof reply.said === 'object' && reply.said.length === 1)
        expect(actions, what).toEqual(decided(state));
    }
});

test('a plan and the means within reach call 911 on the screen, which neither does alone', () => {
  const selfHarm = stopping.find(({ id }) => id === 'self_harm');
  if (selfHarm === undefined) throw new Error('no such question');
  const sayings = (...said: readonly string[]) =>
    shown(dialogueAfter([{ kind: 'answered', question: selfHarm.id, reply: { said } }])).blocks.flatMap((block) =>
      block.kind === 'say' ? [block.text] : [],
    );
  expect(decided(stateWith(selfHarm, { said: ['plan', 'means-at-hand'] }))).toContain('call-911');
  expect(sayings('plan', 'means-at-hand')).toContain(TEXTS.emergency.actions['call-911']);
  expect(sayings('plan')).not.toContain(TEXTS.emergency.actions['call-911']);
});

test('what was said before counts, also where it is to be asked afresh', () => {
  const said = (question: string, value: string | readonly string[]): CallEvent => ({
    kind: 'answered',
    question,
    reply: { said: value },
  });
  const once = stateAfter([said('self_harm', ['plan', 'means-at-hand']), { kind: 'went-on' }]);
  expect(once.again.has('self_harm')).toBe(true);
  const twice = stateAfter([
    said('self_harm', ['plan', 'means-at-hand']),
    { kind: 'went-on' },
    said('danger_now', 'yes'),
  ]);
  expect(actionsNow(CALL, twice)).toEqual(expect.arrayContaining([...actionsNow(CALL, once)]));
});

test('answers that add up to an emergency say what to do too', () => {
  const reply = { said: ['thoughts', 'means-at-hand', 'cannot-stay-safe'] };
  const dialogue = dialogueAfter([{ kind: 'answered', question: 'self_harm', reply }]);
  expect(dialogue.state.place).toEqual({ kind: 'stopped', by: { kind: 'rules' } });
  const calls988 = { kind: 'say', text: TEXTS.emergency.actions['call-988'] };
  expect(shown(dialogue).blocks).toContainEqual(calls988);
  expect(shown(after(dialogue, chose('danger-over'), chose('go-on'))).blocks).not.toContainEqual(calls988);
});

test('about somebody else they are said to whoever is on the line', () => {
  const other = dialogueAfter([
    { kind: 'answered', question: 'role', reply: { said: 'other' } },
    { kind: 'answered', question: 'overdose_now', reply: { said: ['overdose'] } },
  ]);
  const { blocks } = shown(other);
  expect(blocks).toContainEqual({ kind: 'say', text: TEXTS.emergency.actionsForOther['naloxone-now'] });
  expect(blocks).not.toContainEqual({ kind: 'say', text: TEXTS.emergency.actions['naloxone-now'] });
  expect(blocks[1]).toMatchObject({
    kind: 'text',
    text: expect.stringMatching(/^Said of the other person: An overdose/),
  });
});
