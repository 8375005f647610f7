/**
 * From a key to the next screen at a terminal: 2,000 prompts of three kinds, laid out in full and in colour.
 * Three times are taken: Enter to the next prompt, any other key to the screen that shows it, and a flash.
 * What was pressed is compared with what the console says was done. Run with `npm run bench -- terminal`.
 */

import { PassThrough, Writable } from 'node:stream';
import { FIELD_RULES } from '../../src/interview/field-keys.ts';
import { keysIn } from '../../src/interview/keys.ts';
import type { Field, Screen } from '../../src/interview/screen.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import { createTerminalConsole } from '../../src/io/call-terminal.ts';
import { colourPalette } from '../../src/io/palette.ts';
import { visible } from '../../src/io/visible.ts';
import { callScreen } from '../../src/render/call-screen.ts';

const PROMPTS = 2000;
const BUDGET = 16; // milliseconds at the 99th percentile, for all that happens between two questions
const ENTER = '\r';

const options = (count: number): { id: string; label: string; synonyms: readonly string[] }[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `o${index}`,
    label: `Option ${index} of ${count}`,
    synonyms: [],
  }));

/** A field, the key that begins an answer, and the kind of input that Enter then gives. */
const FIELDS: readonly { readonly field: Field; readonly key: string; readonly given: string }[] = [
  { field: { kind: 'one', options: options(7), kept: undefined }, key: '3', given: 'chose' },
  { field: { kind: 'one', options: options(56), kept: undefined }, key: '\u001b[B', given: 'chose' },
  { field: { kind: 'some', options: options(12), none: 'None of these', kept: undefined }, key: '5', given: 'ticked' },
  { field: { kind: 'line', of: 'text', hint: 'a few words', kept: undefined }, key: 'a', given: 'typed' },
];

const SAY =
  'In the past two weeks, how often have you been bothered by any of these: please tell me for each of them, and take ' +
  'all the time that you need. If you would rather not say, that is all right, and we go on to the next question.';

function screenWith(field: Field, place: number): Screen {
  return {
    language: 'en',
    header: {
      section: 'Safety',
      asked: place,
      toCome: 40,
      elapsed: place,
      possible: 'IOP to Residential',
      first: '',
      mark: undefined,
    },
    isAlarm: false,
    isFresh: false,
    notices: ['asked afresh'],
    blocks: [
      { kind: 'say', text: SAY },
      { kind: 'probe', text: SAY },
      { kind: 'help', text: SAY },
    ],
    field,
    commands: ['emergency', 'back', 'unsure', 'declined', 'reword', 'jump', 'note', 'menu', 'pause'],
  };
}

interface Times {
  readonly enter: number[];
  readonly key: number[];
  readonly flash: number[];
}

/** @throws if an input is not the one that was given */
async function measure(columns: number, rows: number): Promise<Times> {
  const palette = await colourPalette();
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  let painted = (): void => {};
  const output = Object.assign(
    new Writable({
      write: (_chunk, _encoding, done) => {
        painted();
        done();
      },
    }),
    { columns, rows },
  );
  const console = createTerminalConsole({
    input,
    output,
    layout: (screen, field, size) =>
      callScreen({
        screen,
        field,
        ...size,
        paint: palette.paint,
        keys: keysIn('en'),
        words: callWordsIn('en').frame,
        spell: visible,
      }),
    finish: palette.finish,
    fields: FIELD_RULES,
  });
  const paintedOnce = (): Promise<number> =>
    new Promise((resolve) => {
      painted = () => {
        painted = () => {};
        resolve(performance.now());
      };
    });
  const times: Times = { enter: [], key: [], flash: [] };
  let pressedAt: number | undefined;
  for (let place = 0; place < PROMPTS; place++) {
    const { field, key, given } = FIELDS[place % FIELDS.length] ?? FIELDS[0]!;
    const shown = paintedOnce();
    const answer = console.show(screenWith(field, place));
    const shownAt = await shown;
    if (pressedAt !== undefined) times.enter.push(shownAt - pressedAt);
    await new Promise((resolve) => setImmediate(resolve)); // a person is slower than the loop
    const marked = paintedOnce();
    const keyAt = performance.now();
    input.write(key);
    times.key.push((await marked) - keyAt);
    pressedAt = performance.now();
    input.write(ENTER);
    const { kind } = await answer;
    if (kind !== given) throw new Error(`prompt ${place} gave ${kind} where ${given} was pressed`);
  }
  for (let place = 0; place < PROMPTS / 10; place++) {
    const before = performance.now();
    console.flash(screenWith(FIELDS[0]!.field, place));
    times.flash.push(performance.now() - before);
  }
  console.close();
  return times;
}

function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const LINES = [
  ['enter', 'Enter to the next prompt'],
  ['key', 'a key to the screen that shows it'],
  ['flash', 'a flash'],
] as const;

for (const [columns, rows] of [
  [80, 24],
  [120, 40],
] as const) {
  const times = await measure(columns, rows);
  console.log(`${columns} × ${rows}, ${PROMPTS} prompts, milliseconds`);
  for (const [name, what] of LINES) {
    const shares = [0.5, 0.99, 1].map((share) => percentile(times[name], share).toFixed(2).padStart(7));
    console.log(`  ${what.padEnd(34)} p50 ${shares[0]}  p99 ${shares[1]}  most ${shares[2]}`);
  }
  if (percentile(times.enter, 0.99) > BUDGET) process.exitCode = 1;
}
