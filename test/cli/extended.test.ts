import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { runCases } from '../../src/analysis/run-cases.ts';
import { groundFor } from '../../src/cli/call-ground.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { questionnaireVersion } from '../../src/cli/saved-call.ts';
import { problemAt } from '../../src/documents/collect.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { FIXTURES, valueIn } from '../fixtures/read-fixture.ts';

const SMALL = join(FIXTURES, 'small');
const places: string[] = [];
afterEach(() => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true });
});

const HEAD = `format: intakeline/questionnaire/1
extends: ${SMALL}/
id: site
version: "1"
title: Site
`;

/** A folder with files that extends the small questionnaire. */
function site(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'extended-'));
  places.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const load = (folder: string) => loadContent({ folder }, contentFiles());
const own = (text: string) => load(site({ 'questionnaire.yaml': HEAD + text }));

/** What was found in the site's own file: code, line and column. */
function found(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, position }) => `${code} ${position?.line}:${position?.column}`);
}

test('a folder that says nothing different is the other one under its own name', async () => {
  const base = valueIn(await load(SMALL));
  const extended = valueIn(await own(''));
  expect(extended.questionnaire).toEqual({ ...base.questionnaire, id: 'site', version: '1', title: 'Site' });
  expect(extended.policies).toEqual(base.policies);
  expect([extended.care, extended.emergency, extended.directory]).toEqual([base.care, base.emergency, base.directory]);
  expect(valueIn(await extended.cases())?.value.length).toBe(valueIn(await base.cases())?.value.length);
  expect(valueIn(await extended.marginals())?.value.questions.size).toBe(4);
});

test('a question is added behind another one, at the end of its section, and in the place of another', async () => {
  const [first, second] = valueIn(await load(SMALL)).questionnaire.questions;
  const question = (id: string, more: string): string =>
    `  - { id: ${id}, section: ${first?.section}, type: yes-no, say: Well?, worse: "yes", use: [follow_up], ${more} }\n`;
  const behind = valueIn(
    await own(`questions:\n${question('one', `after: ${first?.id}`)}${question('two', `after: ${first?.id}`)}`),
  );
  expect(behind.questionnaire.questions.slice(0, 4).map(({ id }) => id)).toEqual([first?.id, 'one', 'two', second?.id]);
  const { questions } = valueIn(await own(`questions:\n${question('one', '')}`)).questionnaire;
  const last = questions.findLastIndex(({ section }) => section === first?.section);
  expect(questions[last]?.id).toBe('one');
});

test('what is added by accident under the id of something else is an error where it stands', async () => {
  const { questionnaire } = valueIn(await load(SMALL));
  const [first] = questionnaire.questions;
  const question = `{ section: ${first?.section}, type: yes-no, say: Well?, worse: "yes", use: [follow_up]`;
  const again = await own(`questions:\n  - ${question}, id: ${first?.id} }\n`);
  expect(again.problems.map(({ code }) => code)).toContain('duplicate-id');
  expect(again.problems.find(({ code }) => code === 'duplicate-id')?.remedy).toContain('replaces: true');
  expect(found((await own(`questions:\n  - ${question}, id: neu, replaces: true }\n`)).problems)).toEqual([
    `unknown-extended 7:${`  - ${question}, id: `.length + 1}`,
  ]);
  expect(found((await own(`questions:\n  - ${question}, id: neu, after: nowhere }\n`)).problems)).toEqual([
    `unknown-extended 7:${`  - ${question}, id: neu, after: `.length + 1}`,
  ]);
});

test('what is left out is gone, and what read it is reported where it was written', async () => {
  const { questionnaire } = valueIn(await load(SMALL));
  const [first] = questionnaire.questions;
  const outcome = await own(`without: [${first?.id}]\n`);
  expect(outcome.ok).toBe(false);
  const places = new Set(outcome.problems.map(({ file }) => file.slice(file.indexOf('small/'))));
  for (const place of places) expect(place).toMatch(/^small\//);
  expect(found((await own('without: [nobody]\n')).problems)).toEqual(['unknown-extended 6:11']);
});

test('a base that is not there, and one that leads back, are said at `extends`', async () => {
  const missing = site({ 'questionnaire.yaml': HEAD.replace(`${SMALL}/`, '../not-there') });
  expect(found((await load(missing)).problems)).toEqual(['unknown-base 2:10']);
  const misspelt = site({ 'questionnaire.yaml': HEAD.replace(`${SMALL}/`, 'adult-intak') });
  const [problem] = (await load(misspelt)).problems;
  expect([problem?.code, problem?.remedy]).toEqual(['unknown-base', 'did you mean `adult-intake`?']);
  const back = site({
    'questionnaire.yaml': HEAD.replace(`${SMALL}/`, './other'),
    'other/questionnaire.yaml': HEAD.replace(`${SMALL}/`, '../'),
  });
  expect(found((await load(back)).problems)).toEqual(['base-cycle 2:10']);
});

test('a chain of sites comes together', async () => {
  const folder = site({
    'questionnaire.yaml': HEAD.replace(`${SMALL}/`, './middle'),
    'middle/questionnaire.yaml': HEAD.replace('id: site', 'id: middle'),
  });
  const content = valueIn(await load(folder));
  expect([content.questionnaire.id, content.layers.length]).toEqual(['site', 3]);
  expect(valueIn(await content.cases())?.value.length).toBe(3);
});

test('another word in either file makes another questionnaire for a journal', async () => {
  const hash = async (folder: string): Promise<string> =>
    questionnaireVersion(valueIn(await load(folder)).questionnaire).hash;
  const middle = readFileSync(join(SMALL, 'questionnaire.yaml'), 'utf8');
  const [first] = valueIn(await load(SMALL)).questionnaire.questions;
  const copied = (text: string, head: string): string => {
    const folder = site({ 'questionnaire.yaml': head.replace(`${SMALL}/`, './base'), 'base/questionnaire.yaml': text });
    return folder;
  };
  const baseFiles = async (text: string, head: string): Promise<string> => {
    const folder = copied(text, head);
    const place = join(folder, 'base');
    for (const name of ['levels', 'emergency', 'sources', 'directory'])
      writeFileSync(join(place, `${name}.yaml`), readFileSync(join(SMALL, `${name}.yaml`)));
    mkdirSync(join(place, 'policies'));
    for (const name of ['back', 'base', 'strict'])
      writeFileSync(join(place, 'policies', `${name}.yaml`), readFileSync(join(SMALL, 'policies', `${name}.yaml`)));
    return hash(folder);
  };
  const plain = await baseFiles(middle, HEAD);
  const say = typeof first?.say === 'string' ? first.say : '';
  expect(say).not.toBe('');
  expect(await baseFiles(middle, HEAD)).toBe(plain);
  expect(await baseFiles(middle.replace(say, `${say} `.replace('?', '??').trim()), HEAD)).not.toBe(plain);
});

test('a rule that is changed is held against the worked cases of the base, unless a case here says that it is meant', async () => {
  const base = valueIn(await load('questionnaires/adult-intake'));
  const rule = base.policies.find(({ id }) => id === 'intake-line')?.rules.find(({ id }) => id === 'overdose-past');
  expect(rule?.atLeast).toBe('iop');
  const policy = (level: string): string => `format: intakeline/policy/1
id: site
version: "1"
date: 2026-11-22
title: Site
about: Site.
extends: [intake-line]
otherwise: { level: outpatient, because: A first visit is the careful answer., cites: [practice#J] }
rules:
  - id: overdose-here
    replaces: overdose-past
    when: { overdose: past }
    then: { at_least: ${level} }
    because: In the weeks after an overdose the danger is highest.
    cites: [practice#K5]
`;
  const files = (level: string): Readonly<Record<string, string>> => ({
    'questionnaire.yaml': `${HEAD.replace(`${SMALL}/`, 'adult-intake')}languages: [en]\n`,
    'policies/site.yaml': policy(level),
  });
  // What is expected of the site's own policy, which alone is compiled.
  const failed = async (all: Readonly<Record<string, string>>): Promise<readonly Problem[]> => {
    const content = valueIn(await load(site(all)));
    const { compiled } = valueIn(groundFor({ content, place: 'site' }, 'site'));
    const cases = valueIn(await content.cases());
    const own = (cases?.value ?? []).map((one) => ({
      ...one,
      expect: one.expect.flatMap((each) => (each.policies.includes('site') ? [{ ...each, policies: ['site'] }] : [])),
    }));
    expect(own.flatMap((one) => one.expect).length).toBeGreaterThan(100);
    const document = cases?.document;
    return document === undefined ? [] : runCases(own, () => compiled).map((one) => problemAt(document, one));
  };
  expect(await failed(files('iop'))).toEqual([]);
  const higher = await failed(files('php'));
  expect(higher.length).toBeGreaterThan(0);
  for (const { file, message } of higher) {
    expect(file).toMatch(/adult-intake\/cases\.yaml$/);
    expect(message).toContain('under `site`');
  }
  const named = [...new Set(higher.map(({ message }) => /^`([^`]+)`/.exec(message)?.[1] ?? ''))];
  const meant = named.map(
    (id) =>
      `  - { id: ${id}-here, replaces: ${id}, says: On purpose., like: ${id}, expect: [{ policies: [site], supports: [naloxone] }] }\n`,
  );
  const cases = `format: intakeline/cases/1\nquestionnaire: site\ncases:\n${meant.join('')}`;
  expect(await failed({ ...files('php'), 'cases.yaml': cases })).toEqual([]);
}, 60_000);
