/**
 * What leaves the building says nothing of what was not released: two callers who differ only in restricted answers, and in
 * whatever those open or close, get the same document, byte for byte, in every form. Whether they differ only in these is found here
 * from what the questionnaire says, and not by the code that releases.
 */

import { expect, test } from 'vitest';
import { ALWAYS } from '../../src/conditions/model.ts';
import { readIds } from '../../src/conditions/reads.ts';
import { OVERRIDE_CODES } from '../../src/interview/model.ts';
import type { CallRecord } from '../../src/interview/record.ts';
import type { Answers, Question } from '../../src/questionnaire/model.ts';
import type { Recipient } from '../../src/referral/recipients.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { completion, nothingKnown, pick, type Random, randomFrom } from '../questionnaires/random-callers.ts';
import { type DocumentedCall, documentMaker, everyForm, type Make } from '../referral/documented.ts';

const content = await shippedContent();
const { questionnaire } = content;
const honest = await documentMaker(content);
const NOBODY = nothingKnown(questionnaire, 'not-asked');

/** Whether an answer may depend on one to which `isSecret` holds: itself, or through `ask_if`, facts included. */
function dependsOn(isSecret: (question: Question) => boolean): (id: string) => boolean {
  const known = new Map<string, boolean>();
  const depends = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const question = questionnaire.questions.find((one) => one.id === id);
    const fact = questionnaire.facts.find((one) => one.id === id);
    const read =
      question === undefined
        ? (fact?.branches ?? []).flatMap(({ when }) => [...readIds(when)])
        : [...readIds(question.askIf)];
    const found = (question !== undefined && isSecret(question)) || read.some(depends);
    known.set(id, found);
    return found;
  };
  return depends;
}

const restricted = dependsOn((question) => question.restricted);
const restrictedInEmergency = dependsOn((question) => question.restricted && question.inEmergency !== true);

interface Pair {
  readonly left: DocumentedCall;
  readonly right: DocumentedCall;
}

const CONSENT = 'consent_share';

/** A caller, and another one who differs where `isSecret` holds alone; neither has agreed that anybody is told. */
function drawPair(left: Answers, random: Random, isSecret: (id: string) => boolean): Pair {
  const other = drawCaller(random);
  const own = [...left.values].filter(([id]) => !isSecret(id));
  const others = [...other.values].filter(([id]) => isSecret(id));
  const keeps = <T>(map: ReadonlyMap<string, T>, from: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...[...map].filter(([id]) => !isSecret(id)), ...[...from].filter(([id]) => isSecret(id))]);
  const right: Answers = {
    ...other,
    // In another order, too.
    values: new Map([...others, ...own]),
    unknown: keeps(left.unknown, other.unknown),
    unknownOptions: keeps(left.unknownOptions, other.unknownOptions),
  };
  return { left: { answers: left }, right: { answers: right } };
}

function drawCaller(random: Random): Answers {
  const values = new Map(completion(questionnaire, NOBODY, random));
  const said = random() < 0.5 ? [] : ['family', 'doctor'];
  values.set(CONSENT, said);
  for (const { id, type } of questionnaire.questions) {
    if (type === 'text' || type === 'phone') values.set(id, `said ${Math.floor(random() * 1e6)}`);
    if (type === 'date') values.set(id, '2026-11-30');
  }
  const unknown = new Map<string, 'unsure' | 'declined'>();
  const unknownOptions = new Map<string, ReadonlyMap<string, 'unsure'>>();
  const share = random() * 0.4;
  for (const { id, kind } of questionnaire.questions) {
    const value = values.get(id);
    if (random() < share && id !== 'role') {
      values.delete(id);
      if (random() < 0.5) unknown.set(id, random() < 0.5 ? 'unsure' : 'declined');
    } else if (kind.kind === 'options' && typeof value === 'object' && random() < 0.1) {
      const open = kind.options.filter((option) => !value.includes(option)).slice(0, 2);
      unknownOptions.set(id, new Map(open.map((option) => [option, 'unsure'])));
    }
  }
  return {
    questionnaire: questionnaire.id,
    values,
    unknown,
    unknownOptions,
    ...(random() < 0.2 ? { ended: pick(random, questionnaire.dispositions).id } : {}),
    ...(random() < 0.2
      ? { override: { level: 'php', code: pick(random, OVERRIDE_CODES), note: 'their own words' } }
      : {}),
    ...(random() < 0.3 ? { notes: [{ text: `note ${Math.floor(random() * 1e6)}` }] } : {}),
  };
}

/** How a call went, which is told to nobody outside but those who help in an emergency. */
function drawRecord(random: Random): CallRecord {
  const at = Math.floor(random() * 3_600_000);
  return {
    id: `call-${Math.floor(random() * 1e6)}`,
    startedAt: 0,
    lastAt: at,
    minutes: Math.ceil(at / 60_000),
    status: pick(random, [
      { kind: 'done' },
      { kind: 'open' },
      { kind: 'stopped' },
      { kind: 'ended', disposition: 'dropped' },
    ] as const),
    panelLog: random() < 0.5 ? [] : [{ done: 'Called for help.', at }],
    setAside: ['alcohol_days'],
    askAgain: ['self_harm'],
    told: random() < 0.5 ? [] : [{ question: 'self_harm', said: ['plan'], at, isAskedAfresh: true }],
    isDangerUnasked: random() < 0.2,
    override: undefined,
  };
}

/** The first pair whose documents differ; undefined where every pair has the same. */
function firstDifference(make: Make, recipient: Recipient, pairs: readonly Pair[]): number | undefined {
  const at = pairs.findIndex(({ left, right }) => {
    const [one, other] = [everyForm(make(left, recipient)), everyForm(make(right, recipient))];
    return one.some((form, index) => form !== other[index]);
  });
  return at === -1 ? undefined : at;
}

const COUNT = 1000;

/** Each caller is compared with so many others: what is released of them is decided once. */
const OTHERS = 25;

function drawnPairs(seed: number, isSecret: (id: string) => boolean, count = COUNT): readonly Pair[] {
  const random = randomFrom(seed);
  const callers = Array.from({ length: count / OTHERS }, () => drawCaller(random));
  return callers.flatMap((one) => Array.from({ length: OTHERS }, () => drawPair(one, random, isSecret)));
}

test('the pairs differ, and not by a little', () => {
  const pairs = drawnPairs(1, restricted);
  const differ = pairs.filter(({ left, right }) =>
    questionnaire.questions.some(
      ({ id }) => JSON.stringify(left.answers.values.get(id)) !== JSON.stringify(right.answers.values.get(id)),
    ),
  );
  expect(differ).toHaveLength(COUNT);
  // What is the same are answers, and not their absence.
  const open = questionnaire.questions.filter(({ id }) => !restricted(id));
  expect(open.length).toBeGreaterThan(8);
  expect(restricted(CONSENT)).toBe(true);
});

test.each(['caller', 'program'] as const)(
  'nothing that was not released shows to the %s',
  (recipient) => {
    const random = randomFrom(7);
    const pairs = drawnPairs(2, restricted).map(({ left, right }) => ({
      left: { ...left, record: drawRecord(random) },
      right: { ...right, record: random() < 0.5 ? drawRecord(random) : undefined },
    }));
    expect(firstDifference(honest, recipient, pairs)).toBeUndefined();
  },
  60_000,
);

test('in an emergency nothing shows that is not marked for it; in none nothing that is restricted', () => {
  const random = randomFrom(9);
  const calls = drawnPairs(3, restrictedInEmergency).map(({ left, right }) => {
    const record = random() < 0.5 ? undefined : { ...drawRecord(random), told: [], isDangerUnasked: false };
    return { left: { ...left, record }, right: { ...right, record } };
  });
  expect(firstDifference(honest, 'emergency', calls)).toBeUndefined();
  const grounds = calls.map(({ left }) => honest(left, 'emergency').basis);
  for (const basis of ['emergency', 'unrestricted'])
    expect(grounds.filter((one) => one === basis).length).toBeGreaterThan(100);
}, 60_000);

test('with consent, in an emergency and in the chart they do differ', () => {
  const agreed = (answers: Answers): DocumentedCall => ({
    answers: {
      ...answers,
      values: new Map([...answers.values, ['role', 'self'], ['age', 30], [CONSENT, ['program', 'self']]]),
    },
  });
  const pairs = drawnPairs(4, restricted, 60).map(({ left, right }) => ({
    left: agreed(left.answers),
    right: agreed(right.answers),
  }));
  for (const recipient of ['caller', 'program', 'emergency', 'chart'] as const) {
    const differ = pairs.filter((pair) => firstDifference(honest, recipient, [pair]) !== undefined);
    expect(differ.length, recipient).toBeGreaterThan(20);
  }
}, 60_000);

test('a leak would be found: of a decision, and of an answer that only a restricted one opens', async () => {
  const whole = await documentMaker(content, { decided: (_, all) => all });
  expect(firstDifference(whole, 'program', drawnPairs(5, restricted, 100))).toBeDefined();
  expect(firstDifference(whole, 'caller', drawnPairs(5, restricted, 100))).toBeDefined();
  const ungated = { ...questionnaire, questions: questionnaire.questions.map((one) => ({ ...one, askIf: ALWAYS })) };
  const open = await documentMaker(content, { questionnaire: ungated });
  expect(firstDifference(open, 'program', drawnPairs(6, restricted, 100))).toBeDefined();
}, 60_000);
