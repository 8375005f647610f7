import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { questionnaireText } from '../../src/interview/content-text.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { contentIncluding, edit } from '../fixtures/with-modules.ts';

const parent = mkdtempSync(join(tmpdir(), 'intakeline-include-'));
afterAll(() => rmSync(parent, { recursive: true }));

const OWN = `format: intakeline/module/1
id: sleep
title: Sleep
languages: [en, es]
instruments:
  - { id: sleep, title: Sleep, used: Its words., licence: Ours., source: Written for this test. }
questions:
  - id: sleeps
    type: yes-no
    say: { en: Do you sleep?, es: ¿Duerme? }
    worse: "no"
    instrument: sleep
  - id: wakes
    type: choice
    say: { en: How often do you wake?, es: ¿Cuántas veces se despierta? }
    options: [{ id: never, label: { en: Never, es: Nunca } }, { id: often, label: { en: Often, es: A menudo } }]
    ask_if: { sleeps: "yes" }
    worse: [never, often]
    instrument: sleep
facts:
  - id: sleep
    title: Sleep
    points: { sleeps: { "no": 2 }, wakes: { often: 1 } }
    bands: [{ value: good, from: 0 }, { value: bad, from: 1 }]
    instrument: sleep
screens:
  - { id: sleep, title: { en: Sleep, es: Sueño }, instrument: sleep, score: sleep, positive: [bad] }
`;

/** A folder with this entry under `include` and a module of its own. */
function including(entry: string, module = OWN): string {
  const folder = contentIncluding(parent, `  - ${entry}\n`);
  mkdirSync(join(folder, 'modules'));
  writeFileSync(join(folder, 'modules', 'sleep.yaml'), module);
  return folder;
}

const load = (folder: string) => loadContent({ folder }, contentFiles());
const questionsOf = async (entry: string) => valueIn(await load(including(entry))).questionnaire.questions;

/** `file line: message` of every problem, without the folder. */
async function problemsOf(folder: string): Promise<readonly string[]> {
  const { problems } = await load(folder);
  return problems.map(({ file, position, code, message }) => {
    const short = file.slice(file.lastIndexOf('/') + 1);
    return `${short}:${position?.line ?? 0} ${code} ${message}`;
  });
}

test('questions come after the one that is named, in its section', async () => {
  const questions = await questionsOf('{ module: modules/sleep, after: has_home }');
  expect(questions.slice(0, 5).map(({ id, section }) => `${section} ${id}`)).toEqual([
    'home role',
    'home has_home',
    'home sleeps',
    'home wakes',
    'home home_use',
  ]);
});

test('or at the end of a section', async () => {
  const questions = await questionsOf('{ module: modules/sleep, section: home }');
  expect(questions.map(({ id }) => id).slice(2, 6)).toEqual(['home_use', 'sleeps', 'wakes', 'substances']);
});

test('a module beside the folder is found, and one in the folder stands before it', async () => {
  const folder = including('{ module: modules/sleep, after: has_home }');
  mkdirSync(join(parent, 'modules'));
  writeFileSync(join(parent, 'modules', 'sleep.yaml'), OWN.replaceAll('wakes', 'stirs'));
  expect(valueIn(await load(folder)).questionnaire.questions[3]?.id).toBe('wakes');
  rmSync(join(folder, 'modules'), { recursive: true });
  expect(valueIn(await load(folder)).questionnaire.questions[3]?.id).toBe('stirs');
});

test('whoever `ask_if` leaves out hears none of its questions, gates within the module kept', async () => {
  const [, , sleeps, wakes] = await questionsOf('{ module: modules/sleep, after: has_home, ask_if: { role: self } }');
  expect(sleeps?.askIf).toEqual({ kind: 'is', id: 'role', values: ['self'] });
  expect(wakes?.askIf).toEqual({
    kind: 'all',
    of: [
      { kind: 'is', id: 'role', values: ['self'] },
      { kind: 'is', id: 'sleeps', values: ['yes'] },
    ],
  });
});

test('own facts may read those of a module, and a rule may', async () => {
  const folder = including('{ module: modules/sleep, after: has_home }');
  edit(join(folder, 'policies', 'base.yaml'), (text) => text.replace('risk: [some, high]', 'sleep: bad'));
  expect((await load(folder)).ok).toBe(true);
});

test('the hash of a questionnaire covers what it includes', async () => {
  const folder = including('{ module: modules/sleep, after: has_home }');
  const before = questionnaireText(valueIn(await load(folder)).questionnaire);
  edit(join(folder, 'modules', 'sleep.yaml'), (text) => text.replace('Do you sleep?', 'Do you sleep well?'));
  expect(questionnaireText(valueIn(await load(folder)).questionnaire)).not.toBe(before);
});

test('a fault in a module is reported there, one in the entry here and once', async () => {
  const entry = '{ module: modules/sleep, after: has_home, ask_if: { rol: self } }';
  const faulty = OWN.replace('worse: [never, often]', 'worse: [never, offen]').replace(
    'id: sleeps\n',
    'id: has_home\n',
  );
  const found = await problemsOf(including(entry, faulty));
  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
  expect(found.filter((one) => one.includes('`rol`'))).toEqual([
    expect.stringMatching(/^questionnaire\.yaml:\d+ unknown-fact there is no question or fact `rol`$/),
  ]);
  expect(found).toContain(
    `sleep.yaml:${lineOf(faulty, 'id: has_home')} duplicate-id \`has_home\` is already the id of a question`,
  );
  expect(found.some((one) => one.startsWith(`sleep.yaml:${lineOf(faulty, 'worse: [never, offen]')} `))).toBe(true);
});

test('a module that is nowhere is one problem, with the places where it was looked for', async () => {
  const folder = including('{ module: modules/sleeep, after: has_home }');
  edit(join(folder, 'policies', 'base.yaml'), (text) => text.replace('risk: [some, high]', 'sleep: bad'));
  const { problems } = await load(folder);
  expect(problems.map(({ code }) => code)).toEqual(['unknown-module']);
  expect(problems[0]?.remedy).toContain('questionnaires/modules/sleeep.yaml');
});

test.each([
  ['{ module: modules/sleep }', 'missing-key it does not say where its questions go'],
  ['{ module: modules/sleep, after: has_home, section: home }', 'stray-key `section` does not go with `after`'],
  ['{ module: modules/sleep, after: has_hom }', 'unknown-question there is no question `has_hom`'],
  ['{ module: modules/sleep, section: hom }', 'unknown-section there is no section `hom`'],
])('%s: %s', async (entry, expected) => {
  const found = await problemsOf(including(entry));
  expect(found.some((one) => one.startsWith('questionnaire.yaml:') && one.endsWith(expected))).toBe(true);
});

test('a name that leads out of the folder is none', async () => {
  const [first] = await problemsOf(including('{ module: ../modules/sleep, section: home }'));
  expect(first).toContain('the name of a module');
});

test('a language that the questionnaire declares and the module lacks is missing in the module', async () => {
  const folder = including('{ module: modules/sleep, section: home }', OWN.replace(', es: ¿Duerme?', ''));
  edit(join(folder, 'questionnaire.yaml'), (text) => text.replace('languages: [en]', 'languages: [en, es]'));
  expect(await problemsOf(folder)).toContain('sleep.yaml:10 missing-text the text for `es` is missing');
});

test.each([
  ['licence: Ours., ', '', 'instrument-terms the instrument `sleep` has no licence'],
  ['licence: Ours.', 'licence: unknown', 'instrument-terms the instrument `sleep` has no licence'],
  [', source: Written for this test.', '', 'instrument-terms the instrument `sleep` has no source'],
  ['score: sleep', 'score: slept', 'screen-fact there is no fact `slept`'],
  ['positive: [bad]', 'positive: [worse]', 'unknown-option `sleep` is never `worse`'],
  ['worse: "no"', 'worse: "no"\n    panel: [perhaps]', 'unknown-option the question has no option `perhaps`'],
])('in a module, %s → %s: %s', async (before, after, expected) => {
  const found = await problemsOf(including('{ module: modules/sleep, section: home }', OWN.replace(before, after)));
  expect(found.every((one) => /^sleep\.yaml:\d+ /.test(one))).toBe(true);
  expect(found.some((one) => one.endsWith(expected))).toBe(true);
});

test('a site that extends a questionnaire includes a module in it', async () => {
  const base = contentIncluding(parent, '  - { module: instruments/gad-2, section: use }\n');
  const site = mkdtempSync(join(parent, 'site-'));
  const own = 'format: intakeline/questionnaire/1\nextends: ../BASE\nid: site\nversion: "1"\ntitle: Site\n';
  const include = 'include:\n  - { module: instruments/phq-2, after: has_home }\n';
  const name = base.slice(base.lastIndexOf('/') + 1);
  writeFileSync(join(site, 'questionnaire.yaml'), `${own.replace('BASE', name)}${include}`);
  const { questions, screens } = valueIn(await load(site)).questionnaire;
  expect(questions.map(({ id }) => id).slice(2, 4)).toEqual(['phq2_interest', 'phq2_low']);
  expect(screens?.map(({ id }) => id)).toEqual(['gad-2', 'phq-2']);
});
