import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SURROUNDINGS } from './run-program.ts';

const CONFIG = 'format: intakeline/config/1\nname: Here\nquestionnaire: questionnaire\n';

let root: string;
let site: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'intakeline-guarded-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  site = mkdtempSync(join(root, 'site-'));
  cpSync('questionnaires/adult-intake', join(site, 'questionnaire'), { recursive: true });
  writeFileSync(join(site, 'intakeline.config.yaml'), CONFIG, { mode: 0o644 });
  for (const path of ['questionnaire', 'questionnaire/policies']) chmodSync(join(site, path), 0o755);
});

/** Runs the program in a folder, with that folder's parent as home. */
function run(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/intakeline.js'), ...args], {
    cwd: folder,
    env: { ...SURROUNDINGS, HOME: root, XDG_STATE_HOME: join(root, 'state') },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const caller = resolve('docs/examples/iop.yaml');

test('rules that the settings name are taken where they are the owner’s alone', () => {
  expect(run(site, 'decide', caller)).toMatchObject({ status: 0, stderr: '' });
});

test.each([
  ['the folder', 'questionnaire', 0o777],
  ['a file', 'questionnaire/emergency.yaml', 0o666],
  ['the policies', 'questionnaire/policies', 0o775],
])('nothing is decided by rules that others may change: %s', (_, path, mode) => {
  chmodSync(join(site, path), mode);
  const refused = run(site, 'decide', caller);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain('[unsafe-file]');
  expect(refused.stderr.match(/\[unsafe-file\]/g)).toHaveLength(1);
  expect(refused.stderr).toContain('chmod go-w');
  // What a person names is their own word.
  expect(run(site, 'decide', caller, '--questionnaire', 'questionnaire').status).toBe(0);
});

test('settings that are found are no link, whoever owns what it leads to', () => {
  const trap = mkdtempSync(join(root, 'trap-'));
  symlinkSync(join(site, 'intakeline.config.yaml'), join(trap, 'intakeline.config.yaml'));
  const refused = run(trap, 'decide', caller);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain('[unsafe-file]');
  expect(run(trap, 'decide', caller, '--no-config').status).toBe(0);
});

test('the paths of settings that are named by a link begin where the file really lies', () => {
  const elsewhere = mkdtempSync(join(root, 'elsewhere-'));
  symlinkSync(join(site, 'intakeline.config.yaml'), join(elsewhere, 'link.yaml'));
  expect(run(elsewhere, 'decide', caller, '--config', 'link.yaml')).toMatchObject({ status: 0, stderr: '' });
});

test('a new site is written through no link', () => {
  const fresh = mkdtempSync(join(root, 'fresh-'));
  const others = mkdtempSync(join(root, 'others-'));
  mkdirSync(join(fresh, 'harbor'));
  symlinkSync(others, join(fresh, 'harbor', 'questionnaire'));
  const refused = run(fresh, 'init', 'harbor');
  expect(refused.status).toBe(2);
  expect(spawnSync('ls', ['-A', others], { encoding: 'utf8' }).stdout).toBe('');
});
