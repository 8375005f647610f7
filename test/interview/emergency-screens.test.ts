import { expect, test } from 'vitest';
import { createCall, startCall } from '../../src/interview/call.ts';
import { screenOf } from '../../src/interview/dialogue.ts';
import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { transition } from '../../src/interview/transition.ts';
import { askedSentence } from '../../src/questionnaire/asked-sentence.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';
import { AT_PLACES, AT_QUESTIONS, IN_EMERGENCY, OVERLAID } from './every-screen.ts';
import {
  after,
  CALL,
  chose,
  command,
  dialogueAfter,
  emergency,
  optionIds,
  questionnaire,
  shown,
  TEXTS,
  ticked,
  turn,
  typed,
  wordsOf,
} from './shipped-dialogue.ts';

const BELOW = [...AT_QUESTIONS, ...AT_PLACES, ...OVERLAID].filter(([, { state }]) => state.place.kind !== 'stopped');

const stopped = dialogueAfter([{ kind: 'answered', question: 'danger_now', reply: { said: 'yes' } }]);

const said = (question: string, value: string | readonly string[]): CallEvent => ({
  kind: 'answered',
  question,
  reply: { said: value },
});

const labelOf = (question: string, option: string): string => {
  const found = questionnaire.questions.find(({ id }) => id === question)?.options.find(({ id }) => id === option);
  if (found === undefined) throw new Error(`no option ${option}`);
  return inLanguage(found.label, 'en');
};

/** What is on screen, whatever the time. */
function still(dialogue: Dialogue): unknown {
  return screenOf(dialogue, 0);
}

test('the panel opens from every question and from everything that lies over one, and leads back to the very same screen', () => {
  expect(AT_QUESTIONS.length).toBeGreaterThan(50);
  for (const [name, below] of BELOW) {
    const { dialogue, events } = turn(below, command('emergency'));
    expect(events, name).toEqual([{ kind: 'panel-opened' }]);
    const panel = shown(dialogue);
    expect([panel.isAlarm, panel.isFresh], name).toEqual([true, true]);
    expect(panel.blocks[0], name).toEqual({ kind: 'alarm', text: inLanguage(emergency.title, 'en') });
    for (const leave of [command('close'), chose('close-panel')]) {
      const back = turn(dialogue, leave);
      expect(back.events, name).toEqual([{ kind: 'panel-closed' }]);
      expect(still(back.dialogue), name).toEqual(still({ ...below, notices: [] }));
    }
  }
});

test('once something was done in the panel, leaving it asks first whether the danger is over', () => {
  const opened = after(dialogueAfter([said('danger_now', 'no'), said('role', 'self')]), command('emergency'));
  expect(optionIds(shown(opened).field)).toContain('close-panel');
  for (const input of [chose('step-2'), command('note', 'rang 911')]) {
    const used = after(opened, input);
    expect(optionIds(shown(used).field)).not.toContain('close-panel');
    for (const leave of [command('close'), chose('danger-over')]) {
      const { dialogue: sure, events } = turn(used, leave);
      expect(events).toEqual([]);
      expect(optionIds(shown(sure).field)).toEqual(['close-list', 'go-on']);
      expect(shown(after(sure, chose('close-list')))).toEqual(shown({ ...used, notices: [] }));
      const gone = turn(sure, chose('go-on'));
      expect(gone.events).toEqual([{ kind: 'panel-logged', done: 'the danger is over' }, { kind: 'panel-closed' }]);
      expect(shown(gone.dialogue).isAlarm).toBe(false);
    }
  }
});

test('that every safety question is asked again is said where it will be', () => {
  const again = (dialogue: Dialogue): boolean => wordsOf(shown(dialogue)).includes('safety question is asked again');
  const opened = after(dialogueAfter(), command('emergency'));
  expect(again(stopped)).toBe(true);
  expect(again(opened)).toBe(false);
  expect(again(after(opened, chose('step-2')))).toBe(true);
});

test('an emergency reads in the order in which it is needed, the numbers right above the steps', () => {
  const { blocks } = shown(
    dialogueAfter([said('danger_now', 'no'), said('callback_number', '555-0100'), said('overdose_now', ['overdose'])]),
  );
  const lines = { kind: 'text', text: TEXTS.emergency.lines.join(' · ') };
  const kinds = blocks.map(({ kind }) => kind);
  const first = kinds.indexOf('help');
  expect(blocks[0]).toEqual({ kind: 'alarm', text: inLanguage(emergency.title, 'en') });
  expect(blocks[1]).toMatchObject({ text: expect.stringMatching(/^Said: /) });
  const says = kinds.filter((kind) => kind === 'say').length;
  expect(says).toBeGreaterThan(0);
  expect(kinds.slice(2, 2 + says)).toEqual(Array.from({ length: says }, () => 'say'));
  expect(blocks.slice(2 + says, first)).toEqual([
    { kind: 'text', text: 'Where: not known' },
    { kind: 'text', text: 'Call back: 555-0100' },
    lines,
  ]);
});

test('everything that was ticked is repeated, the stops first, and what is not sure last', () => {
  const event: CallEvent = {
    kind: 'answered',
    question: 'self_harm',
    reply: { said: ['wish-dead', 'plan', 'means-at-hand'], unsure: ['intent'] },
  };
  const labels = ['plan', 'wish-dead', 'means-at-hand'].map((id) => labelOf('self_harm', id)).join('; ');
  expect(shown(dialogueAfter([event])).blocks[1]).toEqual({
    kind: 'text',
    text: `Said: ${labels}; not sure: ${labelOf('self_harm', 'intent')}`,
  });
});

test('what lies over the steps gives them back at once', () => {
  for (const [name, above] of IN_EMERGENCY) {
    const steps = turn(above, command('emergency'));
    expect(steps.events, name).toEqual([]);
    expect(shown(steps.dialogue).blocks[0], name).toEqual({ kind: 'alarm', text: inLanguage(emergency.title, 'en') });
    expect(shown(steps.dialogue).isAlarm, name).toBe(true);
  }
});

test('the steps say everything that the panel of the questionnaire says, numbers first', () => {
  for (const dialogue of [stopped, after(dialogueAfter(), command('emergency'))]) {
    const screen = shown(dialogue);
    const words = wordsOf(screen);
    for (const text of [...TEXTS.emergency.steps, ...TEXTS.emergency.lines, ...TEXTS.emergency.notices])
      expect(words).toContain(text);
    expect(words).toContain('911');
    expect(words).toContain('988');
  }
});

test('a step that is done is logged in short, with its time behind it; other lines stand above, with theirs', () => {
  const { dialogue, events } = turn(stopped, chose('step-4'));
  expect(events).toEqual([
    { kind: 'panel-logged', done: 'Call 911 from a second telephone, or have a colleague call' },
  ]);
  const later = after(
    dialogue,
    chose('write-down'),
    typed('gave the crossing to 911'),
    command('note', 'help is near'),
  );
  const { field, blocks } = shown(later);
  const details = field.kind === 'one' ? field.options.flatMap(({ id, detail }) => (detail ? [[id, detail]] : [])) : [];
  expect(details).toEqual([['step-4', 'done 2 s']]);
  expect(blocks).toContainEqual({ kind: 'list', items: ['3 s gave the crossing to 911', '4 s help is near'] });
  expect(later.state.panelLog.map(({ done }) => done)).toHaveLength(3);
  expect(later.state.notes).toEqual([]);
});

test('where they are and how to call back stands there, as far as it was said', () => {
  const start = [said('danger_now', 'no'), said('role', 'self')];
  const panelAfter = (...events: readonly CallEvent[]): string =>
    wordsOf(shown(after(dialogueAfter([...start, ...events]), command('emergency'))));
  const number = [said('callback_number', '555-0100'), said('callback_message', 'no-message')];
  const home = [said('state', 'CA'), said('postal_code', '00000')];
  expect(panelAfter()).toContain('Where: not known\n');
  expect(panelAfter()).not.toContain('Call back');
  expect(panelAfter(...home)).toContain('Where: not known; lives in California; ZIP code at home 00000\n');
  const known = panelAfter(...home, said('location', 'the bus station'), ...number);
  expect(known).toContain('Where: the bus station; lives in California; ZIP code at home 00000\n');
  expect(known).toContain('Call back: 555-0100; Call any time, no message\n');
});

test('a stop names what was said, and the question where that alone says nothing', () => {
  expect(wordsOf(shown(stopped))).toContain('Said: Yes, to: ');
  const seizure = dialogueAfter([
    { kind: 'answered', question: 'danger_now', reply: { said: 'no' } },
    { kind: 'answered', question: 'withdrawal_now', reply: { said: ['seizure'] } },
  ]);
  expect(wordsOf(shown(seizure))).toContain('Said: A seizure');
});

test('a stop and its screen work nothing out', () => {
  let worked = 0;
  const compiled = compiledPolicy('intake-line');
  const counted = {
    ...compiled,
    get outcome() {
      worked++;
      return compiled.outcome;
    },
  };
  const call = createCall(counted);
  const start = dialogueAfter([], { call, state: startCall(call, 0) });
  shown(start);
  expect(worked).toBeGreaterThan(0);
  worked = 0;
  const { dialogue } = turn(start, chose('yes'));
  expect(shown(dialogue).isAlarm).toBe(true);
  expect(shown(after(dialogue, chose('step-1'))).isAlarm).toBe(true);
  expect(worked).toBe(0);
});

test('going on after a stop is asked about once more; every safety question with a reply is asked afresh', () => {
  const sure = after(stopped, chose('danger-over'));
  expect(optionIds(shown(sure).field)).toEqual(['close-list', 'go-on']);
  expect(shown(after(sure, chose('close-list'))).blocks[0]).toEqual({
    kind: 'alarm',
    text: inLanguage(emergency.title, 'en'),
  });
  const { dialogue, events } = turn(sure, chose('go-on'));
  expect(events).toEqual([{ kind: 'panel-logged', done: 'the danger is over' }, { kind: 'went-on' }]);
  const screen = shown(dialogue);
  expect(screen.notices).toContain('asked afresh: the earlier answer is not used');
  expect(screen.field.kept).toBeUndefined();
  expect(screen.isFresh).toBe(true);
});

test('a slip is corrected where it was made', () => {
  for (const correct of [chose('correct-answer'), command('back')]) {
    const { dialogue, events } = turn(stopped, correct);
    expect(events).toEqual([{ kind: 'went-back' }]);
    expect(shown(dialogue).field.kept).toBe('Yes');
    expect(after(dialogue, chose('no')).state.place).toEqual({ kind: 'question', id: 'role' });
  }
});

test('an emergency ends the call as one, from a stop and from the panel', () => {
  for (const dialogue of [stopped, after(dialogueAfter(), command('emergency'))]) {
    const { events, leave, dialogue: over } = turn(dialogue, chose('end-call'));
    expect(events).toEqual([{ kind: 'panel-logged', done: 'help has taken over' }, { kind: 'ended' }]);
    expect(leave).toBe('over');
    expect(over.state.place).toEqual({ kind: 'over', how: { kind: 'stopped' } });
  }
});

test('a caller who is gone in the middle ends the call in a way that no answer has to show', () => {
  const endings = after(stopped, chose('hung-up'));
  expect(optionIds(shown(endings).field)).toEqual(['dropped', 'wrong-service', 'silent', 'abusive', 'close-list']);
  const { events, leave } = turn(after(endings, chose('dropped')), chose('end-call'));
  expect(events).toEqual([{ kind: 'ended', disposition: 'dropped' }]);
  expect(leave).toBe('over');
});

test('a call that is cut off in an emergency goes by the step of the panel, and not by the script', () => {
  const place = [said('danger_now', 'no'), said('callback_number', '555-0100'), said('location', 'the bus station')];
  const harm = said('self_harm', ['plan']);
  const fromStop = after(dialogueAfter([...place, harm]), chose('hung-up'));
  const fromPanel = after(dialogueAfter(place), command('emergency'), chose('hung-up'));
  const dropped = questionnaire.dispositions.find(({ id }) => id === 'dropped');
  for (const endings of [fromStop, fromPanel]) {
    expect(optionIds(shown(endings).field)[0]).toBe('dropped');
    const { blocks } = shown(after(endings, chose('dropped')));
    expect(blocks.slice(0, 4)).toEqual([
      { kind: 'title', text: inLanguage(dropped?.title ?? '', 'en') },
      { kind: 'alarm', text: inLanguage(emergency.ifCutOff ?? '', 'en') },
      { kind: 'text', text: 'Where: the bus station' },
      { kind: 'text', text: 'Call back: 555-0100' },
    ]);
    const words = JSON.stringify(blocks);
    for (const text of [dropped?.say, ...(dropped?.steps ?? [])]) expect(words).not.toContain(text);
  }
});

test('a call taken up after a stop says on its screens what stopped it and what was done, until that is answered again', () => {
  const stop = dialogueAfter([said('danger_now', 'no'), said('role', 'self'), said('self_harm', ['thoughts', 'plan'])]);
  const left = after(stop, chose('step-4'));
  const [resumed] = transition(CALL, left.state, { kind: 'resumed' }, 60_000);
  const plan = labelOf('self_harm', 'plan');
  const thoughts = labelOf('self_harm', 'thoughts');
  const told = `stopped 3 s: ${plan}; ${thoughts}; done: Call 911 from a second telephone, or have a colleague call 4 s`;
  let dialogue = dialogueAfter([], { state: resumed });
  expect(shown(dialogue).notices[0]).toBe(told);
  dialogue = after(dialogue, command('unsure'));
  expect(dialogue.state.place.kind).toBe('safety-unknown');
  expect(shown(dialogue).notices[0]).toBe(told);
  dialogue = after(dialogue, chose('go-on'));
  const again = (): string | undefined => shown(dialogue).notices.find((notice) => notice.startsWith('stopped'));
  for (let asked = 0; dialogue.state.again.has('self_harm') && asked < 20; asked++) {
    expect(again()).toBe(told);
    const { field, isFresh } = shown(dialogue);
    dialogue = after(dialogue, isFresh && field.kind === 'some' ? ticked([]) : command('unsure'));
  }
  expect(dialogue.state.again.has('self_harm')).toBe(false);
  expect(again()).toBeUndefined();
});

test('what was done in the panel is said as well while the safety questions are asked again', () => {
  const used = after(dialogueAfter([said('danger_now', 'no')]), command('emergency'), chose('step-2'));
  const [resumed] = transition(CALL, after(used, command('close'), chose('go-on')).state, { kind: 'resumed' }, 60_000);
  const [notice] = shown(dialogueAfter([], { state: resumed })).notices;
  expect(notice).toMatch(/^done: Ask "Where are you right now\?".* 3 s; the danger is over 4 s$/);
});

/** What is ticked among the steps on screen. */
function doneSteps(dialogue: Dialogue): readonly string[] {
  const { field } = shown(dialogue);
  return field.kind === 'one' ? field.options.flatMap(({ id, detail }) => (detail ? [`${id} ${detail}`] : [])) : [];
}

/** What the log on screen lists. */
function listed(dialogue: Dialogue): readonly string[] {
  return shown(dialogue).blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
}

const CALLED = 'Call 911 from a second telephone, or have a colleague call';
const EARLIER = [`earlier: 2 s ${CALLED}`, 'earlier: 3 s the danger is over'];
const once = after(stopped, chose('step-4'), chose('danger-over'), chose('go-on'));

test('a step that was done in an earlier stop is not done in a later one, where it is listed as earlier', () => {
  expect(doneSteps(after(stopped, chose('step-4')))).toEqual(['step-4 done 2 s']);
  const again = after(once, chose('yes'));
  expect(again.state.place.kind).toBe('stopped');
  expect([doneSteps(again), listed(again)]).toEqual([[], EARLIER]);
  const anew = after(again, chose('step-4'));
  expect([doneSteps(anew), listed(anew)]).toEqual([['step-4 done 5 s'], EARLIER]);
});

test('nor is it in a panel that was opened later; what is done in that is not done in the next', () => {
  const panel = after(once, command('emergency'));
  expect([doneSteps(panel), listed(panel)]).toEqual([[], EARLIER]);
  const used = after(panel, chose('step-1'));
  expect(doneSteps(used)).toHaveLength(1);
  const next = after(used, command('close'), chose('go-on'), command('emergency'));
  expect(doneSteps(next)).toEqual([]);
  expect(listed(next)).toHaveLength(3); // the last ones: who called 911 first is in the review
});

test('a stop that was gone back from and kept, and a panel between, leave its steps done', () => {
  const done = after(stopped, chose('step-4'), chose('correct-answer'));
  const kept = after(done, command('emergency'), chose('close-panel'), { kind: 'kept' });
  expect(kept.state.place.kind).toBe('stopped');
  expect([doneSteps(kept), listed(kept)]).toEqual([['step-4 done 2 s'], []]);
});

test('a stop is credited with what was logged after it, not with what was done about an earlier one', () => {
  const events = [said('danger_now', 'no'), said('role', 'self'), said('self_harm', ['plan'])];
  const later = events.reduce((state, event) => transition(CALL, state, event, state.lastAt + 1000)[0], once.state);
  expect(later.place.kind).toBe('stopped');
  const [resumed] = transition(CALL, later, { kind: 'resumed' }, 60_000);
  const told = shown(dialogueAfter([], { state: resumed })).notices[0];
  expect(told).toContain(`: ${labelOf('self_harm', 'plan')}`);
  expect(told).not.toContain('done');
});

test('of two stops each is credited with its own', () => {
  const harm = dialogueAfter([said('danger_now', 'no'), said('role', 'self'), said('self_harm', ['plan'])]);
  const first = after(harm, chose('step-4'), chose('danger-over'), chose('go-on'));
  const second = after(after(first, chose('yes')), chose('step-1'));
  const [resumed] = transition(CALL, second.state, { kind: 'resumed' }, 60_000);
  const told = shown(dialogueAfter([], { state: resumed })).notices[0] ?? '';
  const parts = ['stopped 3 s', CALLED, 'the danger is over', 'stopped 6 s', 'done: '].map((part) =>
    told.lastIndexOf(part),
  );
  expect(parts).toEqual([...parts].sort((left, right) => left - right));
  expect(parts).not.toContain(-1);
});

test('the answers so far show what is asked afresh apart, with what was said, and what was done', () => {
  const stop = dialogueAfter([said('danger_now', 'no'), said('self_harm', ['plan'])]);
  const gone = after(stop, chose('step-4'), chose('danger-over'), chose('go-on'));
  const { field, blocks } = shown(after(gone, command('menu'), chose('answers-so-far')));
  const options = field.kind === 'one' ? field.options : [];
  const afresh = options.findIndex(({ heading }) => heading === 'Asked afresh: not used until answered again');
  const next = options.findIndex(({ heading }, index) => index > afresh && heading !== undefined);
  const rows = options.slice(afresh, next === -1 ? undefined : next);
  expect(rows.map(({ id }) => id).sort()).toEqual([...gone.state.again].sort());
  expect(rows.find(({ id }) => id === 'self_harm')).toMatchObject({ detail: labelOf('self_harm', 'plan') });
  expect(blocks).toContainEqual({
    kind: 'list',
    items: ['3 s Call 911 from a second telephone, or have a colleague call', '4 s the danger is over'],
  });
});

test('what was left open of a safety question is named', () => {
  const danger = after(dialogueAfter(), command('unsure'));
  const asked = askedSentence(inLanguage(questionnaire.questions[0]?.say ?? '', 'en'));
  expect(shown(danger).blocks).toContainEqual({ kind: 'text', text: `Left open: ${asked}` });
  const one = dialogueAfter([
    said('danger_now', 'no'),
    { kind: 'answered', question: 'withdrawal_now', reply: { said: [], unsure: ['seizure', 'confusion'] } },
  ]);
  const names = ['seizure', 'confusion'].map((id) => labelOf('withdrawal_now', id)).join('; ');
  expect(one.state.place.kind).toBe('safety-unknown');
  expect(shown(one).blocks).toContainEqual({ kind: 'text', text: `Left open: ${names}` });
});

test('a safety question without an answer offers the panel at once', () => {
  const open = after(dialogueAfter(), command('declined'));
  expect(shown(open)).toMatchObject({ isAlarm: false, isFresh: true });
  expect(optionIds(shown(open).field)).toEqual(['open-panel', 'go-on', 'ask-again']);
  expect(turn(open, chose('open-panel')).events).toEqual([{ kind: 'panel-opened' }]);
  expect(after(open, chose('ask-again')).state.place).toEqual({ kind: 'question', id: 'danger_now' });
  expect(after(open, chose('go-on')).state.place).toEqual({ kind: 'question', id: 'role' });
});

test('screens that ask about danger throw away what was typed before they were seen', () => {
  for (const [name, dialogue] of AT_QUESTIONS) {
    const { place } = dialogue.state;
    const question = dialogue.setting.call.compiled.callers.questionnaire.questions.find(
      ({ id }) => place.kind === 'question' && id === place.id,
    );
    expect(shown(dialogue).isFresh, name).toBe(question?.safety);
  }
});
