import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { textOf } from '../questionnaires/shipped-mappings.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SAMPLE = 'test/fixtures/teds-a/admissions-2017-sample.csv';
const ADVICE = '`teds-a` reads 30 of its columns: name it with `--mapping teds-a`';

function scored(text: string, ...options: readonly string[]) {
  const path = join(folder, 'in.csv');
  writeFileSync(path, text);
  return runProgram(['score', path, '--add', 'status', ...options]);
}

test('codes of ages in the column AGE are never taken for years: the export is refused, and its mapping named', () => {
  const { status, stdout, stderr } = runProgram(['score', SAMPLE]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('[no-known-column]');
  expect(stderr).toContain(ADVICE);
});

test('where some columns are ours and as many are of a mapping, a warning names it', () => {
  const [header = '', row = ''] = textOf(SAMPLE).split('\r\n');
  const some = scored(`role,housing,payment,${header}\nself,,,${row}\n`);
  expect([some.status, some.stderr]).toEqual([0, expect.stringContaining(`warning: ${ADVICE}\n`)]);
  const named = scored(`${header}\n${row}\n`, '--mapping', 'teds-a');
  expect([named.status, named.stderr]).toEqual([0, expect.not.stringContaining('warning')]);
});

test('a column that is left alone for its capitals only is named, without a cell', () => {
  const { status, stderr } = scored('Danger_Now,role,safe_to_talk\nsecret,self,alone\n');
  expect(status).toBe(0);
  expect(stderr).toContain('warning: not read for their capitals alone: `Danger_Now` (`danger_now`);');
  expect(stderr).not.toContain('secret');
  expect(scored('danger_now,role\nno,self\n').stderr).not.toContain('capitals');
});

test('our own columns, in capitals or few among others, have to be meant', () => {
  const capitals = scored('AGE,Role\n34,self\n');
  expect([capitals.status, capitals.stderr]).toEqual([
    2,
    expect.stringContaining('name it with `--mapping intakeline`'),
  ]);
  expect(scored('AGE,Role\n34,self\n', '--mapping', 'intakeline').status).toBe(0);
  const few = scored('id,sex,age\n1,2,34\n');
  expect([few.status, few.stdout, few.stderr]).toEqual([2, '', expect.stringContaining('[few-known-columns]')]);
  expect(scored('id,sex,age\n1,2,34\n', '--mapping', 'intakeline').status).toBe(0);
  expect(scored('1,2,34\n', '--no-header', '--columns', 'id,sex,age').status).toBe(0);
  const usual = scored('id,age\n1,34\n');
  expect([usual.status, usual.stderr]).toEqual([0, expect.not.stringContaining('warning')]);
});

test('under a mapping that reads little of an export, the one that reads far more is named', () => {
  const [header = '', row = ''] = textOf(SAMPLE).split('\r\n');
  const { stderr } = scored(`role,${header}\nself,${row}\n`, '--mapping', 'redcap');
  expect(stderr).toContain(`warning: ${ADVICE}\n`);
});

test('an answer that is assumed although a column has its name is told, without a cell', () => {
  const [header = '', row = ''] = textOf(SAMPLE).split('\r\n');
  const { status, stderr } = scored(`withdrawal_now,${header}\nsecret,${row}\n`, '--mapping', 'teds-a');
  const said =
    'warning: assumed although a column has this name, which the mapping does not read: `withdrawal_now`; let it read it\n';
  expect([status, stderr]).toEqual([0, expect.stringContaining(said)]);
  expect(stderr).not.toContain('secret');
});

test('a first line that is plainly a record is no header, and no cell of it is shown', () => {
  const { status, stderr } = scored('Jane,34,yes\nJohn,35,no\n');
  expect([status, stderr]).toEqual([2, expect.stringContaining('name the columns with `--no-header`')]);
  expect(stderr).not.toContain('Jane');
  expect(scored('name,years,ok\nJohn,35,no\n').stderr).not.toContain('--no-header');
});
