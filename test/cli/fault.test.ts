import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A copy of the built program in which the command tree throws an error that carries what a caller said. */
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'intakeline-fault-'));
  mkdirSync(join(copy, 'bin'));
  cpSync('dist', join(copy, 'dist'), { recursive: true });
  copyFileSync('bin/intakeline.js', join(copy, 'bin/intakeline.js'));
  copyFileSync('package.json', join(copy, 'package.json'));
  const broken = "export async function performCommand() { throw new RangeError('CANARY said by a caller'); }\n";
  writeFileSync(join(copy, 'dist/program.js'), broken);
});

afterAll(() => rmSync(copy, { recursive: true }));

function fail(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(copy, 'bin/intakeline.js'), ...args], { encoding: 'utf8' });
}

test('a fault of the program ends with 70 and repeats nothing that a caller said', () => {
  const { status, stdout, stderr } = fail('decide', 'x');
  expect(status).toBe(70);
  expect(stdout).toBe('');
  expect(stderr).toContain('RangeError');
  expect(stderr).not.toContain('CANARY');
  expect(stderr).not.toMatch(/^\s+at /m);
});

/** Takes a call with the built program itself, in which an error is thrown where no promise waits for it: in a timer. */
async function failInCall(...args: readonly string[]) {
  const home = mkdtempSync(join(copy, 'home-'));
  const trap = join(home, 'trap.mjs');
  const isListening = "process.stdin.listenerCount('data') > 0";
  const thrown = "throw new RangeError('CANARY said by a caller')";
  writeFileSync(trap, `const t = setInterval(() => { if (${isListening}) { clearInterval(t); ${thrown}; } }, 50);`);
  const child = spawn(process.execPath, ['--import', trap, 'bin/intakeline.js', 'interview', ...args], {
    env: { ...process.env, XDG_STATE_HOME: home },
  });
  child.stdin.write('no\n');
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [status] = await once(child, 'close');
  return { status, stderr, saved: readdirSync(join(home, 'intakeline')) };
}

test('a fault where nobody waits ends a call like any other: it is saved, which is said, and no message is', async () => {
  const { status, stderr, saved } = await failInCall();
  expect(status).toBe(70);
  expect(saved).toEqual([expect.stringMatching(/\.jsonl$/)]);
  expect(stderr).toContain(`interview --resume ${saved[0]?.replace('.jsonl', '')}`);
  expect(stderr).toContain('RangeError');
  expect(stderr).not.toContain('CANARY');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('with --debug it says where, and still not what', async () => {
  const { status, stderr } = await failInCall('--debug');
  expect(status).toBe(70);
  expect(stderr).toMatch(/^\s+at .*trap\.mjs/m);
  expect(stderr).not.toContain('CANARY');
});

test('--debug adds the places in the code, and still nothing that a caller said', () => {
  const { status, stderr } = fail('decide', 'x', '--debug');
  expect(status).toBe(70);
  expect(stderr).toMatch(/^\s+at performCommand .*program\.js/m);
  expect(stderr).not.toContain('CANARY');
});
