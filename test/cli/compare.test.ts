import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { COMPARED_COLUMNS } from '../../src/batch/compared-rows.ts';
import { generateExport } from '../bench/generate-export.ts';
import { intakeExport } from '../bench/generate-export-intakes.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SHIPPED = 'questionnaires/adult-intake';
const MAPPING = 'test/bench/benchmark-mapping.yaml';
const POLICIES = ['intake-line', 'cautious-guide', 'pride-institute'];

type Row = Readonly<Record<string, string>>;
const rowsOf = (text: string): readonly Row[] => parse(text, { columns: true });
const inFolder = (name: string): string => join(folder, name);

function run(...args: readonly string[]) {
  const { stdout, stderr, status } = runProgram(args);
  return { stdout, stderr, status };
}

function json(...args: readonly string[]) {
  const { stdout, stderr, status } = run(...args, '--format', 'json');
  expect({ stderr: stderr.includes('intakeline:'), status: status === 0 || status === 1 }).toEqual({
    stderr: false,
    status: true,
  });
  return JSON.parse(stdout);
}

/** Rows of many kinds: line ends in quotes, cells that nobody knows, and a few that cannot be scored. */
function writeExport(name: string, rows: number): string {
  const path = inFolder(name);
  const generated = [...generateExport(intakeExport({ lineEndsInNotes: true }), { rows, seed: 7 })];
  const broken = 'x,2026-01-01,a,b,maybe\n';
  writeFileSync(path, Buffer.concat([...generated, Buffer.from(broken)]));
  return path;
}

test('over an export every policy says of each row what `score` says, rows that differ are saved, and none is lost', () => {
  const path = writeExport('rows.csv', 1200);
  const out = inFolder('differ.csv');
  const day = ['--today', '2026-11-22', '--mapping', MAPPING];
  const report = json('compare', ...POLICIES, '--over', path, '--out', out, ...day);
  const scored = POLICIES.map((id) => {
    const file = inFolder(`${id}.csv`);
    run('score', path, '--policy', id, '--out', file, '--threads', '1', ...day);
    return rowsOf(readFileSync(file, 'utf8'));
  });
  const count = scored[0]?.length ?? 0;
  expect(report.records).toEqual({ scored: count, rejected: 1201 - count });
  expect(readFileSync(inFolder('differ.rejects.csv'))).toEqual(readFileSync(inFolder('intake-line.rejects.csv')));
  const expected = Array.from({ length: count }, (_, place) => {
    const own = scored.map((rows) => rows[place] ?? {});
    const cells = POLICIES.flatMap((id, side) =>
      COMPARED_COLUMNS.map((column) => [`${id}.${column}`, own[side]?.[column] ?? ''] as const),
    );
    const words = own.map((row) => COMPARED_COLUMNS.map((column) => row[column]).join());
    return { input: own[0] ?? {}, cells: Object.fromEntries(cells), differs: new Set(words).size > 1 };
  }).filter(({ differs }) => differs);
  expect(expected.length).toBeGreaterThan(300);
  expect(expected.length).toBeLessThan(count);
  const saved = rowsOf(readFileSync(out, 'utf8'));
  expect(report.differ).toBe(expected.length);
  expect(saved.length).toBe(expected.length);
  for (const [place, { input, cells }] of expected.entries()) {
    const row = saved[place] ?? {};
    expect(Object.fromEntries(Object.keys(cells).map((name) => [name, row[name]]))).toEqual(cells);
    expect(row['intake_id']).toBe(input['intake_id']);
    expect(row['note']).toBe(input['note']);
  }
  for (const pair of report.pairs) {
    const total = pair.cells.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0);
    expect(total).toBe(count);
  }
  expect(report.pairs.length).toBe(3);
  expect(statSync(out).mode & 0o777).toBe(0o600);
}, 120_000);

test('the matrix over an export is what the scored rows add up to', () => {
  const path = writeExport('few.csv', 500);
  const [one = '', other = ''] = POLICIES;
  const day = ['--today', '2026-11-22', '--mapping', MAPPING];
  const report = json('compare', one, other, '--over', path, '--rejects', inFolder('few'), ...day);
  const word = (row: Row): string => {
    if (row['status'] === 'settled') return row['level'] ?? '';
    if (row['status'] !== 'out-of-scope') return `${row['status']} ${row['level_at_least']}..${row['level_at_most']}`;
    return row['disposition'] === '' ? 'silent' : `no-level/${row['disposition']}`;
  };
  const [left = [], right = []] = [one, other].map((id) => {
    const file = inFolder(`few-${id}.csv`);
    run('score', path, '--policy', id, '--out', file, ...day);
    return rowsOf(readFileSync(file, 'utf8')).map(word);
  });
  const counts = new Map<string, number>();
  for (const [place, before] of left.entries()) {
    const key = `${before} > ${right[place]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells: readonly { before: string; after: string; rows: number }[] = report.pairs[0].cells;
  expect(new Map(cells.map(({ before, after, rows }) => [`${before} > ${after}`, rows]))).toEqual(counts);
  expect(counts.size).toBeGreaterThan(10);
}, 120_000);

/** A copy of the shipped questionnaire with one text in a file replaced. */
function edited(name: string, file: string, from: string, to: string): string {
  const copy = inFolder(name);
  cpSync(SHIPPED, copy, { recursive: true });
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return copy;
}

test('before and after an edit: nobody changes where nothing did, and whom an edit lowers comes first', () => {
  const same = json(
    'compare',
    'intake-line',
    '--before',
    edited('same', 'policies/intake-line.yaml', 'at_least: php', 'at_least: php'),
  );
  expect(same.pairs[0].steps.differ.all[0].fraction).toBe('0/1');
  const lower = edited('lower', 'policies/intake-line.yaml', 'at_least: php', 'at_least: iop');
  const report = json('compare', 'intake-line', '--questionnaire', lower, '--before', SHIPPED);
  const [first] = report.pairs[0].cells.filter(({ step }: { step: string }) => step !== 'same');
  expect([first.before, first.after, first.step]).toEqual(['php', 'iop', 'down']);
  const text = run('compare', 'intake-line', '--questionnaire', lower, '--before', SHIPPED);
  expect(text.status).toBe(0);
  expect(text.stdout).toMatch(/1 kind of callers changes level: 1 DOWN\./);
});

test('the callers who show a difference are read by `decide`, which says the same', () => {
  const report = json('compare', 'intake-line', 'iop-explainer');
  const shown = report.pairs[0].cells.filter((cell: { shown: unknown }) => cell.shown !== null);
  expect(shown.length).toBeGreaterThan(5);
  for (const [place, { before, after, shown: found }] of shown.slice(0, 4).entries()) {
    const path = inFolder(`witness-${place}.json`);
    const { questionnaire, answers } = found.witness;
    writeFileSync(path, JSON.stringify({ format: 'intakeline/answers/1', questionnaire, answers }));
    const both = json('compare', 'intake-line', 'iop-explainer', '--caller', path);
    expect(both.sides.map(({ possible }: { possible: unknown }) => possible)).toEqual([[before], [after]]);
  }
});

test('questions that only one version has are named', () => {
  const renamed = edited('renamed', 'questionnaire.yaml', '- id: callback_message', '- id: message_left');
  const report = json('compare', 'safety', '--before', renamed);
  expect(report.versions).toEqual([
    { kind: 'question', question: 'message_left', only: 'before' },
    { kind: 'question', question: 'callback_message', only: 'after' },
  ]);
});

test('options that do not go together are refused', () => {
  const refused = [
    ['compare', 'intake-line'],
    ['compare', 'intake-line', 'intake-line'],
    ['compare', 'intake-line', 'safety', '--caller', 'x.yaml', '--over', 'y.csv'],
    ['compare', 'intake-line', 'safety', '--before-policy', 'other'],
    ['compare', 'intake-line', 'safety', '--mapping', 'teds-a'],
    ['compare', 'intake-line', 'safety', '--no-header'],
    ['compare', 'intake-line', 'nobody'],
  ];
  for (const args of refused) {
    const { status, stdout, stderr } = run(...args);
    expect([args, status, stdout]).toEqual([args, 2, '']);
    expect(stderr).toMatch(/\n {2}\S/);
  }
});

test('callers who show what an edit changes are saved once, or once for each version that asks them other questions', () => {
  const lower = edited('fewer', 'policies/intake-line.yaml', 'at_least: php', 'at_least: iop');
  const saved = inFolder('witnesses');
  const { stderr, status } = run(
    'compare',
    'intake-line',
    '--questionnaire',
    lower,
    '--before',
    SHIPPED,
    '--witnesses',
    saved,
  );
  expect([status, stderr]).toEqual([0, `saved 1 caller in \`${saved}\`, readable by you only\n`]);
  const file = join(saved, 'intake-line-1.yaml');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const level = (folderOf: string): readonly string[] =>
    json('compare', 'intake-line', 'safety', '--questionnaire', folderOf, '--caller', file).sides[0].possible;
  expect([level(SHIPPED), level(lower)]).toEqual([['php'], ['iop']]);
  writeFileSync(file, 'mine\n');
  const again = run('compare', 'intake-line', '--questionnaire', lower, '--before', SHIPPED, '--witnesses', saved);
  expect([again.status, readFileSync(file, 'utf8')]).toEqual([2, 'mine\n']);
});

test('nothing that a comparison reads is lost to its result, and no policy is added to what it was compared with', () => {
  const marginals = inFolder('own-marginals.yaml');
  cpSync('test/fixtures/small/marginals.yaml', marginals);
  const rows = writeExport('own-rows.csv', 20);
  const mapping = inFolder('own-mapping.yaml');
  cpSync(MAPPING, mapping);
  const before = edited('kept', 'policies/safety.yaml', 'at_least', 'at_least');
  const small = ['base', 'strict', '--questionnaire', 'test/fixtures/small'];
  const over = ['intake-line', 'safety', '--over', rows, '--mapping', mapping];
  const earlier = ['intake-line', '--before', before];
  const wanted: readonly (readonly [args: readonly string[], out: string, says: string])[] = [
    [[...small, '--marginals', marginals], marginals, 'it is the file of marginals'],
    [earlier, join(before, 'policies', 'safety.yaml'), "one of the questionnaire's files"],
    [earlier, join(before, 'policies', 'new.yaml'), "one of the questionnaire's files"],
    [earlier, join(before, 'questionnaire.yaml'), "one of the questionnaire's files"],
    [earlier, join(before, 'CHANGELOG.md'), "one of the questionnaire's files"],
    [over, rows, 'the rows to score are in it'],
    [over, mapping, 'it is the mapping'],
  ];
  for (const [args, out, says] of wanted) {
    const there = existsSync(out) ? readFileSync(out) : undefined;
    const { status, stdout, stderr } = run('compare', ...args, '--out', out);
    expect([out, status, stdout]).toEqual([out, 2, '']);
    expect(stderr).toContain(says);
    expect(existsSync(out) ? readFileSync(out) : undefined).toEqual(there);
  }
  expect(wanted.filter(([, out]) => existsSync(out)).length).toBe(wanted.length - 1);
});

test('the marginals that callers are drawn by are not lost to what a simulation says', () => {
  const marginals = inFolder('drawn.yaml');
  cpSync(`${SHIPPED}/marginals.yaml`, marginals);
  const there = readFileSync(marginals);
  const { status, stderr } = run('interview', '--simulate', '2', '--marginals', marginals, '--out', marginals);
  expect([status, readFileSync(marginals)]).toEqual([2, there]);
  expect(stderr).toContain('it is the file of marginals');
});

const SMALL = 'test/fixtures/small';

/** A copy of the small questionnaire with texts in its files replaced, and policies added. */
function small(
  name: string,
  changes: readonly (readonly [file: string, from: string, to: string])[],
  added: Readonly<Record<string, string>> = {},
): string {
  const copy = inFolder(name);
  cpSync(SMALL, copy, { recursive: true });
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(copy, file), text.replace(from, to));
  }
  for (const [id, text] of Object.entries(added)) writeFileSync(join(copy, 'policies', `${id}.yaml`), text);
  return copy;
}

test('before and after an edit, every policy is named above what changes in it', () => {
  const raised = small('raised', [['policies/strict.yaml', 'at_least: iop', 'at_least: php, first: [safe-place]']]);
  const forms = [
    { args: [], heading: (id: string) => `\n${id}\n`, first: 'first: safe-place' },
    { args: ['--format', 'markdown'], heading: (id: string) => `\n## ${id}\n`, first: 'first: safe-place' },
  ];
  for (const { args, heading, first } of forms) {
    const { stdout } = run('compare', '--questionnaire', raised, '--before', SMALL, ...args);
    const places = ['back', 'base', 'strict'].map((id) => stdout.indexOf(heading(id)));
    expect(places.every((place) => place > 0)).toBe(true);
    const [back = 0, base = 0, strict = 0] = places;
    expect([back < base, base < strict]).toEqual([true, true]);
    expect(stdout.slice(base, strict)).toContain('Nobody changes level.');
    expect(stdout.slice(strict)).toContain('1 kind of callers changes level: 1 up.');
    expect(stdout.slice(strict)).toContain(first); // the caller who shows it gets more than the level
  }
});

const STEPS = `format: intakeline/policy/1
id: steps
version: "1"
date: 2026-01-31
title: Steps
about: Says what base says, and what comes first.
extends: [base]
otherwise: { level: information, because: Nothing was found., cites: [book#A1] }
rules:
  - id: no-home
    when: { has_home: no }
    then: { first: [safe-place] }
    because: Whoever has no home needs one first.
    cites: [book#A1]
`;

test('policies that give everybody the same level and other first steps do not say the same', () => {
  const folder = small('steps', [], { steps: STEPS });
  const own = ['compare', 'base', 'steps', '--questionnaire', folder];
  const [pair] = json(...own).pairs;
  expect(pair.steps.differ.all[0].fraction).toBe('0/1');
  expect(pair.given.all[0].fraction).toBe(pair.additions[0].shares.all[0].fraction);
  expect(pair.additions.map(({ id, under }: { id: string; under: string }) => [id, under])).toEqual([
    ['safe-place', 'after'],
  ]);
  const { stdout } = run(...own);
  expect(stdout).not.toContain('say the same');
  expect(stdout).toMatch(/The level is the same for everybody\. First steps or supports\s+differ\s+for \d/);
  const line = run('compare', 'base', 'steps', 'strict', '--questionnaire', folder)
    .stdout.split('\n')
    .find((one) => /^base +steps/.test(one));
  expect(line).toMatch(/^base +steps +– +– +– +– +– +\d+\.\d$/);
});

test('an answer that stops the call is an emergency under every policy, though no rule reads it', () => {
  const folder = small('stopping', [
    ['questionnaire.yaml', 'worse: [none, some, heavy]', 'worse: [none, some, heavy]\n    stop: [heavy]'],
  ]);
  const own = ['base', 'strict', '--questionnaire', folder];
  const before = json('compare', 'base', 'strict', '--questionnaire', SMALL).pairs[0];
  const { cells, calm } = json('compare', ...own).pairs[0];
  expect(before.calm[0].fraction).toBe('1/1');
  expect(calm[0].fraction).toBe('5/6'); // half have a home, and a third of them drink a lot there
  const emergencies = cells.filter((cell: { before: string; after: string }) =>
    [cell.before, cell.after].includes('emergency'),
  );
  expect(emergencies.map((cell: { before: string; after: string }) => [cell.before, cell.after])).toEqual([
    ['emergency', 'emergency'],
  ]);
  const path = inFolder('stopped.json');
  const answers = { role: 'self', has_home: 'yes', home_use: 'heavy', substances: [] };
  writeFileSync(path, JSON.stringify({ format: 'intakeline/answers/1', questionnaire: 'small', answers }));
  const { stops, sides, differ } = json('compare', ...own, '--caller', path);
  expect(stops).toEqual([{ question: 'home_use', option: 'heavy' }]);
  expect(sides.map(({ possible }: { possible: unknown }) => possible)).toEqual([['emergency'], ['emergency']]);
  expect(differ).toEqual([]);
  expect(run('compare', ...own, '--caller', path).stdout).toContain('EMERGENCY: an answer stops the call');
  const decided = run('decide', path, '--policy', 'base', '--questionnaire', folder);
  expect(decided.stdout).toContain('EMERGENCY');
});

test('a caller who becomes an emergency by a stop is shown with it', () => {
  const folder = small('stops-now', [
    ['questionnaire.yaml', 'worse: [none, some, heavy]', 'worse: [none, some, heavy]\n    stop: [heavy]'],
  ]);
  const own = ['compare', 'base', '--questionnaire', folder, '--before', SMALL];
  const [pair] = json(...own).pairs;
  const up = pair.cells.filter(
    ({ after, step }: { after: string; step: string }) => after === 'emergency' && step === 'up',
  );
  expect(up.length).toBeGreaterThan(1);
  for (const { shown } of up) {
    expect(shown.witness.answers.home_use).toBe('heavy');
    expect([shown.before.isStopped, shown.after.isStopped, shown.after.rules]).toEqual([false, true, []]);
  }
  expect(run(...own).stdout).toMatch(/after +emergency; an answer stops the call/);
});

test('what policies may say of a caller of whom nothing is known stays within the width', () => {
  const path = inFolder('unknown.json');
  writeFileSync(path, JSON.stringify({ format: 'intakeline/answers/1', questionnaire: 'adult-intake', answers: {} }));
  const { stdout, status } = run('compare', 'intake-line', 'cautious-guide', '--caller', path);
  expect(status).toBe(0);
  const words = stdout.replaceAll(/\s+/g, ' ');
  expect(words).toContain('information or outpatient or iop or php or residential or inpatient or emergency');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('a folder to compare with that is not there is one fault', () => {
  for (const [folder, says] of [
    [inFolder('nowhere'), 'there is no such file'],
    ['package.json', 'not a folder'],
  ] as const) {
    const { stderr, status } = run('compare', '--before', folder);
    expect([status, stderr.match(/error:/g)?.length]).toEqual([2, 1]);
    expect(stderr).toContain(says);
  }
});
