import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { decide } from '../../src/decision/decide.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { respond, screenOf } from '../../src/interview/dialogue.ts';
import type { Coach, Dialogue } from '../../src/interview/dialogue-model.ts';
import { lineInput } from '../../src/interview/line-input.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import type { Field, Input } from '../../src/interview/screen.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { askedSentence } from '../../src/questionnaire/asked-sentence.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { choice, is, rule, yesNo } from '../decision/given.ts';
import { AT_PLACES, EVERY_SCREEN, REJECTED, REVIEWED_EVENTS } from './every-screen.ts';
import { callOf } from './play.ts';
import {
  after,
  CALL,
  chose,
  command,
  dialogueAfter,
  KEPT,
  leaving,
  optionIds,
  questionnaire,
  shown,
  stateAfter,
  TEXTS,
  ticked,
  turn,
  typed,
  wordsOf,
} from './shipped-dialogue.ts';

const question = (id: string): Question => {
  const found = questionnaire.questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
};
const say = (id: string): string => inLanguage(question(id).say, 'en');
const sayForOther = (id: string): string => inLanguage(question(id).sayForOther ?? '', 'en');
const here = ({ state }: Dialogue): string => (state.place.kind === 'question' ? state.place.id : state.place.kind);

const said = (id: string, value: string | number | readonly string[]): CallEvent => ({
  kind: 'answered',
  question: id,
  reply: { said: value },
});
const ADULT = [said('danger_now', 'no'), said('role', 'self'), said('age', 41)];
const reviewed = dialogueAfter(REVIEWED_EVENTS);

/** What a worked caller says, in the way in which each kind of field takes it. */
const { answers: IOP } = parse(readFileSync('docs/examples/iop.yaml', 'utf8')) as {
  answers: Readonly<Record<string, string | number | string[]>>;
};

function replyOf(id: string, field: Field): Input {
  const value = IOP[id];
  if (value === undefined) return command('unsure');
  if (typeof value === 'object') return ticked(value);
  return field.kind === 'one' ? chose(String(value)) : typed(String(value));
}

test('an IOP caller is taken through the call, from the first question to the summary', () => {
  let dialogue = dialogueAfter();
  const asked: string[] = [];
  while (dialogue.state.place.kind === 'question') {
    const { id } = dialogue.state.place;
    const { header, blocks, field } = screenOf(dialogue, 0);
    expect(blocks[0]).toEqual({ kind: 'say', text: say(id) });
    expect(header).toMatchObject({ asked: asked.length, toCome: standingOf(CALL, dialogue.state).open.length });
    asked.push(id);
    const { dialogue: next, events, leave } = respond(dialogue, replyOf(id, field), asked.length * 1000);
    expect(events.map(({ kind }) => kind)).toEqual(['answered']);
    expect(leave).toBeUndefined();
    dialogue = next;
  }
  const places = asked.map((id) => question(id).index);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(here(dialogue)).toBe('review');
  const review = screenOf(dialogue, 754_999);
  expect(review.header).toMatchObject({ section: 'Review', possible: 'IOP', toCome: 0, elapsed: 754 });
  expect(optionIds(review.field)).toEqual(['accept-answers', 'choose-level', 'hand-off', ...asked]);
  expect(wordsOf(review)).toContain('How old are you? 41\n');
  const { dialogue: over, events, leave } = respond(dialogue, chose('accept-answers'), 0);
  expect([events, leave]).toEqual([[{ kind: 'reviewed' }], 'over']);
  expect(decide(CALL.compiled, answersOf(CALL, over.state))).toMatchObject({ settled: true, levels: ['iop'] });
});

test('the header leaves out what is not known and pauses, and names how a call ends', () => {
  expect(shown(dialogueAfter()).header).toMatchObject({ asked: 0, possible: '', mark: undefined });
  expect(shown(dialogueAfter([], { mark: () => 'example' })).header.mark).toBe('example');
  const state = stateAfter(ADULT);
  expect(screenOf(dialogueAfter([], { state: { ...state, away: 10_000 } }), 25_500).header.elapsed).toBe(15);
  const youth = dialogueAfter([said('danger_now', 'no'), said('role', 'self'), said('age', 15)]);
  expect(shown(youth).header.possible).toBe('Under 18');
  const thoughts = dialogueAfter([...ADULT, ...REVIEWED_EVENTS, said('self_harm', ['thoughts'])]);
  expect(shown(thoughts).header.possible).toMatch(/^Residential/);
});

test('the header names the one level, the two or the span of those still possible', () => {
  const call = callOf(
    [choice('use', ['none', 'some', 'much', 'most']), yesNo('home')],
    [
      rule('some', is('use', 'some'), { atLeast: 'iop' }),
      rule('much', is('use', 'much'), { atLeast: 'residential' }),
      rule('most', is('use', 'most'), { atLeast: 'inpatient' }),
      rule('home', is('home', 'no'), { atLeast: 'php' }),
    ],
  );
  const possible = (...events: readonly CallEvent[]): string => shown(dialogueAfter(events, { call })).header.possible;
  expect(possible()).toBe('');
  expect(possible(said('home', 'no'))).toBe('Day program to Hospital');
  expect(possible(said('use', 'some'))).toBe('IOP or Day program');
  expect(possible(said('use', 'most'))).toBe('Hospital');
});

test('a question that is gone back to is still to come', () => {
  const [before, back] = [dialogueAfter(ADULT), after(dialogueAfter(ADULT), command('back'))];
  const total = ({ asked, toCome }: { asked: number; toCome: number }): number => asked + toCome;
  expect(here(back)).toBe('age');
  expect(shown(back).header.asked).toBe(shown(before).header.asked - 1);
  expect(total(shown(back).header)).toBe(total(shown(before).header));
  expect(shown(back).field.kept).toBe('41');
  expect(turn(back, KEPT).events).toEqual([{ kind: 'kept', question: 'age' }]);
});

test('each kind of question has its field', () => {
  const fieldAt = (id: string): Field =>
    shown({ ...dialogueAfter(), state: { ...stateAfter([]), place: { kind: 'question', id } } }).field;
  expect(fieldAt('danger_now')).toMatchObject({ kind: 'one', kept: undefined, options: [{ id: 'yes' }, { id: 'no' }] });
  expect(fieldAt('self_harm')).toMatchObject({ kind: 'some', none: 'None of these', kept: undefined });
  expect(fieldAt('age')).toMatchObject({ kind: 'line', of: 'number', hint: 'a whole number from 0 to 120' });
  expect(fieldAt('callback_number')).toMatchObject({ kind: 'line', of: 'phone' });
  expect(fieldAt('follow_up')).toMatchObject({ kind: 'line', of: 'date' });
  expect(fieldAt('location')).toMatchObject({ kind: 'line', of: 'text' });
});

test('other words and help come at a key and go at the same key, and not with the next question', () => {
  const start = dialogueAfter();
  const reworded = after(start, command('reword'));
  const { probe, help } = question('danger_now');
  expect(shown(reworded).blocks.slice(1)).toEqual([
    { kind: 'probe', text: inLanguage(probe ?? '', 'en') },
    { kind: 'help', text: inLanguage(help ?? '', 'en') },
  ]);
  expect(shown(after(reworded, command('reword')))).toEqual(shown(start));
  expect(shown(after(reworded, chose('no'))).blocks).toHaveLength(1);
  expect(shown(after(start, command('menu'), chose('other-wording'))).blocks).toEqual(shown(reworded).blocks);
});

test('a line that is no answer stays to be corrected, and is repeated nowhere else', () => {
  const screen = shown(REJECTED);
  expect(here(REJECTED)).toBe('age');
  expect(screen.field).toMatchObject({ typed: 'a hundred and more', kept: undefined });
  expect(screen.notices).toEqual(['the question needs another number: a whole number from 0 to 120']);
  expect(JSON.stringify({ ...screen, field: undefined })).not.toContain('hundred');
  const looked = after(REJECTED, command('emergency'), command('close'));
  expect(shown(looked).field).toMatchObject({ typed: 'a hundred and more' });
  expect(shown(after(REJECTED, typed('41'), command('back'))).field).not.toHaveProperty('typed');
});

test('ticks are taken in the order of the options; unsure about everything is no answer', () => {
  const at = dialogueAfter([...ADULT, said('safe_to_talk', 'alone')]);
  const flags = { ...at, state: { ...at.state, place: { kind: 'question', id: 'substances' } as const } };
  const reply = (input: Input): unknown => turn(flags, input).events[0];
  const answered = (value: unknown): unknown => ({ kind: 'answered', question: 'substances', reply: value });
  expect(reply(ticked(['cannabis', 'alcohol']))).toEqual(answered({ said: ['alcohol', 'cannabis'] }));
  expect(reply(ticked(['alcohol'], ['other', 'opioids', 'alcohol']))).toEqual(
    answered({ said: ['alcohol'], unsure: ['opioids', 'other'] }),
  );
  expect(reply(ticked([]))).toEqual(answered({ said: [] }));
  expect(
    reply(
      ticked(
        [],
        question('substances').options.map(({ id }) => id),
      ),
    ),
  ).toEqual(answered({ unknown: 'unsure' }));
  expect(reply(ticked(['beer']))).toBeUndefined();
  expect(reply(ticked(['alcohol'], ['beer']))).toBeUndefined();
});

test('an earlier answer is shown in words; where there was none, as that', () => {
  const back = (event: CallEvent): Field => shown(after(dialogueAfter([...ADULT, event]), command('back'))).field;
  expect(back(said('safe_to_talk', 'with-others')).kept).toBe('Yes, with others near');
  expect(back({ kind: 'answered', question: 'safe_to_talk', reply: { unknown: 'declined' } }).kept).toBe(
    'did not want to say',
  );
  const some = (reply: Extract<CallEvent, { kind: 'answered' }>['reply']): Field['kept'] =>
    shown(after(reviewed, { kind: 'chose', id: 'substances' }, answeredBy(reply), chose('substances'))).field.kept;
  expect(some({ said: ['alcohol'], unsure: ['other'] })).toEqual({ ids: ['alcohol'], unsure: ['other'] });
  expect(shown(after(reviewed, chose('substances'))).field.kept).toEqual({
    ids: [],
    unsure: question('substances').options.map(({ id }) => id),
  });
});

function answeredBy(reply: Extract<CallEvent, { kind: 'answered' }>['reply']): Input {
  return 'said' in reply && typeof reply.said === 'object' ? ticked(reply.said, reply.unsure) : command('unsure');
}

test('a correction in the review comes back to it by itself', () => {
  const corrected = after(reviewed, chose('age'));
  expect(here(corrected)).toBe('age');
  expect(here(after(corrected, typed('70')))).toBe('review');
  expect(here(after(corrected, KEPT))).toBe('review');
  const row = wordsOf(shown(after(corrected, typed('70'))));
  expect(row).toContain('How old are you? 70');
});

test('answers that no longer apply are said, stand apart in the review, and come back', () => {
  const drinks = after(
    reviewed,
    chose('substances'),
    ticked(['alcohol']),
    chose('drinks_per_day'),
    typed('5'),
    chose('substances'),
    ticked([]),
  );
  expect(drinks.notices).toEqual([expect.stringMatching(/^\d+ earlier answers set aside: no longer applying$/)]);
  const { field } = shown(drinks);
  const options = field.kind === 'one' ? field.options : [];
  const apart = options.findIndex(({ heading }) => heading === 'Not used: no longer applies');
  expect(options.slice(apart).map(({ id }) => id)).toEqual(standingOf(CALL, drinks.state).setAside);
  expect(options.slice(apart).find(({ id }) => id === 'drinks_per_day')).toMatchObject({ detail: '5' });
  const refused = turn(drinks, chose('drinks_per_day'));
  expect([refused.events, refused.dialogue.notices.length]).toEqual([[], 1]);
  const again = after(drinks, chose('substances'), ticked(['alcohol']));
  expect(optionIds(shown(again).field)).toContain('drinks_per_day');
  expect(standingOf(CALL, again.state).counted).toContain('drinks_per_day');
});

test('a jump goes to a question by its id, its number or its words; or opens the list', () => {
  const to = (text: string): Dialogue => after(reviewed, command('jump', text));
  expect(here(to('age'))).toBe('age');
  expect(here(to(` ${question('age').index + 1} `))).toBe('age');
  expect(here(to('ZIP'))).toBe('postal_code');
  for (const text of ['unheard of', 'you']) {
    expect(here(to(text))).toBe('review');
    expect(shown(to(text)).header.section).toBe('Go to a question');
    expect(shown(to(text)).notices).toHaveLength(1);
  }
  const early = after(dialogueAfter(ADULT), command('jump', 'housing'));
  expect(here(early)).toBe('safe_to_talk');
  expect(shown(early).notices).toEqual([expect.stringContaining('a safety question comes before it')]);
});

test('the list of questions goes no further than the first safety question that is open', () => {
  const list = shown(after(dialogueAfter([...ADULT, said('safe_to_talk', 'alone')]), command('jump')));
  const ids = optionIds(list.field);
  expect(ids.at(-1)).toBe(questionnaire.questions.find(({ id, safety }) => safety && id !== 'danger_now')?.id);
  const options = list.field.kind === 'one' ? list.field.options : [];
  const age = options.find(({ id }) => id === 'age');
  expect(age).toMatchObject({ detail: '41', label: `${askedSentence(say('age'))} (#${question('age').index + 1})` });
  expect(options.filter(({ heading }) => heading !== undefined).map(({ heading }) => heading)).toEqual(
    questionnaire.sections.slice(0, 3).map(({ title }) => inLanguage(title, 'en')),
  );
});

test('a note belongs to the question on screen; an empty one is none', () => {
  const start = dialogueAfter(ADULT);
  const quick = turn(start, command('note', ' sounds  tired '));
  expect(quick.events).toEqual([{ kind: 'noted', question: 'safe_to_talk', text: 'sounds tired' }]);
  const line = after(start, command('note'));
  expect(turn(line, typed('sounds tired')).events).toEqual(quick.events);
  expect(shown(after(line, typed('sounds tired')))).toMatchObject({
    notices: ['written down'],
    field: { kind: 'one' },
  });
  for (const nothing of [KEPT, typed('  '), command('close'), command('back')]) {
    expect(turn(line, nothing).events).toEqual([]);
    expect(shown(after(line, nothing))).toEqual(shown(start));
  }
  expect(turn(reviewed, command('note', 'call after six')).events).toEqual([{ kind: 'noted', text: 'call after six' }]);
});

test('a note that is too long stays on its line', () => {
  const long = 'x'.repeat(2001);
  for (const dialogue of [
    after(dialogueAfter(), command('note', long)),
    after(dialogueAfter(), command('note'), typed(long)),
  ]) {
    expect(shown(dialogue)).toMatchObject({
      field: { of: 'note', typed: long },
      notices: [expect.stringContaining('2000')],
    });
    expect(dialogue.state.notes).toEqual([]);
    expect(shown(after(dialogue, command('back')))).toEqual(shown(dialogueAfter()));
  }
  expect(after(dialogueAfter(), command('note', 'x'.repeat(2000))).state.notes).toHaveLength(1);
});

test('who is calling can be told anew: the answers stay, the words change, and danger is asked about again', () => {
  const red = questionnaire.questions.filter(({ safety }) => safety).map(({ id }) => id);
  const start = dialogueAfter(REVIEWED_EVENTS.slice(0, REVIEWED_EVENTS.length - 20));
  const other = after(start, command('menu'), chose('switch-caller'), chose('switch-now'));
  expect([...other.state.given.keys()].sort()).toEqual([...start.state.given.keys()].sort());
  expect(other.state.given.get('age')).toEqual(start.state.given.get('age'));
  const asked = shown(other);
  expect(asked.blocks[0]).toEqual({ kind: 'say', text: sayForOther(here(other)) });
  expect(here(other)).toBe('age');
  const atRed = after(other, KEPT, KEPT, KEPT, KEPT);
  expect(red).toContain(here(atRed));
  expect(shown(atRed).notices).toContain('asked afresh: the earlier answer is not used');
  expect(asked.notices).toEqual(['asked afresh: Enter confirms the earlier answer']);
  expect(red.filter((id) => other.state.again.has(id)).length).toBeGreaterThan(5);
  const menu = wordsOf(shown(after(other, command('menu'))));
  expect(menu).toContain('the caller is calling about themselves');
  const back = after(other, command('menu'), chose('switch-caller'), chose('switch-now'));
  expect(shown(back).blocks[0]).toEqual({ kind: 'say', text: say(here(back)) });
});

test('every way of ending a call can be chosen from the menu, with what to say before it ends', () => {
  const endings = after(dialogueAfter(ADULT), command('menu'), chose('end-call-so'));
  expect(optionIds(shown(endings).field)).toEqual([...questionnaire.dispositions.map(({ id }) => id), 'close-list']);
  for (const { id, title, say: text } of questionnaire.dispositions) {
    const ending = after(endings, chose(id));
    expect(shown(ending).blocks.slice(0, 2)).toEqual([
      { kind: 'title', text: inLanguage(title, 'en') },
      { kind: 'say', text: inLanguage(text, 'en') },
    ]);
    const { events, leave } = turn(ending, chose('end-call'));
    expect([events, leave]).toEqual([[{ kind: 'ended', disposition: id }], 'over']);
    expect(shown(after(ending, chose('close-list')))).toEqual(shown(endings));
  }
});

test('a disposition that the answers show is said, and can be corrected', () => {
  const driving = dialogueAfter([...ADULT, said('safe_to_talk', 'driving')]);
  const disposition = questionnaire.dispositions.find(({ id }) => id === 'cannot-talk');
  expect(shown(driving).blocks).toEqual([
    { kind: 'title', text: inLanguage(disposition?.title ?? '', 'en') },
    { kind: 'say', text: inLanguage(disposition?.say ?? '', 'en') },
    { kind: 'list', items: disposition?.steps.map((one) => inLanguage(one, 'en')) },
    { kind: 'list', items: TEXTS.dispositionLines.get('cannot-talk') },
  ]);
  expect(here(after(driving, chose('correct-answer')))).toBe('safe_to_talk');
  expect(turn(driving, chose('end-call'))).toMatchObject({ leave: 'over' });
  expect(turn(driving, chose('open-panel')).events).toEqual([{ kind: 'panel-opened' }]);
});

test('leaving saves where the call stands, from wherever it is left', () => {
  for (const [name, dialogue] of EVERY_SCREEN) {
    for (const [input, leave] of [
      [command('pause'), 'paused'],
      [{ kind: 'interrupted' }, 'interrupted'],
    ] as const) {
      const left = turn(dialogue, input);
      expect([left.events, left.leave], name).toEqual([[{ kind: 'paused' }], leave]);
      expect(left.dialogue.state.place, name).toEqual(dialogue.state.place);
    }
    const cut = turn(dialogue, { kind: 'hung-up' });
    expect([cut.events, cut.leave], name).toEqual([[{ kind: 'ended', disposition: 'dropped' }], 'hung-up']);
    expect(cut.dialogue.state.place, name).toEqual({ kind: 'over', how: { kind: 'disposition', id: 'dropped' } });
  }
});

test('a questionnaire without an end for a call that was cut off lays it aside', () => {
  const dialogue = dialogueAfter(ADULT, { textsIn: () => ({ ...TEXTS, dropped: undefined }) });
  expect(turn(dialogue, { kind: 'hung-up' })).toMatchObject({ events: [{ kind: 'paused' }], leave: 'hung-up' });
});

test('an example caller’s reply stands in the field, and Enter takes it; the counselor may answer otherwise', () => {
  const replies = new Map<string, ReturnType<Coach>>([
    ['danger_now', { said: 'no' }],
    ['role', { unknown: 'declined' }],
    ['age', { ended: 'silent' }],
  ]);
  const coach: Coach = (id) => replies.get(id);
  const start = dialogueAfter([], { coach });
  expect(shown(start).field.kept).toBe('No');
  expect(wordsOf(shown(start))).toContain('the caller says: No');
  expect(turn(start, KEPT).events).toEqual([said('danger_now', 'no')]);
  const role = after(start, KEPT);
  expect(shown(role).field.kept).toBe('did not want to say');
  expect(turn(role, KEPT).events).toEqual([{ kind: 'answered', question: 'role', reply: { unknown: 'declined' } }]);
  const age = after(role, chose('self'));
  expect(shown(age).field.kept).toContain('Nobody answers');
  expect(turn(age, KEPT)).toMatchObject({ events: [{ kind: 'ended', disposition: 'silent' }], leave: 'over' });
  const further = after(age, typed('41'));
  expect(shown(further).field.kept).toBeUndefined();
  expect(turn(further, KEPT).events).toEqual([]);
});

test('what is to be said first stands on the first screen only', () => {
  const start = dialogueAfter([], { notices: ['two answers no longer fit'] });
  expect(shown(start).notices).toEqual(['two answers no longer fit']);
  expect(shown(after(start, chose('no'))).notices).toEqual([]);
});

test('every place that there is has its screen', () => {
  expect(AT_PLACES.map(([name, { state }]) => [name, state.place.kind])).toEqual([
    ['a question', 'question'],
    ['a safety question', 'question'],
    ['a safety question left open', 'safety-unknown'],
    ['a stop by an answer', 'stopped'],
    ['a stop by the rules', 'stopped'],
    ['a disposition', 'disposition'],
    ['the review', 'review'],
  ]);
});

test('what stands on a line is there again when its screen is, and answers nothing', () => {
  const line = (dialogue: Dialogue): unknown => {
    const { field } = shown(dialogue);
    return field.kind === 'line' ? (field.typed ?? '') : field.kind;
  };
  const age = dialogueAfter([said('danger_now', 'no'), said('role', 'self')]);
  const panel = after(age, leaving('emergency', '4'));
  expect(line(after(panel, command('close')))).toBe('4');
  const noting = after(age, leaving('note', '4'), leaving('emergency', 'sounds tir'));
  const logging = after(noting, chose('write-down'), leaving('emergency', 'rang 9'));
  expect(line(logging)).toBe('one');
  expect(line(after(logging, chose('write-down')))).toBe('rang 9');
  const back = after(logging, command('close'));
  expect(line(back)).toBe('sounds tir');
  expect(line(after(back, leaving('close', 'sounds tire')))).toBe('4');
  expect(line(after(back, leaving('close', 'sounds tire'), leaving('note', '4')))).toBe('sounds tire');
  const noted = after(back, typed('sounds tired'));
  expect(line(noted)).toBe('4');
  expect(line(after(noted, leaving('note', '4')))).toBe('');
  expect([...back.state.given.keys()]).toEqual(['danger_now', 'role']);
  expect(line(after(back, command('close'), leaving('back', ''), KEPT))).toBe('');
  const answered = after(back, command('close'), typed('41'));
  expect(line(after(answered, command('back')))).toBe('');
  const unsure = after(age, leaving('emergency', '4'), command('close'), command('unsure'), command('back'));
  expect(line(unsure)).toBe('');
});

test('a note that was begun at one question is not taken for one about another', () => {
  const begun = after(dialogueAfter(ADULT), command('note'), leaving('close', 'about this'));
  const elsewhere = after(begun, chose('alone'), command('note'));
  expect(shown(elsewhere).field).not.toHaveProperty('typed');
  expect(shown(after(begun, command('note'))).field).toMatchObject({ typed: 'about this' });
});

test('a call that has to end at once asks for a number and a safe time first, and then ends', () => {
  const driving = dialogueAfter([...ADULT, said('safe_to_talk', 'driving')]);
  expect(optionIds(shown(driving).field)[0]).toBe('ask-number');
  const asked = turn(driving, chose('ask-number'));
  expect(asked.events).toEqual([{ kind: 'jumped', to: 'callback_number' }]);
  const number = { kind: 'answered', question: 'callback_number', reply: { said: '555-0100' } };
  const next = turn(asked.dialogue, typed('555-0100'));
  expect(next.events).toEqual([number, { kind: 'jumped', to: 'callback_message' }]);
  const both = after(next.dialogue, chose('no-message'));
  expect(both.state.place).toEqual(driving.state.place);
  expect(optionIds(shown(both).field)).not.toContain('ask-number');
  const none = after(asked.dialogue, command('declined'));
  expect(here(none)).toBe('callback_message');
  expect(here(after(none, command('unsure')))).toBe('disposition');
  const known = after(dialogueAfter(ADULT), command('jump', 'callback_number'));
  expect(here(known)).toBe('callback_number');
  expect(here(after(known, typed('555-0100')))).toBe('safe_to_talk');
  const youth = dialogueAfter(
    REVIEWED_EVENTS.map((event) => ('question' in event && event.question === 'age' ? said('age', 15) : event)),
  );
  expect(here(youth)).toBe('disposition');
  expect(optionIds(shown(youth).field)).not.toContain('ask-number');
});

test('the menu asks once before the call is about somebody else', () => {
  const start = dialogueAfter(ADULT);
  const sure = turn(start, command('menu')).dialogue;
  const asked = turn(sure, chose('switch-caller'));
  expect(asked.events).toEqual([]);
  expect(wordsOf(shown(asked.dialogue))).toContain('Age, place and safety questions are asked again');
  expect(shown(after(asked.dialogue, chose('close-list')))).toEqual(shown(start));
  expect(turn(asked.dialogue, chose('switch-now')).events).toEqual([said('role', 'other')]);
});

test('in line mode the rows of a list are chosen by their numbers, whatever their place in the script', () => {
  for (const dialogue of [
    reviewed,
    after(reviewed, command('jump')),
    after(reviewed, command('menu'), chose('answers-so-far')),
  ]) {
    const screen = shown(dialogue);
    const ids = optionIds(screen.field);
    expect(ids.length).toBeGreaterThan(30);
    for (const [index, id] of ids.entries())
      expect(lineInput(screen, String(index + 1))).toEqual({ kind: 'chose', id });
  }
});

test('a reply that may be confirmed says so', () => {
  const moved = after(
    dialogueAfter([...ADULT]),
    command('menu'),
    chose('switch-caller'),
    chose('switch-now'),
    chose('yes'),
  );
  expect(here(moved)).toBe('age');
  expect(shown(moved)).toMatchObject({
    notices: ['asked afresh: Enter confirms the earlier answer'],
    field: { kept: '41' },
  });
});
