import { expect, test } from 'vitest';
import { answerSoFarInWords, inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Answers, Question } from '../../src/questionnaire/model.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const { questionnaire } = await shippedContent();

function question(id: string): Question {
  const found = questionnaire.questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

function label(id: string, option: string): string {
  const found = question(id).options.find((one) => one.id === option)?.label;
  return inLanguage(found ?? '', 'en');
}

function inWords(id: string, value: string | number | readonly string[] | undefined, open: readonly string[]): string {
  const answers: Answers = {
    questionnaire: questionnaire.id,
    values: value === undefined ? new Map() : new Map([[id, value]]),
    unknown: new Map(),
    unknownOptions: open.length === 0 ? new Map() : new Map([[id, new Map(open.map((one) => [one, 'unsure']))]]),
  };
  return answerSoFarInWords(question(id), answers, 'en');
}

test('an answer of which nothing is open is said as it is, and none where there is none', () => {
  expect(inWords('self_harm', ['plan'], [])).toBe(label('self_harm', 'plan'));
  expect(inWords('self_harm', [], [])).toBe('None of these');
  expect(inWords('alcohol_days', 14, [])).toBe('14');
  expect(inWords('self_harm', undefined, [])).toBe('');
});

test('a list with open options never reads as if they had been denied', () => {
  const plan = label('self_harm', 'plan');
  const thoughts = label('self_harm', 'thoughts');
  expect(inWords('self_harm', [], ['plan'])).toBe(`none of the others; not known: ${plan}`);
  expect(inWords('self_harm', ['thoughts'], ['plan'])).toBe(`${thoughts}; not known: ${plan}`);
  const all = question('self_harm').options;
  expect(
    inWords(
      'self_harm',
      [],
      all.map(({ id }) => id),
    ),
  ).toBe(`not known: ${all.map(({ id }) => label('self_harm', id)).join('; ')}`);
});
