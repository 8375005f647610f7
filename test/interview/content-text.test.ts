import { expect, test } from 'vitest';
import type { Condition } from '../../src/conditions/model.ts';
import { policyText, questionnaireText } from '../../src/interview/content-text.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { all, choice, ending, fact, is, names, policy, questionnaire, rule, within, yesNo } from '../decision/given.ts';
import { shippedContent } from '../fixtures/shipped.ts';

/** The same value with the keys of every map, be it an object or a Map, the other way round. */
function turned(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].reverse().map(([key, one]) => [key, turned(one)]));
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  );
}

const content = await shippedContent();

test('in what order the keys stand means nothing', () => {
  const other = turned(content.questionnaire) as Questionnaire;
  expect(Object.keys(other)).not.toEqual(Object.keys(content.questionnaire));
  expect(questionnaireText(other)).toBe(questionnaireText(content.questionnaire));
  for (const one of content.policies) expect(policyText(turned(one) as typeof one)).toBe(policyText(one));
});

test('every shipped policy means something else', () => {
  expect(new Set(content.policies.map(policyText)).size).toBe(content.policies.length);
});

const gate = all(is('a', 'yes'), within('n', 1, 2));
const shown = ending('end', is('a', 'yes', 'no'));
const asked = (changes: Partial<Questionnaire> = {}): Questionnaire => ({
  ...questionnaire([yesNo('a'), choice('b', ['x', 'y'], { askIf: gate })], {
    facts: [fact('f', [['v', names('c', 'p', 'q')]], 'w')],
    dispositions: [shown],
  }),
  ...changes,
});
const [a, b] = asked().questions;

test('what is only written in another order is the same questionnaire', () => {
  const same: Condition = all(within('n', 1, 2), is('a', 'yes'));
  const text = questionnaireText(asked());
  expect(questionnaireText(asked({ questions: [a!, { ...b!, askIf: same }] }))).toBe(text);
  expect(questionnaireText(asked({ facts: [fact('f', [['v', names('c', 'q', 'p')]], 'w')] }))).toBe(text);
  expect(questionnaireText(asked({ dispositions: [ending('end', is('a', 'no', 'yes'))] }))).toBe(text);
  expect(questionnaireText(asked({ version: '2' }))).toBe(text);
});

test.each([
  ['a word of a script', { questions: [{ ...a!, say: 'Say a, please?' }, b!] }],
  ['a word for the counselor', { questions: [{ ...a!, help: 'wait' }, b!] }],
  ['the order of the script', { questions: [b!, a!] }],
  ['a gate', { questions: [a!, { ...b!, askIf: is('a', 'no') }] }],
  [
    'what a gate joins',
    { questions: [a!, { ...b!, askIf: { kind: 'any', of: [is('a', 'yes'), within('n', 1, 2)] } }] },
  ],
  ['an option', { questions: [a!, { ...b!, options: [{ id: 'x', label: 'X', synonyms: ['ex'] }] }] }],
  ['a stop', { questions: [{ ...a!, stop: ['yes'] }, b!] }],
  ['a safety mark', { questions: [{ ...a!, safety: true }, b!] }],
  [
    'the gravity of answers',
    {
      questions: [
        a!,
        {
          ...b!,
          order: {
            kind: 'ranks',
            ranks: new Map([
              ['x', 0],
              ['y', 1],
            ]),
          },
        },
      ],
    },
  ],
  ['a fact', { facts: [fact('f', [['v', names('c', 'p')]], 'w')] }],
  ['a way to end the call', { dispositions: [{ ...shown, say: 'Good bye.' }] }],
  ['a language', { languages: ['en', 'es'] }],
] satisfies readonly (readonly [string, Partial<Questionnaire>])[])(
  '%s is part of what a questionnaire means',
  (_, changes) => {
    expect(questionnaireText(asked(changes))).not.toBe(questionnaireText(asked()));
  },
);

test('ranks are told apart though they stand in a Map', () => {
  const ranked = (grave: string, mild: string): Questionnaire =>
    asked({
      questions: [
        {
          ...a!,
          order: {
            kind: 'ranks',
            ranks: new Map([
              [mild, 0],
              [grave, 1],
            ]),
          },
        },
      ],
    });
  expect(questionnaireText(ranked('yes', 'no'))).not.toBe(questionnaireText(ranked('no', 'yes')));
});

const first = rule('one', is('a', 'yes'), { atLeast: 'iop', add: ['family-support', 'safety-plan'] });
const second = rule('two', is('b', 'x', 'y'), { first: ['safe-place'] });

test('rules mean the same in any order, whatever reasons they give', () => {
  const text = policyText(policy([first, second]));
  const others = { ...first, add: [...first.add].reverse(), because: 'put otherwise', cites: ['practice#K'] };
  expect(policyText(policy([second, others]))).toBe(text);
  expect(policyText({ ...policy([first, second]), version: '2', title: 'Another title' })).toBe(text);
});

test.each([
  ['a condition', policy([{ ...first, when: is('a', 'no') }, second])],
  ['a level', policy([{ ...first, atLeast: 'residential' }, second])],
  ['a first step', policy([first, { ...second, first: [] }])],
  ['a support', policy([{ ...first, add: [] }, second])],
  ['an action', policy([{ ...first, do: ['call-911'] }, second])],
  ['a rule', policy([first])],
  ['what it says otherwise', policy([first, second], { level: 'outpatient' })],
  ['its id', { ...policy([first, second]), id: 'another' }],
])('%s is part of what a policy means', (_, other) => {
  expect(policyText(other)).not.toBe(policyText(policy([first, second])));
});
