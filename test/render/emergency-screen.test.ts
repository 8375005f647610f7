import { expect, test } from 'vitest';
import { callWords } from '../../src/cli/call-words.ts';
import { fieldView, startField } from '../../src/interview/field.ts';
import { keysIn } from '../../src/interview/keys.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import { PLAIN } from '../../src/io/palette.ts';
import { callScreen } from '../../src/render/call-screen.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { said } from '../interview/play.ts';
import { dialogueAfter, shown } from '../interview/shipped-dialogue.ts';

const texts = callWords(await shippedContent(), 'en');

/** Everything that stands above the steps is known. */
const KNOWN = [
  said('danger_now', 'no'),
  said('role', 'self'),
  said('callback_number', '555-0100'),
  said('callback_message', 'agreed-time-only'),
  said('location', 'a bench by the river, north of the second bridge'),
];

/** What a terminal of the usual size shows of a stop at once. */
function firstScreen(stop: CallEvent): readonly string[] {
  const screen = shown(dialogueAfter([...KNOWN, stop], { textsIn: () => texts }));
  const field = fieldView(screen.field, startField(screen.field), 'en');
  return callScreen({
    screen,
    field,
    columns: 80,
    rows: 24,
    paint: PLAIN.paint,
    keys: keysIn('en'),
    words: callWordsIn('en').frame,
  }).split('\n');
}

test.each([
  ['trouble breathing', said('body_now', ['breathing'])],
  ['an overdose', said('overdose_now', ['overdose'])],
  ['a plan and the means', said('self_harm', ['plan', 'means-at-hand'])],
  ['danger from someone', said('danger_from', ['attack-today'])],
  ['a plan to hurt someone', said('others_harm', ['plan'])],
  ['a seizure', said('withdrawal_now', ['seizure'])],
])('the steps begin on the first screen of a terminal of 80 by 24: %s', (_what, stop) => {
  const lines = firstScreen(stop);
  const place = (text: string): number => lines.findIndex((line) => line.includes(text));
  const order = ['Said: ', 'Where: ', 'Call back: ', '911 · 988, text to 988', '1 Stay calm'].map(place);
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((left, right) => left - right));
  expect(place('Choose a step') - place('911 · 988')).toBeLessThanOrEqual(2); // two rows of numbers at most
});
