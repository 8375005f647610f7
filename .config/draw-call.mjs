// Draws screens of example calls into docs/pictures, as the built program shows them. A test compares them with the program.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';
import { screenshot } from './screenshot.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
export const PICTURES = `${root}docs/pictures/`;
const DAY = '2026-11-22';
const COLUMNS = 80;

/**
 * An example call that is played, and what of it is drawn: the first screen that shows a sign or, without a sign, what is seen
 * first of what is printed.
 * @typedef {object} Play
 * @property {string} example
 * @property {number} rows
 * @property {readonly { sign: string; keys: string }[]} presses Where something else than Enter is pressed; nothing lays the call aside.
 * @property {readonly { name: string; title: string; sign?: string }[]} pictures
 */

/** @type {readonly Play[]} */
const PLAYS = [
  {
    example: 'iop',
    rows: 24,
    presses: [{ sign: 'Is everything right?', keys: 'accept\r' }],
    pictures: [
      { name: 'opening-question', title: 'The first question of a call', sign: 'anyone hurt or in danger' },
      { name: 'review', title: 'The review of all answers', sign: 'Is everything right?' },
      { name: 'summary', title: 'What is seen first of a referral summary' },
    ],
  },
  {
    example: 'crisis-assessment-today',
    rows: 24,
    presses: [{ sign: 'Thoughts of hurting someone', keys: '' }],
    pictures: [
      { name: 'red-flag', title: 'A question about danger, with an answer ticked', sign: '[x] Thoughts of suicide' },
    ],
  },
  {
    example: 'emergency',
    rows: 40,
    presses: [
      { sign: 'EMERGENCY', keys: '1\r' },
      { sign: 'EMERGENCY', keys: '' },
    ],
    pictures: [{ name: 'emergency', title: 'The emergency steps, the first of them done', sign: 'done 15:' }],
  },
];

/** Every picture as it would be drawn now, by the name of its file. The program must be built. */
export function drawings() {
  return new Map(PLAYS.flatMap(drawingsOf));
}

/**
 * @param {Play} play
 * @returns {readonly (readonly [string, string])[]}
 */
function drawingsOf(play) {
  const { frames, printed } = played(play);
  return play.pictures.map(({ name, title, sign }) => {
    const written =
      sign === undefined ? firstRows(printed, play.rows) : frames.find((frame) => plain(frame).includes(sign));
    if (written === undefined) throw new Error(`no screen of the example ${play.example} shows: ${sign}`);
    return [`${name}.svg`, screenshot({ written, columns: COLUMNS, rows: play.rows, title })];
  });
}

/**
 * Plays a call with the built program at a terminal in memory, on one day, at a clock that only keys move.
 * @param {Play} play
 * @returns {{ readonly frames: readonly string[]; readonly printed: string }}
 */
function played({ example, rows, presses }) {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-drawing-'));
  const result = join(folder, 'played.json');
  try {
    const terminal = fileURLToPath(new URL('./playing-terminal.mjs', import.meta.url));
    const args = ['--import', terminal, 'bin/intakeline.js', 'interview', '--example', example, '--today', DAY];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        TZ: 'UTC',
        TERM: 'xterm-256color',
        PLAY: JSON.stringify({ result, rows, presses }),
      },
    });
    if (status !== 0) throw new Error(`the example ${example} ended with ${status}: ${stderr}`);
    return JSON.parse(readFileSync(result, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What fits the terminal of what is printed.
 * @param {string} printed
 * @param {number} rows
 */
function firstRows(printed, rows) {
  return printed.split('\n').slice(0, rows).join('\r\n');
}

/**
 * Without what colours it or moves the cursor.
 * @param {string} text
 */
function plain(text) {
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll();
  mkdirSync(PICTURES, { recursive: true });
  for (const [file, svg] of drawings()) writeFileSync(PICTURES + file, svg);
}
