import { expect, test } from 'vitest';
import { checkPrograms } from '../../src/directory/check-programs.ts';
import { compileDirectory } from '../../src/directory/compile.ts';
import { directoryIn } from '../../src/directory/in-language.ts';
import { joinDirectories } from '../../src/directory/join.ts';
import type { DirectorySource } from '../../src/directory/schema.ts';
import { directorySchema } from '../../src/directory/schema.ts';
import { type Search, searchDirectory } from '../../src/directory/search.ts';
import { staleOf } from '../../src/directory/stale.ts';
import type { Document } from '../../src/documents/document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { draftJson } from '../../src/documents/read-json.ts';
import { NO_SOURCES } from '../../src/policy/compile-texts.ts';

const TODAY = '2026-11-22';
const KNOWN = { phones: [{ number: '(510) 450-1190' }], source: 'made up', verified_on: '2026-11-01' };

/** A directory of programs that say what is given, and nothing else. */
function documentOf(programs: readonly object[], heading: object = {}): Document<DirectorySource> {
  const value = {
    format: 'intakeline/directory/1',
    id: 'made',
    title: 'Made up',
    stale_after_days: 180,
    programs: programs.map((program, index) => ({
      id: `p${index}`,
      name: `Program ${index}`,
      levels: [],
      ...KNOWN,
      ...program,
    })),
    ...heading,
  };
  const read = readDocument('made.json', JSON.stringify(value, null, 2), directorySchema);
  if (!read.ok) throw new Error('the directory has faults');
  return read.value;
}

function directoryOf(document: Document<DirectorySource>) {
  const compiled = compileDirectory(document, NO_SOURCES);
  if (!compiled.ok) throw new Error('the directory has faults');
  return directoryIn(compiled.value, 'en');
}

/** What becomes of one program under one condition. */
function verdict(program: object, search: Search): string {
  const { found } = searchDirectory(directoryOf(documentOf([program])), search, TODAY);
  const [one] = found;
  if (one === undefined) return 'out';
  return one.ask.length > 0 ? `ask ${one.ask.join()}` : 'in';
}

const LICENSE = { number: '1', authority: 'a state', expires: '2026-11-22' };

test.each([
  ['another state', { states: ['MN'] }, { state: 'CA' }, 'out'],
  ['no state', {}, { state: 'CA' }, 'ask state'],
  ['its level', { levels: ['iop'] }, { level: 'iop' }, 'in'],
  ['a level that it may offer', { may_offer: ['iop'] }, { level: 'iop' }, 'ask level'],
  ['another level', { levels: ['iop'] }, { level: 'php' }, 'out'],
  ['residential without a license', { levels: ['residential'] }, { level: 'residential' }, 'ask license'],
  ['a license that ends today', { levels: ['residential'], license: LICENSE }, { level: 'residential' }, 'in'],
  [
    'a license that ended yesterday',
    { levels: ['iop'], license: { ...LICENSE, expires: '2026-11-21' } },
    { level: 'iop' },
    'out',
  ],
  ['detox that is not known', {}, { detox: true }, 'ask detox'],
  ['known to do none', { first_steps: [] }, { detox: true }, 'out'],
  ['detox', { first_steps: ['withdrawal-management'] }, { detox: true }, 'in'],
  ['pregnancy: not known', { serves: 'women' }, { pregnant: true }, 'ask pregnant'],
  ['pregnancy: men only', { serves: 'men', pregnant: true }, { pregnant: true }, 'out'],
  ['pregnancy: not admitted', { pregnant: false }, { pregnant: true }, 'out'],
  ['pregnancy: prenatal care', { supports: ['prenatal-care'] }, { pregnant: true }, 'in'],
  ['too old', { ages: { to: 17 } }, { age: 18 }, 'out'],
  ['too young', { ages: { from: 18 } }, { age: 17 }, 'out'],
  ['old enough, with no bound below', { ages: { to: 17 } }, { age: 12 }, 'ask age'],
  ['no such payment', { payments: ['private'] }, { payment: 'medicaid' }, 'out'],
  ['no medicines', { medicines: [] }, { medicine: 'methadone' }, 'out'],
  ['another language with an interpreter', { languages: ['en'], interpreter: true }, { language: 'es' }, 'in'],
  ['support that is not listed is not known', {}, { telehealth: true }, 'ask telehealth'],
  ['affirming where a source says so', { affirming: { note: 'it says so' } }, { affirming: true }, 'in'],
] as const)('%s', (_, program, search, expected) => {
  expect(verdict(program, search)).toBe(expected);
});

test('those first of which least has to be asked; for a pregnancy that nobody speaks of, those for women', () => {
  const programs = [{}, { serves: 'women' }, { pregnant: true }, { serves: 'men' }];
  const { found, ruledOut } = searchDirectory(directoryOf(documentOf(programs)), { pregnant: true }, TODAY);
  expect(found.map(({ program }) => program.id)).toEqual(['p2', 'p1', 'p0']);
  expect(ruledOut).toEqual([{ condition: 'pregnant', programs: 1 }]);
});

test('stale entries, the oldest first, and old words of openings', () => {
  const document = documentOf([
    { verified_on: '2026-05-26' }, // 180 days
    { verified_on: '2026-05-25' },
    { verified_on: '2025-01-01' },
    { availability: { opening: 'open', on: '2026-11-19' } },
    { availability: { opening: 'open', on: '2026-11-20' } },
  ]);
  const directory = directoryOf(document);
  expect(staleOf(directory, TODAY, undefined).map(({ id }) => id)).toEqual(['p2', 'p1', 'p3']);
  expect(staleOf(directory, TODAY, 10_000).map(({ id }) => id)).toEqual(['p3']);
  const codes = checkPrograms(document, TODAY).map(({ code }) => code);
  expect(codes.filter((code) => code === 'entry-stale')).toHaveLength(2);
  expect(codes.filter((code) => code === 'availability-stale')).toHaveLength(1);
  expect(codes.filter((code) => code === 'program-without-level')).toHaveLength(5);
});

test('a doubtful number and a license that ran out are found where they stand', () => {
  const document = documentOf([
    {
      levels: ['iop'],
      phones: [{ number: '450-1190', doubtful: 'the area code is missing' }],
      license: { ...LICENSE, expires: '2026-11-21' },
    },
  ]);
  const problems = checkPrograms(document, TODAY);
  expect(problems.map(({ code }) => code)).toEqual(['phone-doubtful', 'license-expired']);
  expect(problems.map(({ excerpt = '' }) => excerpt.split('\n').find((line) => line.includes('>')))).toEqual([
    expect.stringContaining('450-1190'),
    expect.stringContaining('2026-11-21'),
  ]);
});

const LINES = [{ id: 'line', name: 'A line', number: '988', for: 'anybody', source: 'made up', verified_on: TODAY }];
const LOCATOR = { name: 'FindTreatment.gov', address: 'https://findtreatment.gov' };

test('directories join: ids stay apart, the strictest limit holds, lines are lent, problems stay where they were written', () => {
  const own = documentOf([], { id: 'own', lines: LINES, locator: LOCATOR });
  const first = documentOf([{ levels: ['iop'] }], { id: 'first', stale_after_days: 90 });
  const second = documentOf([{ levels: ['php'] }, {}], { id: 'second' });
  const joined = joinDirectories(first, [second], own);
  const directory = directoryOf(joined);
  expect(directory.programs.map(({ id, levels }) => [id, levels])).toEqual([
    ['p0', ['iop']],
    ['second-p0', ['php']],
    ['p1', []],
  ]);
  expect([directory.staleAfterDays, directory.lines.map(({ id }) => id), directory.locator]).toEqual([
    90,
    ['line'],
    LOCATOR,
  ]);
  const [problem] = checkPrograms(joined, TODAY);
  expect(problem?.position).toEqual(second.at(['programs', 1, 'levels']));
});

test('JSON is read with the faults and the places that the slow reader finds', () => {
  const sound = {
    format: 'intakeline/directory/1',
    id: 'made',
    title: 'x',
    stale_after_days: 1,
    programs: [{ id: 'a', name: 'A "b" [c', levels: [], ...KNOWN }],
  };
  const faults = [
    { programs: [{ ...sound.programs[0], levels: ['residental'] }] },
    { programs: [{ ...sound.programs[0], phones: [{ number: 5 }] }, sound.programs[0]] },
    { stale_after_days: -1, tittle: 'y' },
    { programs: 5 },
  ];
  for (const fault of faults) {
    const text = JSON.stringify({ ...sound, ...fault }, null, 2);
    const slow = readDocument('made.json', text, directorySchema);
    expect(draftJson('made.json', text, directorySchema).problems).toEqual(slow.problems);
    expect(slow.problems.length).toBeGreaterThan(0);
  }
  expect(draftJson('made.json', '{"format": 1,', directorySchema).problems.map(({ code }) => code)).toContain(
    'yaml-syntax',
  );
  const hidden = draftJson(
    'made.json',
    JSON.stringify({ ...sound, title: '#' }).replace('#', '\\u202e'),
    directorySchema,
  );
  expect(hidden.problems.map(({ code }) => code)).toEqual(['control-character']);
});

test('of programs of which as much is known the nearest comes first, and one whose way is not known last', () => {
  const directory = directoryOf(
    documentOf([{ levels: ['residential'] }, { levels: ['residential'] }, {}, { levels: ['residential'] }]),
  );
  const way: Readonly<Record<string, number>> = { p0: 80, p3: 3 };
  const { found } = searchDirectory(directory, { level: 'residential' }, TODAY, ({ id }) => way[id]);
  expect(found.map(({ program, miles }) => [program.id, miles])).toEqual([
    ['p3', 3],
    ['p0', 80],
    ['p1', undefined],
  ]);
});

test('a program of which more has to be asked comes after one that is farther away', () => {
  const directory = directoryOf(documentOf([{ may_offer: ['residential'] }, { levels: ['residential'] }]));
  const { found } = searchDirectory(directory, { level: 'residential' }, TODAY, ({ id }) => (id === 'p0' ? 1 : 90));
  expect(found.map(({ program }) => program.id)).toEqual(['p1', 'p0']);
});
