/** A file and a call come to the same summary, by the same rules and with the same complaints. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWithinBudget } from '../../src/cli/compile-within-budget.ts';
import { answersIn, findPolicy } from '../../src/cli/decide-caller.ts';
import { summaryFor } from '../../src/cli/summary-for.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import { type CallEvent, OVERRIDE_CODES } from '../../src/interview/model.ts';
import { CHOOSABLE_LEVELS } from '../../src/interview/override.ts';
import { type CallRecord, recordOf } from '../../src/interview/record.ts';
import { transition } from '../../src/interview/transition.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { readAnswers } from '../../src/questionnaire/read-answers.ts';
import { answersYaml } from '../../src/questionnaire/write-answers.ts';
import type { Summary } from '../../src/referral/summary.ts';
import { unpainted } from '../../src/render/palette.ts';
import { summaryText } from '../../src/render/summary-text.ts';
import { shortly, valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { partialCaller, type Random, randomFrom } from '../questionnaires/random-callers.ts';

const content = await shippedContent();
const { questionnaire } = content;
const policy = valueIn(findPolicy('intake-line', content, 'adult-intake'));
const compiled = valueIn(compileWithinBudget(policy, content, 'adult-intake'));
const fixed = { policy, compiled, place: 'adult-intake', language: 'en', today: '2026-11-22' };

async function fromFile(text: string) {
  const document = valueIn(await readAnswers('caller.yaml', text, questionnaire));
  const answers = answersIn(document, questionnaire);
  return answers.ok ? summaryFor(content, { ...fixed, answers: answers.value, document }) : answers;
}

function fromCall(answers: Answers, call?: CallRecord): Summary {
  return valueIn(summaryFor(content, { ...fixed, answers, call }));
}

const nothingSaid: Answers = {
  questionnaire: questionnaire.id,
  values: new Map(),
  unknown: new Map(),
  unknownOptions: new Map(),
};

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

/** What a counselor may have added to answers. */
const ADDED: Readonly<Record<string, (random: Random) => Partial<Answers>>> = {
  nothing: () => ({}),
  'an ending': (random) => ({ ended: pick(questionnaire.dispositions, random).id }),
  'a choice of level': (random) => ({
    override: {
      level: pick(CHOOSABLE_LEVELS, random),
      code: pick(OVERRIDE_CODES, random),
      note: 'because: "of" this',
    },
  }),
  notes: (random) => ({
    notes: [{ text: '- a note' }, { question: pick(questionnaire.questions, random).id, text: 'yes' }],
  }),
};

/** Answers that contradict others are none that a call gives. */
function applying(answers: Answers): Answers {
  const outcome = summaryFor(content, { ...fixed, answers });
  if (outcome.ok) return answers;
  const contradicted = new Set(outcome.problems.map(({ message }) => /`(.*?)`/.exec(message)?.[1]));
  return { ...answers, values: new Map([...answers.values].filter(([id]) => !contradicted.has(id))) };
}

/** A file says what stands against its choice of level; a call goes without it. */
async function expectAlike(answers: Answers): Promise<Summary> {
  const summary = fromCall(answers);
  const again = await fromFile(answersYaml(answers, questionnaire));
  if (again.ok) expect(again.value).toEqual(summary);
  else expect([again.problems.map(({ code }) => code), summary.override]).toEqual([['idle-override'], null]);
  return summary;
}

test.each(Object.entries(ADDED))(
  'a random caller’s answers and %s, written down and decided, come to the summary of the call',
  async (_what, added) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = randomFrom(seed);
        await expectAlike(applying({ ...partialCaller(questionnaire, random), ...added(random) }));
      }),
      { numRuns: 7, seed: 7 },
    );
  },
);

test.each([
  ['nothing', {}, { level: 'too-early', ending: null, override: null }],
  ['an ending', { ended: 'dropped' }, { level: 'if-scored', ending: 'dropped', override: null }],
  [
    'a choice of level',
    { override: { level: 'php', code: 'no-opening', note: 'because' } },
    { level: 'chosen', ending: null, override: 'php' },
  ],
] as const)('a caller of whom nothing is known but %s stands so in both', async (_what, added, expected) => {
  const { level, ending, override } = await expectAlike({ ...nothingSaid, ...added });
  expect({ level: level.kind, ending: ending?.id ?? null, override: override?.level ?? null }).toEqual(expected);
});

const HEAD = 'format: intakeline/answers/1\nquestionnaire: adult-intake\nanswers: {}\n';

test.each([
  ['a level that cannot be chosen', 'override: { level: emergency, code: other, note: why }', ['wrong-value 4:20']],
  ['both words misspelt', 'override: { level: ipo, code: othr }', ['wrong-value 4:20', 'wrong-value 4:31']],
  ['no note where one is needed', 'override: { level: php, code: other }', ['missing-key 4:11']],
  [
    'a choice after the call ended',
    'override: { level: php, code: no-opening }\nended: dropped',
    ['idle-override 4:1'],
  ],
])('%s is found where it stands', async (_what, line, expected) => {
  const outcome = await fromFile(`${HEAD}${line}\n`);
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

test('the words of a choice are looked at even where the answers are wrong, too', async () => {
  const outcome = await fromFile(`${HEAD.replace('{}', '{ shoes: 43 }')}override: { level: ipo, code: other }\n`);
  expect(shortly(outcome.problems)).toEqual(['unknown-question 3:12', 'wrong-value 4:20']);
});

test('a call is summed up even where its choice of level was overtaken, and says so', () => {
  const override = { level: 'php', code: 'no-opening' } as const;
  const record: CallRecord = {
    id: 'one',
    startedAt: 0,
    lastAt: 60_000,
    minutes: 1,
    status: { kind: 'ended', disposition: 'dropped' },
    panelLog: [],
    setAside: [],
    askAgain: [],
    told: [],
    isDangerUnasked: false,
    override,
  };
  const summary = fromCall({ ...nothingSaid, ended: 'dropped', override }, record);
  expect(summary.override).toBeNull();
  expect(summary.call?.unusedOverride).toContain('Not used');
});

const call = createCall(compiled);

/** The summary of a call of the shipped questionnaire, and of the answers file that it leaves. */
async function afterCall(...events: readonly CallEvent[]) {
  const start = startCall(call, 0);
  const state = events.reduce((before, event) => transition(call, before, event, before.lastAt + 60_000)[0], start);
  const answers = answersOf(call, state);
  const file = valueIn(await fromFile(answersYaml(answers, questionnaire)));
  return { summary: fromCall(answers, recordOf(call, state, 'one')), file };
}

const said = (question: string, value: string | number): CallEvent => ({
  kind: 'answered',
  question,
  reply: { said: value },
});

test('an answer that stops the call: the same emergency from the file, and in the call what was done', async () => {
  const done: CallEvent = { kind: 'panel-logged', done: 'Called for help' };
  const { summary, file } = await afterCall(said('danger_now', 'yes'), done, { kind: 'ended' });
  expect(summary.emergency).not.toBeNull();
  expect(summary.call).toMatchObject({ state: 'stopped', minutes: 3, log: [{ done: 'Called for help' }] });
  expect({ ...summary, call: null }).toEqual(file);
});

test('an emergency by the counselor’s judgement, with the steps although no answer asks for them', async () => {
  const { summary, file } = await afterCall(said('danger_now', 'no'), { kind: 'panel-opened' }, { kind: 'ended' });
  expect(summary.emergency?.steps.length).toBeGreaterThan(0);
  expect(summary.level.id).toBe('emergency');
  expect(file.emergency).toBeNull();
});

test('a call that is cut off, with a note', async () => {
  const { summary, file } = await afterCall(
    said('danger_now', 'no'),
    said('role', 'self'),
    { kind: 'noted', text: 'Out of breath.' },
    { kind: 'ended', disposition: 'dropped' },
  );
  expect(summary).toMatchObject({
    ending: { id: 'dropped' },
    notes: [{ question: null, text: 'Out of breath.' }],
    call: { state: 'ended', disposition: 'dropped' },
    level: { kind: 'if-scored', untilAsked: expect.stringContaining('until asked') },
  });
  expect({ ...summary, call: null }).toEqual(file);
});

test('without a compiled policy the summary is the same', () => {
  const { compiled: _, ...without } = fixed;
  const answers = { ...nothingSaid, ended: 'dropped' };
  expect(valueIn(summaryFor(content, { ...without, answers }))).toEqual(fromCall(answers));
});

const stop: CallEvent = { kind: 'answered', question: 'self_harm', reply: { said: ['thoughts', 'plan'] } };
const over: readonly CallEvent[] = [{ kind: 'went-on' }, { kind: 'ended', disposition: 'dropped' }];
const intro: readonly CallEvent[] = [
  { kind: 'answered', question: 'danger_now', reply: { said: 'no' } },
  { kind: 'answered', question: 'age', reply: { said: 33 } },
];

/** The text of a call's summary, in one line. */
function toldText(...events: readonly CallEvent[]): string {
  const call = createCall(compiled);
  const state = events.reduce((before, event, at) => transition(call, before, event, at + 1)[0], startCall(call, 0));
  const summary = fromCall(answersOf(call, state), recordOf(call, state, 'one'));
  return summaryText(summary, { width: 80, paint: unpainted }).replace(/\s+/g, ' ');
}

test('a plan that was told, and said to be over, stays in sight when the caller is gone', () => {
  const text = toldText(...intro, stop, ...over);
  const [first = ''] = text.split('THIS CALL');
  expect(first).toMatch(/Told at \d\d:\d\d and not asked again since: A plan: how, when or where; Thoughts of suicide/);
  expect(first).toMatch(/911 · .*988/);
  expect(first).toContain('call the number back at once, unless a call could put the caller in danger, and tell 911');
  expect(text).toContain('LEVEL Not decided Treat it as an emergency until asked.');
  expect(text).not.toContain('Still open: information');
});

test('so it does while the call is laid aside', () => {
  expect(toldText(...intro, stop, { kind: 'went-on' }, { kind: 'paused' })).toContain('not asked again since: A plan');
});

test('danger that only several answers make together is told, too', () => {
  const together: CallEvent = {
    kind: 'answered',
    question: 'self_harm',
    reply: { said: ['means-at-hand', 'cannot-stay-safe'] },
  };
  expect(toldText(...intro, together, ...over)).toMatch(/TOLD Told at .* Treat it as an emergency until asked/);
});
