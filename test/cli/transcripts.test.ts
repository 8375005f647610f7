import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Ended, SURROUNDINGS } from './run-program.ts';

/**
 * A transcript is a page of Markdown with calls of the program, each followed by what it printed and how it ended:
 * a line `$ intakeline …` in backquotes, a fence `text` (standard output), a fence `stderr`, and `Exit code: N`.
 * The line is given to a shell, so that it may redirect and pipe as people do.
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
const surroundings = { ...SURROUNDINGS, PATH: `${commands}${delimiter}${SURROUNDINGS['PATH']}` };

const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

test('there are transcripts', () => {
  expect(pages.length).toBeGreaterThan(2);
});

for (const page of pages) {
  const path = `${folder}/${page}`;
  const text = readFileSync(path, 'utf8');
  const calls = [...text.matchAll(CALL)].map(([part, line = '']) => ({ part, line }));

  test(`${page} shows a result for every call`, () => {
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBe(text.match(/^`\$ intakeline/gm)?.length);
  });

  for (const { part, line } of calls) {
    test.concurrent(`${page}: intakeline ${line}`, async ({ expect }) => {
      const played = await transcriptOf(line);
      if (process.env['UPDATE_TRANSCRIPTS'] === '1') {
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(part, () => played),
        );
        return;
      }
      expect(played).toBe(part);
    });
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
async function transcriptOf(line: string): Promise<string> {
  const command = `intakeline ${line}`.trimEnd();
  const { stdout, stderr, status } = await ended(command);
  return [`\`$ ${command}\``, ...fenced('text', stdout), ...fenced('stderr', stderr), `Exit code: ${status}`].join(
    '\n\n',
  );
}

/** Gives a command to a shell; several at a time, since each spends most of its time starting. */
function ended(command: string): Promise<Ended> {
  const child = spawn('sh', ['-c', command], { env: surroundings, stdio: ['ignore', 'pipe', 'pipe'] });
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

function fenced(name: string, content: string): readonly string[] {
  if (content === '') return [];
  const fence = content.includes('```') ? '````' : '```';
  return [`${fence}${name}\n${content}${content.endsWith('\n') ? '' : '\n'}${fence}`];
}
