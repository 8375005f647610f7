import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { dialogueAfter, shown } from './shipped-dialogue.ts';

const said = (question: string, value: FactValue): CallEvent => ({
  kind: 'answered',
  question,
  reply: { said: value },
});

const ADULT = [said('danger_now', 'no'), said('role', 'self'), said('age', 41), said('safe_to_talk', 'alone')];

/** What the header names to be done first after these events in the call of an adult who can talk. */
function first(...events: readonly CallEvent[]): string {
  return shown(dialogueAfter([...ADULT, ...events])).header.first;
}

const CRISIS = 'a crisis assessment today (988)';
const NO_HARM = said('self_harm', []);

test('a wish to die, and thoughts of it, call for a crisis assessment, which the header names from then on', () => {
  expect([first(), first(NO_HARM)]).toEqual(['', '']);
  for (const told of [['wish-dead'], ['thoughts']]) {
    expect(first(said('self_harm', told))).toBe(CRISIS);
    expect(first(said('self_harm', told), said('others_harm', []), said('substances', ['alcohol']))).toBe(CRISIS);
    expect(first(said('self_harm', told), NO_HARM)).toBe('');
  }
});

test('nothing is named for what is possible only', () => {
  expect(first({ kind: 'answered', question: 'self_harm', reply: { unknown: 'unsure' } })).toBe('');
});

test('beside the steps of an emergency nothing else is named', () => {
  expect(first(said('self_harm', ['thoughts']), { kind: 'panel-opened' })).toBe('');
  expect(first(said('self_harm', ['thoughts', 'plan']))).toBe('');
});
