/** Documents as the commands make them: what is refused, and what is written down of a disclosure. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { typedCall } from '../fixtures/typed-call.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = ['--today', '2026-11-22'];
const IOP = 'docs/examples/iop.yaml';

/** A saved call of an example caller, in a place of its own. */
function savedCall(name: string, change: (line: string) => string = (line) => line) {
  const state = mkdtempSync(join(folder, `${name}-`));
  const env = { XDG_STATE_HOME: state };
  const lines = typedCall(name).map((line) => `${line}\n`);
  expect(runProgram(['interview', '--plain', ...DAY], lines.join(''), env).status).toBe(0);
  const [file = ''] = readdirSync(join(state, 'intakeline')).filter((one) => one.endsWith('.jsonl'));
  const path = join(state, 'intakeline', file);
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').map(change).join('\n'));
  const show = (...args: readonly string[]) =>
    runProgram(['calls', 'show', file.replace('.jsonl', ''), ...DAY, ...args], '', env);
  const journal = (): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
  return { show, journal };
}

test('without notices nothing restricted leaves, and what is not restricted does', () => {
  const site = join(folder, 'site');
  cpSync('questionnaires/adult-intake', site, { recursive: true });
  rmSync(join(site, 'notices.yaml'));
  const made = (recipient: string) => runProgram(['decide', IOP, '--for', recipient, '--questionnaire', site, ...DAY]);
  const refused = made('program');
  expect(refused.status).toBe(2);
  expect(refused.stdout).toBe('');
  expect(refused.stderr).toContain('add a `notices.yaml`');
  expect(made('caller').status).toBe(0);
  expect(made('chart').status).toBe(0);
}, 60_000);

test('an answers file is no document, and a name without a document is no disclosure', () => {
  expect(runProgram(['decide', IOP, '--to', 'Somebody', ...DAY])).toMatchObject({ status: 2, stdout: '' });
  const { show } = savedCall('iop');
  expect(show('--for', 'program', '--format', 'answers')).toMatchObject({ status: 2, stdout: '' });
}, 60_000);

test('to whom a document went is in the journal and in the chart, and the call is as it was', () => {
  const { show, journal } = savedCall('emergency');
  const before = { lines: journal().length, summary: show('--format', 'json').stdout };
  const blank = show('--for', 'emergency');
  expect(blank.stdout).toMatch(/Received by: _{8,}/);
  expect(blank.stdout).toMatch(/42 CFR 2\.51/);
  // Whoever fills the form in by hand is not named, and that it was made is written down all the same.
  expect(journal()).toHaveLength(before.lines + 1);
  const unnamed = JSON.parse(journal().at(-1) ?? '').event.disclosure;
  expect(unnamed).toMatchObject({ for: 'emergency', basis: 'emergency' });
  expect(unnamed.to ?? unnamed.by).toBeUndefined();
  expect(unnamed.sections).toContain('safety');
  expect(unnamed.sections).not.toContain('pattern');
  expect(blank.stderr).toContain('without who received it and who gave it');
  expect(blank.stderr).toContain('`--to` and `--by`');
  const given = show('--for', 'emergency', '--to', 'Crew 7, County', '--by', 'A. Counselor', '--because', 'a fall');
  expect(given.status).toBe(0);
  expect(given.stdout).toContain('Received by: Crew 7, County');
  expect(given.stdout).toContain('Nature of the emergency: a fall');
  expect(JSON.parse(journal().at(-1) ?? '')).toMatchObject({
    n: before.lines + 1,
    event: {
      kind: 'disclosed',
      disclosure: { for: 'emergency', to: 'Crew 7, County', by: 'A. Counselor', because: 'a fall', basis: 'emergency' },
    },
  });
  expect(show('--format', 'json').stdout).toBe(before.summary);
  const chart = show('--for', 'chart').stdout.replace(/\s+/g, ' ');
  expect(chart).toContain('Emergency handover, to somebody who was not named, by somebody who was not named');
  expect(chart).toContain('As a medical emergency');
  expect(chart).toContain('Emergency handover, to Crew 7, County, by A. Counselor');
  expect(chart).toContain('Why: a fall');
}, 60_000);

test('the other forms are what they say they are', () => {
  const made = (format: string) => runProgram(['decide', IOP, '--for', 'program', '--format', format, ...DAY]).stdout;
  expect(JSON.parse(made('json'))).toMatchObject({ format: 'intakeline/document/1', for: 'program', basis: 'consent' });
  expect(made('markdown')).toMatch(/^# Referral\n/);
  expect(made('html')).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(runProgram(['decide', IOP, '--format', 'html', ...DAY]).stdout).toMatch(/<h1>Referral summary<\/h1>/);
}, 60_000);

test('a document that goes out with consent is written down, and one that says nothing restricted is not', () => {
  const { show, journal } = savedCall('iop', (line) =>
    line.includes('"consent_share"') ? line.replace(/"reply":\{.*?\}/, '"reply":{"said":["program"]}') : line,
  );
  const before = journal().length;
  // The caller agreed to the program alone.
  expect(show('--for', 'caller').status).toBe(0);
  expect(journal()).toHaveLength(before);
  const told = show('--for', 'program', '--format', 'json');
  expect(JSON.parse(told.stdout).basis).toBe('consent');
  const { disclosure } = JSON.parse(journal().at(-1) ?? '').event;
  expect(disclosure).toMatchObject({ for: 'program', basis: 'consent' });
  expect(disclosure.sections).toEqual(expect.arrayContaining(['substances', 'needs']));
  expect(show('--for', 'chart').status).toBe(0);
  expect(journal()).toHaveLength(before + 1);
}, 60_000);

test('of answers in a file nothing is written down, and that is said', () => {
  const decided = (recipient: string) => runProgram(['decide', IOP, '--for', recipient, ...DAY]).stderr;
  expect(decided('program')).toContain('nothing is written down of this disclosure');
  expect(decided('chart')).not.toContain('written down');
}, 60_000);

test('where somebody at home may be a danger, whoever makes the copy is asked again, and the copy is the same', () => {
  const whole = parse(readFileSync(IOP, 'utf8'));
  const agreed = { ...whole.answers, consent_share: ['family'] };
  const copy = (answers: object) =>
    runProgram(['decide', '-', '--for', 'caller', ...DAY], JSON.stringify({ ...whole, answers }));
  const [safe, unsafe] = [copy({ ...agreed, violence: 'no' }), copy({ ...agreed, violence: 'yes' })];
  expect([safe.status, unsafe.status]).toEqual([0, 0]);
  expect(safe.stderr).not.toContain('ask again');
  expect(unsafe.stderr).toContain('somebody at home may be a danger: ask again whether paper is safe');
  expect(unsafe.stderr).not.toMatch(/violen|hurt|threat/i);
  expect(unsafe.stdout).toBe(safe.stdout);
}, 60_000);
