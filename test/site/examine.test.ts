import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DoctorFacts } from '../../src/site/doctor-report.ts';
import { examine } from '../../src/site/examine.ts';
import { newSite, siteId } from '../../src/site/new-site.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const { questionnaire, policies, directory } = await shippedContent();

const SHIPPED_NOTICES = readFileSync('questionnaires/adult-intake/notices.yaml', 'utf8');

/** Nothing is wrong with any of these. */
const SOUND: DoctorFacts = {
  version: '1.0.0',
  node: '24.1.0',
  today: '2026-11-22',
  site: {
    file: 'intakeline.config.yaml',
    isNamed: false,
    settings: [],
    problems: [],
    name: 'Site',
    phone: undefined,
    directory: [],
    notices: undefined,
    retentionDays: 30,
  },
  content: {
    place: 'questionnaire',
    problems: [],
    loaded: { languages: questionnaire.languages, policies: policies.map(({ id }) => id), directory },
    notices: { file: 'notices.yaml', problems: [], isShipped: false },
    openFiles: [],
  },
  state: { folder: '/state', isThere: true, isOwn: true, isOpen: false, openFiles: 0, ages: [1, 30] },
  terminal: { isTerminal: true, columns: 80, hasColour: true },
};

const wrong = (facts: Partial<DoctorFacts>): readonly string[] =>
  examine({ ...SOUND, ...facts })
    .checks.filter(({ status }) => status === 'wrong')
    .map(({ what }) => what);

test('where all is well nothing is wrong', () => {
  expect(wrong({})).toEqual([]);
});

const { content, state, site } = SOUND;
const program = directory.programs[0];
if (program === undefined) throw new Error('no program');
const withPrograms = (change: Partial<typeof program>): DoctorFacts['content'] => ({
  ...content,
  loaded: { languages: ['en'], policies: [], directory: { ...directory, programs: [{ ...program, ...change }] } },
});
const FAULT = {
  code: 'file-missing',
  severity: 'error',
  file: 'notices.yaml',
  position: undefined,
  message: 'there is no such file',
  remedy: 'correct the path',
  excerpt: undefined,
} as const;
const license = { number: '1', authority: 'State' };

test.each<readonly [what: string, facts: Partial<DoctorFacts>, wrong: readonly string[]]>([
  ['Node on its last day', { node: '20.19.1', today: '2026-04-30' }, []],
  ['Node a day later', { node: '20.19.1', today: '2026-05-01' }, ['node']],
  ['a Node that nobody knows', { node: '99.0.0' }, []],
  [
    'a policy that is not there',
    { site: { ...site, settings: [{ name: 'policy', value: 'x', source: 'site', place: 'f:3' }] } },
    ['policy'],
  ],
  [
    'a language that is not there',
    { site: { ...site, settings: [{ name: 'language', value: 'xx', source: 'flag', place: '--language' }] } },
    ['language'],
  ],
  [
    'no notices',
    { content: { ...content, notices: { file: undefined, problems: [], isShipped: false } } },
    ['notices'],
  ],
  ['rules that others may write', { content: { ...content, openFiles: ['a.yaml'] } }, ['rules']],
  [
    'a questionnaire that does not compile',
    {
      content: {
        ...content,
        loaded: undefined,
        problems: [
          {
            code: 'wrong-value',
            severity: 'error',
            file: 'f',
            position: undefined,
            message: 'm',
            remedy: undefined,
            excerpt: undefined,
          },
        ],
      },
    },
    ['questionnaire'],
  ],
  ['an entry on the last day', { content: withPrograms({ verifiedOn: '2026-05-26', license: undefined }) }, []],
  ['an entry a day older', { content: withPrograms({ verifiedOn: '2026-05-25', license: undefined }) }, ['directory']],
  [
    'a license on its last day',
    { content: withPrograms({ verifiedOn: '2026-11-22', license: { ...license, expires: '2026-11-22' } }) },
    [],
  ],
  [
    'a license a day later',
    { content: withPrograms({ verifiedOn: '2026-11-22', license: { ...license, expires: '2026-11-21' } }) },
    ['licenses'],
  ],
  ['shipped notices', { content: { ...content, notices: { ...content.notices, isShipped: true } } }, []],
  [
    'notices with a fault',
    { content: { ...content, notices: { ...content.notices, problems: [FAULT] } } },
    ['notices'],
  ],
  ['an open folder', { state: { ...state, isOpen: true } }, ['calls']],
  ['open files', { state: { ...state, openFiles: 2 } }, ['calls']],
  ["somebody else's folder", { state: { ...state, isOwn: false } }, ['calls']],
  ['no home', { state: { ...state, folder: undefined } }, ['calls']],
  ['a call that is too old', { state: { ...state, ages: [31] } }, ['retention']],
  ['no retention', { state: { ...state, ages: [9999] }, site: { ...site, retentionDays: undefined } }, []],
])('%s', (_what, facts, expected) => {
  expect(wrong(facts)).toEqual(expected);
});

test('whatever is wrong comes with what mends it', () => {
  const report = examine({
    ...SOUND,
    node: '20.0.0',
    content: { ...content, notices: { file: undefined, problems: [], isShipped: false }, openFiles: ['a'] },
    state: { ...state, isOpen: true, ages: [99] },
  });
  const found = report.checks.filter(({ status }) => status === 'wrong');
  expect(found.length).toBe(5);
  for (const { remedy } of found) expect(remedy ?? '').not.toBe('');
});

test.each([
  ['Harbor intake', 'harbor-intake'],
  ['  24/7 Línea de Apoyo! ', 'linea-de-apoyo'],
  ['???', 'site'],
  ['Safety', 'safety-site'],
])('the id of %s', (name, id) => {
  expect(siteId(name, ['safety'])).toBe(id);
});

test('every file of a new site has a name of its own, and none holds an unfilled place', () => {
  const files = newSite({ name: 'A "quoted" site', id: 'a-site', today: '2026-11-22', notices: SHIPPED_NOTICES });
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  for (const { text } of files) expect(text).not.toMatch(/\$\{|undefined/);
});

test('the notices of a new site are the shipped ones, but for who discloses', () => {
  const name = 'A $& "quoted" site';
  const files = newSite({ name, id: 'a-site', today: '2026-11-22', notices: SHIPPED_NOTICES });
  const { consent, ...rest } = parse(files.find(({ path }) => path === 'questionnaire/notices.yaml')?.text ?? '');
  const { consent: shipped, ...others } = parse(SHIPPED_NOTICES);
  expect(rest).toEqual(others);
  expect(consent).toEqual({ ...shipped, who: { same: name } });
});
