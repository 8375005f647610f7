import { expect, test } from 'vitest';
import { evaluate } from '../../src/decision/evaluate.ts';
import { stopActions } from '../../src/interview/emergency-actions.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';
import { after, chose, dialogueAfter, shown, TEXTS } from './shipped-dialogue.ts';

const compiled = compiledPolicy('intake-line');
const { questionnaire } = compiled.callers;
const actions = stopActions(compiled);

test('every stop option of the shipped questionnaire says what to do, and none says more than the rules do of any caller', () => {
  const stops = questionnaire.questions.flatMap((question) => question.stop.map((option) => ({ question, option })));
  expect(stops.length).toBeGreaterThan(20);
  for (const { question, option } of stops) {
    const ahead = actions.get(`${question.id}.${option}`) ?? [];
    expect(ahead.length, `${question.id}.${option}`).toBeGreaterThan(0);
    const said = question.type === 'choices' ? [option] : option;
    const caller = readCaller(questionnaire, new Map([[question.id, said]]));
    expect([...evaluate(questionnaire, compiled.policy, caller).actions]).toEqual(expect.arrayContaining([...ahead]));
  }
});

test('a stop shows them first', () => {
  const overdose = dialogueAfter([{ kind: 'answered', question: 'overdose_now', reply: { said: ['overdose'] } }]);
  const say = shown(overdose).blocks.filter(({ kind }) => kind === 'say');
  expect(say).toContainEqual({ kind: 'say', text: TEXTS.emergency.actions['naloxone-now'] });
  expect(say).toContainEqual({ kind: 'say', text: TEXTS.emergency.actions['call-911'] });
});

test('answers that add up to an emergency say what to do too', () => {
  const reply = { said: ['thoughts', 'means-at-hand', 'cannot-stay-safe'] };
  const dialogue = dialogueAfter([{ kind: 'answered', question: 'self_harm', reply }]);
  expect(dialogue.state.place).toEqual({ kind: 'stopped', by: { kind: 'rules' } });
  expect(shown(dialogue).blocks).toContainEqual({ kind: 'say', text: TEXTS.emergency.actions['call-988'] });
  expect(shown(after(dialogue, chose('danger-over'), chose('go-on'))).blocks).not.toContainEqual({
    kind: 'say',
    text: TEXTS.emergency.actions['call-988'],
  });
});
