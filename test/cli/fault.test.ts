import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test('--debug adds the places in the code, and still nothing that a caller said', () => {
  const { status, stderr } = fail('decide', 'x', '--debug');
  expect(status).toBe(70);
  expect(stderr).toMatch(/^\s+at performCommand .*program\.js/m);
  expect(stderr).not.toContain('CANARY');
});
