import { expect, test } from 'vitest';
import { OVERRIDE_LABELS } from '../../src/interview/override-labels.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import { ctrl, KEY } from '../io/virtual-terminal.ts';
import { callerOf, content, questionnaire, said, UNSURE } from './callers.ts';
import { type CallSetting, ESCAPE, type TakenCall, takeCall } from './take-call.ts';
import { type LineCall, takeLines } from './take-lines.ts';

const { questions } = questionnaire;
const DRINKER = callerOf('moderate-drinker');
const [FIRST_STEP = '?'] = content.emergency.steps.map((step) => spaced(inLanguage(step, 'en')));

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The panel is on screen: its first step and 911. */
function expectPanel(screen: string): void {
  expect(screen).toMatch(/^!!! EMERGENCY !!!/);
  expect(spaced(screen)).toContain(FIRST_STEP);
  expect(screen).toMatch(/^911 · 988/m);
}

const MODES: readonly (readonly [string, CallSetting])[] = [
  ['an ordinary call', {}],
  ['a brief call', { brief: true }],
  ['an example call', { example: 'iop' }],
];

/** Keys that begin an answer and do not end it. */
function halfAnAnswer({ type }: Question): string {
  return { text: 'x', number: '1', date: '+', phone: '5', 'yes-no': '2', choice: '2', choices: '1' }[type];
}

/** The answer that lets the call go on to the next safety question. */
const clear = ({ type }: Question): Parameters<TakenCall['answer']>[0] => said(type === 'choices' ? [] : 'no');

const kindsIn = (call: Pick<TakenCall, 'journal'>, from: number): readonly string[] =>
  call
    .journal()
    .slice(from)
    .map(({ event }) => event.kind);

test.each(MODES)(
  'Ctrl-E at every question of %s: leaving comes back to the question, and to what stood on its line',
  async (_, mode) => {
    const call = await takeCall(mode);
    const isSaved = mode.example === undefined;
    for (const question of questions) {
      if (call.question()?.id !== question.id) await call.jump(question.id);
      expect(call.question()?.id).toBe(question.id);
      const before = call.screen();
      const written = isSaved ? call.journal().length : 0;
      const begun = await call.press(halfAnAnswer(question));
      expect(begun, question.id).not.toBe(before);
      expectPanel(await call.press(ctrl('e')));
      const isLine = ['text', 'number', 'date', 'phone'].includes(question.type);
      expect(await call.press(ESCAPE), question.id).toBe(isLine ? begun : before);
      if (isSaved) expect(kindsIn(call, written)).toEqual(['panel-opened', 'panel-closed']);
      if (question.safety) await call.answer(clear(question));
    }
  },
);

test('an earlier answer stands after the panel, as ticks and as what Enter keeps', async () => {
  const call = await takeCall();
  await call.talk(DRINKER, (question) => question === 'main_substance');
  for (const [id, shown, keys] of [
    ['substances', '[x] Alcohol', ['1']],
    ['age', 'Enter: keeps `35`', []],
  ] as const) {
    await call.jump(id);
    expect(call.screen()).toContain(shown);
    await call.press(...keys, ctrl('e'));
    expect(await call.press(ESCAPE)).toContain(shown);
  }
});

test('keys typed ahead of the panel are dropped by it, and none of them answers the question below', async () => {
  const call = await takeCall();
  await call.talk(DRINKER, (question) => question === 'age');
  const written = call.journal().length;
  expectPanel(await call.press(`2${ctrl('e')}1${KEY.enter}${ESCAPE}`));
  expect(kindsIn(call, written)).toEqual(['panel-opened']);
});

type Reach = (call: TakenCall) => Promise<unknown>;

const atAge: Reach = (call) => call.talk(DRINKER, (question) => question === 'age');
const atReview: Reach = (call) => call.talk(DRINKER);
const inMenu =
  (label: string): Reach =>
  async (call) => {
    await atAge(call);
    await call.press(ESCAPE);
    await call.choose(label);
  };
const levels: Reach = async (call) => {
  await atReview(call);
  await call.choose('choose another level');
};
const reasons: Reach = async (call) => {
  await levels(call);
  await call.choose(inLanguage(content.care.levels.php.name, 'en'));
};

/** Everything that can lie over a question, and every place that is no question. */
const ELSEWHERE: readonly (readonly [string, string | RegExp, Reach])[] = [
  ['the menu', 'What else?', async (call) => [await atAge(call), await call.press(ESCAPE)]],
  ['the list of questions', 'Go to a question', async (call) => [await atAge(call), await call.press(ctrl('g'))]],
  ['a note', 'A note', async (call) => [await atAge(call), await call.press(ctrl('k'))]],
  ['the answers so far', 'Answers so far', inMenu('see the answers so far')],
  ['the ways to end', 'How does the call end?', inMenu('end the call without a level')],
  [
    'an end',
    'end the call so',
    async (call) => [await inMenu('end the call without a level')(call), await call.choose('Nobody answers')],
  ],
  ['the review', 'Is everything right?', atReview],
  ['the levels', 'Which level instead?', levels],
  ['the reasons', /^Why /m, reasons],
  [
    'a note on a level',
    'needs a note',
    async (call) => [await reasons(call), await call.choose(OVERRIDE_LABELS.other)],
  ],
  ['a safety question left open', 'Could somebody be in danger?', (call) => call.answer(UNSURE)],
  ['a disposition', 'end the call so', (call) => call.talk(callerOf('not-safe-to-talk-yet-unasked'))],
  ['another wording', '│ or: ', async (call) => [await atAge(call), await call.press(ctrl('o'))]],
];

test.each(ELSEWHERE)('Ctrl-E over %s, and back to it', async (_, shown, reach) => {
  const call = await takeCall();
  await reach(call);
  const before = call.screen();
  expect(before).toMatch(shown);
  const written = call.journal().length;
  expectPanel(await call.press(ctrl('e')));
  expect(await call.press(ESCAPE)).toBe(before);
  expect(kindsIn(call, written)).toEqual(['panel-opened', 'panel-closed']);
});

test('a note that was half typed is there again after the panel', async () => {
  const call = await takeCall();
  await atAge(call);
  await call.press(ctrl('k'));
  const half = await call.press('half a note');
  expect(half).toContain('> half a note│');
  expectPanel(await call.press(ctrl('e')));
  expect(await call.press(ESCAPE)).toBe(half);
});

test.each([
  ['the panel', async (call: TakenCall) => call.press(ctrl('e'))],
  ['what was done at the panel', async (call: TakenCall) => call.press(ctrl('e'), ctrl('k'))],
  ['the steps after a stop', async (call: TakenCall) => call.answer(said('yes'))],
  [
    'what was done after a stop',
    async (call: TakenCall) => [await call.answer(said('yes')), await call.press(ctrl('k'))],
  ],
  [
    'the question whether the danger is over',
    async (call: TakenCall) => [await call.answer(said('yes')), await call.choose(/^the danger is over/)],
  ],
  [
    'the ways to end after a stop',
    async (call: TakenCall) => [await call.answer(said('yes')), await call.choose(/^the caller hung up/)],
  ],
])('Ctrl-E in an emergency stays with the steps: %s', async (_, reach) => {
  const call = await takeCall();
  await reach(call);
  const kinds = kindsIn(call, 0);
  const screen = await call.press(ctrl('e'));
  expect(screen).toMatch(/^!!! EMERGENCY !!!/);
  expect(screen).toMatch(/^911 · 988/m);
  expect(screen).toContain(inLanguage(content.emergency.title, 'en'));
  expect(kindsIn(call, 0)).toEqual(kinds);
});

test('where something was done about a danger, leaving the panel asks about safety again and keeps the rest', async () => {
  const call = await takeCall();
  await call.talk(DRINKER, (question) => question === 'drinks_per_day');
  await call.press(ctrl('e'), '1', KEY.enter);
  await call.choose(/^the danger is over/);
  await call.choose(/^yes, nobody/);
  const kinds = ['panel-opened', 'panel-logged', 'panel-logged', 'panel-closed'];
  expect(kindsIn(call, call.journal().length - kinds.length)).toEqual(kinds);
  const written = call.journal().length;
  await call.talk(DRINKER, (question) => question === 'drinks_per_day');
  const again = call
    .journal()
    .slice(written)
    .map(({ event }) => (event.kind === 'answered' ? event.question : event.kind));
  expect(again).toEqual(questions.filter(({ safety }) => safety).map(({ id }) => id));
});

/** What line mode says to `!`, and to what leaves the panel. */
async function panelInLines(call: LineCall): Promise<string> {
  const panel = await call.type('!');
  expect(panel).toContain('EMERGENCY');
  expect(panel).toContain(FIRST_STEP);
  expect(panel).toContain('911 · 988');
  return call.type('/close');
}

test('`!` at every question, line by line', async () => {
  const call = await takeLines();
  let shown = call.first;
  for (const question of questions) {
    const script = spaced(inLanguage(question.say, 'en'));
    if (!shown.includes(script)) shown = await call.type(`/go ${question.id}`);
    expect(shown, question.id).toContain(script);
    shown = await panelInLines(call);
    expect(shown, question.id).toContain(script);
    if (question.safety) shown = await call.type(question.type === 'choices' ? '0' : 'no');
  }
});

const REVIEW = typedCall('iop').slice(0, -1);

/** The lines that lead to each thing that can lie over a question, and words that it says. */
const LINES_TO: readonly (readonly [string, string, readonly string[]])[] = [
  ['the menu', 'What else?', ['/menu']],
  ['the list of questions', 'Go to a question', ['/go']],
  ['a note', 'A note', ['/note']],
  ['the answers so far', 'Answers so far', ['no', 'self', '/menu', 'answers-so-far']],
  ['the ways to end', 'How does the call end?', ['/menu', 'end-call-so']],
  ['an end', 'end the call so', ['/menu', 'end-call-so', 'silent']],
  ['a safety question left open', 'Could somebody be in danger?', ['/unsure']],
  ['a disposition', 'end the call so', ['no', 'self', '30', 'driving']],
  ['the review', 'Is everything right?', REVIEW],
  ['the levels', 'Which level instead?', [...REVIEW, 'choose-level']],
  ['the reasons', 'The summary shows the level by the rules', [...REVIEW, 'choose-level', 'php']],
  ['a note on a level', 'needs a note', [...REVIEW, 'choose-level', 'php', 'other']],
];

test.each(LINES_TO)('`!` over %s, line by line, and back to it', async (_, words, lines) => {
  const call = await takeLines();
  let shown = call.first;
  for (const line of lines) shown = await call.type(line);
  expect(shown).toContain(words);
  const written = call.journal().length;
  expect(await panelInLines(call)).toContain(words);
  expect(kindsIn(call, written)).toEqual(['panel-opened', 'panel-closed']);
});

test('`!` after a stop, line by line, stays with the steps', async () => {
  const call = await takeLines();
  expect(await call.type('yes')).toMatch(/EMERGENCY.*: 911 /);
  const kinds = kindsIn(call, 0);
  expect(await call.type('!')).toContain(FIRST_STEP);
  await call.type('danger-over');
  expect(await call.type('!')).toMatch(/EMERGENCY.*: 911 /);
  expect(kindsIn(call, 0)).toEqual(kinds);
});
