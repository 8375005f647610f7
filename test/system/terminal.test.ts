import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** The program in a real terminal of 80 columns, driven by tmux with a socket of its own. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intakeline-tmux-'));
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-x',
    '80',
    '-y',
    '24',
    'env',
    '-u',
    'NO_COLOR',
    'TERM=screen-256color',
    'PS1=',
    'bash',
    '--norc',
  );
  tmux('set-option', '-g', 'history-limit', '5000');
});
afterEach(() => {
  tmux('kill-server');
  rmSync(folder, { recursive: true });
});

const DECIDE = 'node bin/intakeline.js decide';
const example = 'docs/examples/iop.yaml';

test('a summary fits 80 columns and is coloured, and what follows it is not', async () => {
  const screen = await type(`clear; ${DECIDE} ${example} --today 2026-11-22; echo "status $?"`, /^status \d/m);
  expect(screen.plain).toMatch(/^status 0$/m);
  // A line that is too long is continued on the next: joined lines are longer than the terminal.
  expect(screen.joined.split('\n').filter((line) => line.length > 80 && !line.includes(DECIDE))).toEqual([]);
  expect(screen.coloured).toContain('\u001b[1m');
  expect(screen.coloured.slice(screen.coloured.lastIndexOf('status'))).not.toContain('\u001b[1');
});

test('--no-color and NO_COLOR leave no escape sequence', async () => {
  const option = await type(`clear; ${DECIDE} ${example} --no-color; echo "status $?"`, /^status \d/m);
  expect(option.coloured).not.toContain('\u001b[');
  const variable = await type(`clear; NO_COLOR=1 ${DECIDE} ${example}; echo "ended $?"`, /^ended \d/m);
  expect(variable.coloured).not.toContain('\u001b[');
});

test('Ctrl-C while it waits for standard input ends with 130, without a stack', async () => {
  await type(`clear; ${DECIDE} -; echo "status $?"`, /waiting/);
  tmux('send-keys', '-t', '0', 'C-c');
  const screen = await until(/status \d+$/m);
  expect(screen.plain).toMatch(/status 130$/m);
  expect(screen.plain).not.toMatch(/^\s+at /m);
});

test('a reader that leaves early is no fault', () => {
  const line = `${DECIDE} ${example} | head -1 > /dev/null; echo "status \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  expect(stdout).toBe('status 0\n');
  expect(stderr).toBe('');
});

test('a pipe that is closed before the first byte is no fault', async () => {
  const child = spawn('node', ['bin/intakeline.js', 'decide', example, '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, errors]).toEqual([0, []]);
});

test('a full disk is said, and ends with 2', () => {
  const { stderr, status } = spawnSync('bash', ['-c', `${DECIDE} ${example} > /dev/full`], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('ENOSPC');
});

interface Screen {
  readonly plain: string;
  /** Lines that the terminal had to break, put together again. */
  readonly joined: string;
  readonly coloured: string;
}

async function type(line: string, sign: RegExp): Promise<Screen> {
  tmux('send-keys', '-t', '0', '-l', line);
  tmux('send-keys', '-t', '0', 'Enter');
  return until(sign);
}

/** Waits until the sign is on the screen or above it. */
async function until(sign: RegExp): Promise<Screen> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const plain = capture();
    if (sign.test(plain)) return { plain, joined: capture('-J'), coloured: capture('-e') };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never on the screen: ${sign}\n${capture()}`);
}

function capture(...flags: readonly string[]): string {
  return tmux('capture-pane', '-p', '-S', '-', '-t', '0', ...flags)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function tmux(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync('tmux', ['-S', join(folder, 'socket'), ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
  return stdout;
}
