import { expect, test } from 'vitest';
import { createCall, startCall } from '../../src/interview/call.ts';
import { screenOf } from '../../src/interview/dialogue.ts';
import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';
import { AT_PLACES, AT_QUESTIONS, IN_EMERGENCY, OVERLAID } from './every-screen.ts';
import {
  after,
  chose,
  command,
  dialogueAfter,
  emergency,
  optionIds,
  shown,
  TEXTS,
  turn,
  typed,
  wordsOf,
} from './shipped-dialogue.ts';

const BELOW = [...AT_QUESTIONS, ...AT_PLACES, ...OVERLAID].filter(([, { state }]) => state.place.kind !== 'stopped');

const stopped = dialogueAfter([{ kind: 'answered', question: 'danger_now', reply: { said: 'yes' } }]);

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
    expect(panel.blocks[0], name).toEqual({ kind: 'alarm', text: emergency.title });
    for (const leave of [command('close'), chose('close-panel')]) {
      const back = turn(after(dialogue, chose('step-2')), leave);
      expect(back.events, name).toEqual([{ kind: 'panel-closed' }]);
      expect(still(back.dialogue), name).toEqual(still({ ...below, notices: [] }));
    }
  }
});

test('what lies over the steps gives them back at once', () => {
  for (const [name, above] of IN_EMERGENCY) {
    const steps = turn(above, command('emergency'));
    expect(steps.events, name).toEqual([]);
    expect(shown(steps.dialogue).blocks[0], name).toEqual({ kind: 'alarm', text: emergency.title });
    expect(shown(steps.dialogue).isAlarm, name).toBe(true);
  }
});

test('the steps say everything that the panel of the questionnaire says, numbers first', () => {
  for (const dialogue of [stopped, after(dialogueAfter(), command('emergency'))]) {
    const screen = shown(dialogue);
    const words = wordsOf(screen);
    for (const text of [...TEXTS.emergency.steps, ...TEXTS.emergency.lines, ...TEXTS.emergency.notices])
      expect(words).toContain(text);
    expect(screen.blocks.find(({ kind }) => kind === 'list')).toEqual({ kind: 'list', items: TEXTS.emergency.lines });
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
  const said = (question: string, value: string): CallEvent => ({ kind: 'answered', question, reply: { said: value } });
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
  expect(shown(after(sure, chose('close-list'))).blocks[0]).toEqual({ kind: 'alarm', text: emergency.title });
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
  expect(optionIds(shown(endings).field)).toEqual(['wrong-service', 'silent', 'abusive', 'dropped', 'close-list']);
  const { events, leave } = turn(after(endings, chose('dropped')), chose('end-call'));
  expect(events).toEqual([{ kind: 'ended', disposition: 'dropped' }]);
  expect(leave).toBe('over');
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
