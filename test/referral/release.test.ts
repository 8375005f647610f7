/** Who is told what of the shipped questionnaire: by consent, in an emergency, and otherwise. */

import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import { hasAgreed, released } from '../../src/referral/release.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { completion, nothingKnown, randomFrom } from '../questionnaires/random-callers.ts';
import { documentMaker } from './documented.ts';
import { aCallRecord } from './given.ts';

const content = await shippedContent();
const { questionnaire } = content;
const make = await documentMaker(content);
const NOBODY = nothingKnown(questionnaire, 'not-asked');
const caller = (said: Readonly<Record<string, FactValue>>) => ({ ...NOBODY, values: new Map(Object.entries(said)) });
const UNREMARKABLE = questionnaire.questions.flatMap(({ id, baseline }) =>
  baseline === undefined ? [] : [[id, baseline] as const],
);
const NEEDS_IOP = {
  substances: ['alcohol'],
  criteria: ['craving', 'duties', 'risks', 'conflicts'],
  mental_health: 'steady',
};
const texts = (answers: ReturnType<typeof caller>, recipient: Parameters<typeof make>[1]): string =>
  JSON.stringify(make({ answers }, recipient).parts);

test('consent counts from the person concerned, an adult, and for whom it was given', () => {
  const agreed = { role: 'self', age: 30, consent_share: ['program'] };
  expect(hasAgreed(questionnaire, caller(agreed), 'program')).toBe(true);
  expect(hasAgreed(questionnaire, caller(agreed), 'caller')).toBe(false);
  expect(hasAgreed(questionnaire, caller({ ...agreed, consent_share: ['self'] }), 'caller')).toBe(true);
  expect(hasAgreed(questionnaire, caller({ ...agreed, consent_share: ['family'] }), 'program')).toBe(false);
  expect(hasAgreed(questionnaire, caller({ ...agreed, role: 'other' }), 'program')).toBe(false);
  expect(hasAgreed(questionnaire, caller({ ...agreed, age: 17 }), 'program')).toBe(false);
  const { role: _, ...unsaid } = agreed;
  expect(hasAgreed(questionnaire, caller(unsaid), 'program')).toBe(false);
});

test('what is marked for an emergency is told in one, and every restricted answer that stops a call is marked', () => {
  const { withheld } = released(questionnaire, NOBODY, 'emergency');
  const marked = questionnaire.questions.filter(({ inEmergency }) => inEmergency === true);
  expect(marked.length).toBeGreaterThan(20);
  expect(marked.filter(({ id }) => withheld.includes(id)).map(({ id }) => id)).toEqual([]);
  const stops = questionnaire.questions.filter(({ stop, restricted }) => restricted && stop.length > 0);
  expect(stops.length).toBeGreaterThan(2);
  expect(stops.filter(({ inEmergency }) => inEmergency !== true).map(({ id }) => id)).toEqual([]);
});

test('whoever has an emergency by all answers has one by those that are told in it', () => {
  const random = randomFrom(11);
  const callers = Array.from({ length: 120 }, () => ({
    ...NOBODY,
    values: completion(questionnaire, NOBODY, random),
  }));
  const inEmergency = callers.filter((answers) => make({ answers }, 'chart').summary?.emergency != null);
  expect(inEmergency.length).toBeGreaterThan(30);
  for (const answers of inEmergency) expect(make({ answers }, 'emergency').basis).toBe('emergency');
}, 60_000);

test('without consent no number, no reason and no level goes to a program', () => {
  const said = {
    role: 'self',
    age: 30,
    state: 'CA',
    callback_number: '213-555-0100',
    housing: 'none',
    violence: 'yes',
  };
  const told = make({ answers: caller(said) }, 'program');
  expect(told.basis).toBe('unrestricted');
  const text = JSON.stringify(told);
  expect(text).not.toContain('555');
  expect(told.parts.map(({ id }) => id)).toEqual(['level', 'needs', 'ask', 'reach', 'withheld']);
  expect(told.parts[0]?.lines.map(({ text: line }) => line)).toEqual([
    'The answers that may be passed on settle no level of care.',
  ]);
  expect(told.withheld.map(({ id }) => id)).toContain('home');
});

test("the caller's own copy names no violence, no call-back and no reason, whatever they agreed to", () => {
  const all = new Map(
    questionnaire.questions.flatMap(({ id, baseline }) => (baseline === undefined ? [] : [[id, baseline] as const])),
  );
  const said = { role: 'self', age: 30, violence: 'yes', other_place: 'none', callback_number: '213-555-0100' };
  const values = new Map<string, FactValue>([...all, ...Object.entries(said), ['consent_share', ['self']]]);
  const answers = { ...NOBODY, values };
  const whole = make({ answers }, 'chart').summary;
  expect(JSON.stringify(whole)).toMatch(/violence|advocate/);
  expect(whole?.followUp?.callback).toBe('213-555-0100');
  const copy = texts(answers, 'caller');
  expect(copy).not.toMatch(/violence|advocate|hurts you|213-555-0100|leave/i);
  for (const { because } of whole?.why.reasons ?? []) expect(copy).not.toContain(because);
});

test('documents that hold restricted answers carry the statement of the law, and others do not need to', () => {
  const agreed = caller({ role: 'self', age: 30, consent_share: ['program', 'self'] });
  expect(texts(agreed, 'program')).toContain('protected by Federal confidentiality rules (42 CFR part 2)');
  expect(texts(agreed, 'program')).toContain('How it is revoked');
  expect(texts(caller({ danger_now: 'yes' }), 'emergency')).toContain('42 CFR 2.51');
  expect(texts(caller({ role: 'self' }), 'program')).not.toContain('42 CFR');
});

test("the caller's own copy has no notice, no consent and no record of it: whoever finds it would read what the care is for", () => {
  const values = new Map<string, FactValue>([...UNREMARKABLE, ['consent_share', ['self', 'program']]]);
  const told = make({ answers: { ...NOBODY, values }, because: 'asked for it' }, 'caller');
  expect(told.basis).toBe('consent');
  expect(told.parts.map(({ id }) => id)).not.toContain('confidentiality');
  expect(told.parts.map(({ id }) => id)).not.toContain('disclosure');
  expect(JSON.stringify(told)).not.toMatch(/42 CFR|redisclos|substance use|revoked/i);
});

const RECORD = aCallRecord();
const LOGGED = [{ done: 'Called for help.', at: 30_000 }];

test.each([
  ['nothing on the panel, and a reason', { ...RECORD }, 'a fall', 'unrestricted'],
  [
    'something on the panel of an open call',
    { ...RECORD, status: { kind: 'open' } as const, panelLog: LOGGED },
    undefined,
    'unrestricted',
  ],
  [
    'the same, and said what it is',
    { ...RECORD, status: { kind: 'open' } as const, panelLog: LOGGED },
    'a fall',
    'emergency',
  ],
  [
    'cut off with something on the panel',
    { ...RECORD, status: { kind: 'ended', disposition: 'dropped' } as const, panelLog: LOGGED },
    undefined,
    'unrestricted',
  ],
  ['taken to its end with something on the panel', { ...RECORD, panelLog: LOGGED }, undefined, 'unrestricted'],
  ['the same, and said what it is', { ...RECORD, panelLog: LOGGED }, 'a fall', 'emergency'],
  ['stopped as an emergency', { ...RECORD, status: { kind: 'stopped' } as const }, undefined, 'emergency'],
] as const)('%s: the answers of an unremarkable caller are disclosed accordingly', (_, record, because, basis) => {
  const answers = { ...NOBODY, values: new Map<string, FactValue>([...UNREMARKABLE, ['substances', ['opioids']]]) };
  const call = { answers, record, ...(because === undefined ? {} : { because }) };
  const told = make(call, 'emergency');
  expect(told.basis).toBe(basis);
  const label = questionnaire.questions
    .find(({ id }) => id === 'substances')
    ?.options.find(({ id }) => id === 'opioids');
  expect(label).toBeDefined();
  const name = typeof label?.label === 'object' && 'en' in label.label ? label.label.en : '';
  expect(name).not.toBe('');
  expect(JSON.stringify(told.parts).includes(String(name))).toBe(basis === 'emergency');
});

test('what tells of substance use or mental health is restricted itself, and does not depend on a gate', () => {
  // body_now is about an injured body, whatever the cause: docs/documents.md says why it may leave.
  const telling = ['safety', 'substances', 'opioids', 'body', 'mind', 'pattern', 'treatment', 'home'];
  const open = questionnaire.questions.filter(({ section, restricted }) => telling.includes(section) && !restricted);
  expect(open.map(({ id }) => id)).toEqual(['body_now']);
});

test('what responders do not act on is not marked for them', () => {
  const marked = questionnaire.questions.filter(({ inEmergency }) => inEmergency === true).map(({ id }) => id);
  for (const id of ['opioid_source', 'sedative_source', 'injecting', 'company', 'course', 'follow_up'])
    expect(marked).not.toContain(id);
  const { withheld } = released(questionnaire, NOBODY, 'emergency');
  expect(withheld).toEqual(expect.arrayContaining(['course', 'follow_up', 'opioid_source', 'sedative_source']));
});

test('without consent a program reads no list of steps that may be needed, and nothing that nobody needs', () => {
  const told = make({ answers: caller({ role: 'self', age: 30, danger_now: 'yes', language_needs: [] }) }, 'program');
  expect(told.withheld.length).toBeGreaterThan(0);
  expect(JSON.stringify(told.parts)).not.toMatch(/Perhaps|English is fine/);
  expect(JSON.stringify(told.parts)).toContain('Age: 30');
});

test("the caller's copy says what to ask of the first program, two things at most, and none about their health", () => {
  const said = { role: 'self', age: 41, state: 'CA', payment: 'private', consent_share: ['self'] };
  const values = new Map<string, FactValue>([...UNREMARKABLE, ...Object.entries(said), ...Object.entries(NEEDS_IOP)]);
  const whole = make({ answers: { ...NOBODY, values } }, 'chart').summary;
  expect(whole?.referral?.primary?.ask.length).toBeGreaterThan(2);
  const lines = make({ answers: { ...NOBODY, values } }, 'caller').parts.find(({ id }) => id === 'call')?.lines ?? [];
  expect(lines.map(({ text }) => text).filter((text) => text.startsWith('Ask them'))).toEqual([
    'Ask them whether they take callers from California.',
    'Ask them whether they take private insurance.',
  ]);
});
