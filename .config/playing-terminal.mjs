// Loaded before the program by draw-call.mjs: a terminal in memory, at which an example call is played. Keys are pressed once
// a screen stands, Enter where nothing else is to be pressed; the clock goes on with each of them, and stands still otherwise.

import { writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';

/** @typedef {{ readonly sign: string; readonly keys: string }} Press */

/** @type {{ readonly result: string; readonly rows: number; readonly presses: readonly Press[] }} */
const { result, rows, presses } = JSON.parse(process.env['PLAY'] ?? '');
const SIZE = { isTTY: true, columns: 80, rows };
const SECONDS_A_KEY = 8;
const MOST_FRAMES = 200;

/** @type {string[]} */
const frames = [];
/** @type {string[]} */
const printed = [];
const waiting = [...presses];
let now = Date.UTC(2026, 10, 22, 15, 4);
Date.now = () => now;

const input = Object.assign(new PassThrough(), SIZE, { setRawMode: () => input });
Object.defineProperty(process, 'stdin', { value: input });
Object.assign(process.stderr, SIZE, { write: taking(frames, press) });
Object.assign(process.stdout, SIZE, { write: taking(printed, () => {}) });
process.on('exit', () => writeFileSync(result, JSON.stringify({ frames, printed: printed.join('') })));

/**
 * A stream's `write` that keeps what it is given.
 * @param {string[]} kept
 * @param {(text: string) => void} then
 */
function taking(kept, then) {
  return (/** @type {unknown[]} */ ...given) => {
    const [chunk] = given;
    const done = given.at(-1);
    kept.push(String(chunk));
    then(String(chunk));
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
}

/**
 * A screen listens a few turns of the loop after it was drawn: what is typed before that was typed for the one before.
 * @param {string} frame
 */
function press(frame) {
  if (!frame.startsWith('\u001b[1H')) return; // no screen: the terminal is taken over or given back
  const count = frames.length;
  let turns = 6;
  const turn = () => {
    turns -= 1;
    if (count !== frames.length) return; // drawn again meanwhile
    if (turns > 0) setImmediate(turn);
    else type(keysFor(frame));
  };
  turn();
}

/**
 * What is pressed at a screen. Ctrl-D lays the call aside where there is nothing to press, or where it goes round in circles.
 * @param {string} frame
 */
function keysFor(frame) {
  const text = frame.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
  const place = waiting.findIndex(({ sign }) => text.includes(sign));
  const keys = place === -1 ? '\r' : waiting.splice(place, 1)[0]?.keys;
  return keys === undefined || keys === '' || frames.length > MOST_FRAMES ? '\u0004' : keys;
}

/** @param {string} keys */
function type(keys) {
  now += SECONDS_A_KEY * 1000;
  input.write(keys);
}
