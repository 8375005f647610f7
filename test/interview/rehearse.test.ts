import { expect, test } from 'vitest';
import { createCall } from '../../src/interview/call.ts';
import { screenOf } from '../../src/interview/dialogue.ts';
import { rehearse } from '../../src/interview/rehearse.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';
import { dialogueAfter, questionnaire } from './shipped-dialogue.ts';

const VARIANTS = ['intake-line', 'pride-institute'].flatMap((policy) =>
  [false, true].map((brief) => ({ policy, brief, call: createCall(compiledPolicy(policy), { brief }) })),
);

test.each(VARIANTS)(
  'a rehearsal goes through every section to the review: $policy, brief $brief',
  ({ call, brief }) => {
    const sections = [...rehearse(dialogueAfter([], { call }), 0)].map(({ header }) => header.section);
    const titles = questionnaire.sections.map(({ title }) => inLanguage(title, 'en'));
    const heard = titles.filter((title) => sections.includes(title));
    expect(sections.at(-1)).toBe('Review');
    expect(heard.length).toBeGreaterThan(brief ? 5 : titles.length - 3);
    expect(sections.length).toBeGreaterThan(brief ? 20 : 30);
  },
);

test('it changes nothing, wherever the call stands', () => {
  const call = createCall(compiledPolicy('intake-line'));
  for (const reply of [{ said: 'no' }, { unknown: 'unsure' }, { said: 'yes' }] as const) {
    const dialogue = dialogueAfter([{ kind: 'answered', question: 'danger_now', reply }], { call });
    const { state } = dialogue;
    const before = structuredClone(state);
    const screen = screenOf(dialogue, 5);
    expect([...rehearse(dialogue, 5)].length).toBeGreaterThan(0);
    expect(dialogue.state).toBe(state);
    expect(state).toEqual(before);
    expect(screenOf(dialogue, 5)).toEqual(screen);
  }
});

test('in an emergency nothing is rehearsed beyond its steps', () => {
  const stopped = dialogueAfter([{ kind: 'answered', question: 'danger_now', reply: { said: 'yes' } }]);
  expect([...rehearse(stopped, 5)].map(({ isAlarm }) => isAlarm)).toEqual([true]);
});
