import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { typedCall, typedRest } from '../fixtures/typed-call.ts';
import { type Ended, SURROUNDINGS } from './run-program.ts';

/**
 * A transcript is a page of Markdown with calls of the program, each followed by what it printed and how it ended:
 * a line `$ intakeline …` in backquotes, a fence `text` (standard output), a fence `stderr`, and `Exit code: N`.
 * The line is given to a shell, so that it may redirect and pipe as people do.
 *
 * A page has saved calls and files of its own, so that what one call leaves the next one finds. What differs from run to run
 * is written as something that does not: ids of calls, in the order in which they come up; times of day; how long a check took and how many nodes it needed;
 * the folder.
 * On such a page `$CALLS` holds whole calls as they are typed, and `$FILES` is there to save to.
 */
const CALL = /^`\$ intakeline ?(?<line>[^`]*)`\n\n(?:(?<fence>`{3,})[\s\S]*?\nExit code: \d+|Exit code: \d+)/gm;

const folder = 'test/transcripts';
const commands = mkdtempSync(join(tmpdir(), 'intakeline-bin-'));
afterAll(() => rmSync(commands, { recursive: true }));
writeFileSync(
  join(commands, 'intakeline'),
  `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/intakeline.js')}' "$@"\n`,
);
chmodSync(join(commands, 'intakeline'), 0o755);
const typedCalls = join(commands, 'calls');
mkdirSync(typedCalls);
const saveTyped = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(typedCalls, `${name}.txt`), lines.map((line) => `${line}\n`).join(''));
for (const name of ['iop', 'emergency', 'residential', 'wrong-service']) saveTyped(name, typedCall(name));
saveTyped('cut-off', typedCall('iop').slice(0, 4));
saveTyped('rest', typedRest('iop', 4));
const surroundings = {
  ...SURROUNDINGS,
  PATH: `${commands}${delimiter}${SURROUNDINGS['PATH']}`,
  CALLS: typedCalls,
};

/** In milliseconds: a busy machine shares its time among several of them. */
const SLOWEST = 60_000;

/** The pages on which calls build upon each other: theirs are made one after the other. */
const IN_ORDER: readonly string[] = ['calls.md', 'directory.md', 'hand-off.md', 'site.md'];

const IDS = ['1122-7k3f', '1122-b4d9', '1122-q8wz', '1122-t2hn', '1122-m6cx', '1122-v5gp'];

/** One page's folder, and the ids that have come up there. */
interface Place {
  readonly folder: string;
  readonly ids: string[];
}

const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

test('there are transcripts', () => {
  expect(pages.length).toBeGreaterThan(2);
});

for (const page of pages) {
  const path = `${folder}/${page}`;
  const place: Place = { folder: join(commands, page), ids: [] };
  mkdirSync(join(place.folder, 'files'), { recursive: true });
  const text = readFileSync(path, 'utf8');
  const calls = [...text.matchAll(CALL)].map(([part, line = '']) => ({ part, line }));

  test(`${page} shows a result for every call`, () => {
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBe(text.match(/^`\$ intakeline/gm)?.length);
  });

  for (const { part, line } of calls) {
    const run = IN_ORDER.includes(page) ? test : test.concurrent;
    run(
      `${page}: intakeline ${line}`,
      async ({ expect }) => {
        const played = await transcriptOf(line, place);
        if (process.env['UPDATE_TRANSCRIPTS'] === '1') {
          writeFileSync(
            path,
            readFileSync(path, 'utf8').replace(part, () => played),
          );
          return;
        }
        expect(played).toBe(part);
      },
      SLOWEST,
    );
  }
}

test('no transcript shows what a faulty answers file says', () => {
  const said = ['myself', '340', 'plann', 'satte', 'suporter', 'sister', '213-555-0100'];
  const faulty = ['misspelt', 'misshapen'].map((name) => readFileSync(`test/fixtures/callers/${name}.yaml`, 'utf8'));
  const shown = readFileSync(`${folder}/wrong-answers.md`, 'utf8');
  expect(said.filter((word) => !faulty.some((text) => text.includes(word)))).toEqual([]);
  expect(said.filter((word) => shown.includes(word))).toEqual([]);
});

/** Performs a call and writes down what happened. */
async function transcriptOf(line: string, place: Place): Promise<string> {
  const command = `intakeline ${line}`.trimEnd();
  const { status, ...printed } = await ended(withRealIds(command, place), place);
  const [stdout, stderr] = [withLastingWords(printed.stdout, place), withLastingWords(printed.stderr, place)];
  return [`\`$ ${command}\``, ...fenced('text', stdout), ...fenced('stderr', stderr), `Exit code: ${status}`].join(
    '\n\n',
  );
}

/** Gives a command to a shell; several at a time, since each spends most of its time starting. */
function ended(command: string, { folder }: Place): Promise<Ended> {
  const env = { ...surroundings, XDG_STATE_HOME: folder, FILES: join(folder, 'files') };
  const child = spawn('sh', ['-c', command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      printed[name] += chunk;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ ...printed, status }));
  });
}

/** The ids of the page, as this run has given them. */
function withRealIds(command: string, { ids }: Place): string {
  return IDS.reduce((text, id, index) => text.replaceAll(id, ids[index] ?? id), command);
}

/** The same text on every day and every machine. */
function withLastingWords(text: string, { folder, ids }: Place): string {
  return text
    .replaceAll(folder, '/home/counselor/.local/state')
    .replace(/\b\d{4}-[2-9bcdfghjkmnpqrstvwxyz]{4}\b/g, (id) => {
      if (!ids.includes(id)) ids.push(id);
      return IDS[ids.indexOf(id)] ?? id;
    })
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-11-22T10:00:00.000Z')
    .replace(/\b\d{4}-\d\d-\d\d \d\d:\d\d\b/g, '2026-11-22 10:00')
    .replace(/\brecorded on\s+[A-Z]\w+\s+\d+,\s+\d{4},/g, 'recorded on November 22, 2026,')
    .replace(/(?<![T:])\b\d\d:\d\d\b(?!:)/g, '10:00')
    .replace(/\bchecked in \d+\.\d s$/gm, 'checked in 1.5 s')
    .replace(/\b[\d,]+ nodes$/gm, '1,000 nodes')
    .replace(/"nodes": \d+/g, '"nodes": 1000');
}

function fenced(name: string, content: string): readonly string[] {
  if (content === '') return [];
  const fence = content.includes('```') ? '````' : '```';
  return [`${fence}${name}\n${content}${content.endsWith('\n') ? '' : '\n'}${fence}`];
}
