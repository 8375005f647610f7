import { expect, test } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { readIds } from '../../src/conditions/reads.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { questionnaire } from './shipped-policies.ts';

const { questions, facts } = questionnaire;
const safety = questions.filter((question) => question.safety);

function wordsOf(text: Question['say'] | undefined): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The questions on which a question's gate depends, facts followed to their questions. */
function gates(question: Question): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (id: string): void => {
    const fact = facts.find((one) => one.id === id);
    if (fact === undefined) found.add(id);
    else for (const { when } of fact.branches) for (const read of readIds(when)) follow(read);
  };
  for (const id of readIds(question.askIf)) follow(id);
  return found;
}

test('the folder loads without a single problem', async () => {
  const content = await loadContent(
    { folder: 'questionnaires/adult-intake' },
    { ...contentFiles(), built: () => undefined },
  );
  expect([content.ok, content.problems]).toEqual([true, []]);
});

test('there are about sixty questions, each with words to read aloud', () => {
  expect(questions.length).toBeGreaterThanOrEqual(55);
  expect(questions.filter(({ say }) => wordsOf(say).every((words) => words.trim() === '')).map(({ id }) => id)).toEqual(
    [],
  );
});

test('every question that an answer decides on has another wording for whoever did not understand', () => {
  expect(questions.filter(({ probe }) => wordsOf(probe).length === 0).map(({ id }) => id)).toEqual([]);
});

test('a script that speaks to the caller about themselves has another one for a third party', () => {
  const opening = new Set(['danger', 'caller', 'notice']);
  const missing = questions.filter(
    ({ say, sayForOther, section }) =>
      !opening.has(section) && sayForOther === undefined && wordsOf(say).some((words) => /\byou(r|rs)?\b/i.test(words)),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test('the other wording fits a third party as well: it speaks to nobody about themselves', () => {
  const opening = new Set(['danger', 'caller', 'notice']);
  const personal = questions.filter(
    ({ probe, section }) =>
      !opening.has(section) && wordsOf(probe).some((words) => /\byou(r|rs|rself)?\b/i.test(words)),
  );
  expect(personal.map(({ id }) => id)).toEqual([]);
});

test('nobody is told that taking a substance or a medicine otherwise would change the result', () => {
  const taking = new Set(['substances', 'opioids']);
  const changeable = questions.filter((question) => question.changeable && taking.has(question.section));
  expect(changeable.map(({ id }) => id)).toEqual(['company', 'naloxone_at_hand']);
});

test('nothing but who calls stands before a safety question', () => {
  const role = questions.filter(({ uses }) => uses.includes('third_party')).map(({ id }) => id);
  expect(safety.length).toBeGreaterThanOrEqual(8);
  for (const question of safety) expect([...gates(question)].filter((id) => !role.includes(id))).toEqual([]);
});

test('all safety questions come before consent and before everything that is no safety question but the opening', () => {
  const last = Math.max(...safety.map(({ index }) => index));
  const before = questions.filter(({ index, safety: isSafety }) => index < last && !isSafety);
  expect(new Set(before.map(({ section }) => section))).toEqual(new Set(['caller']));
  expect(questions.find(({ section }) => section === 'notice')?.index).toBeGreaterThan(last);
});

test('every list of red flags has an explicit none of these', () => {
  const lists = safety.filter(({ type }) => type === 'choices');
  expect(lists.length).toBeGreaterThanOrEqual(6);
  expect(lists.filter(({ none }) => none === undefined).map(({ id }) => id)).toEqual([]);
});

test('an answer that ends the call belongs to a safety question', () => {
  expect(questions.filter(({ stop, safety: isSafety }) => stop.length > 0 && !isSafety).map(({ id }) => id)).toEqual(
    [],
  );
});
