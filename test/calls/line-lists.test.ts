import { expect, test } from 'vitest';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import { questionOf } from './callers.ts';
import { takeLines } from './take-lines.ts';

const REVIEW = typedCall('iop').slice(0, -1);

/** The number that stands before an option with these words. */
function numberOf(list: string, words: string): string {
  const [before = ''] = list.split(` ${words}`);
  return /(\d+) *$/.exec(before)?.[1] ?? `no number before ${words}`;
}

const script = (id: string): string => inLanguage(questionOf(id).say, 'en').replace(/\s+/g, ' ');

test.each([
  ['the list of questions', [...REVIEW, '/go']],
  ['the review', REVIEW],
])('in line mode the number that stands before a question in %s goes to it', async (_, lines) => {
  for (const id of ['age', 'alcohol_days', 'housing']) {
    const call = await takeLines();
    let list = call.first;
    for (const line of lines) list = await call.type(line);
    const number = numberOf(list, script(id));
    expect(number).not.toBe(String(questionOf(id).index + 1));
    expect(await call.type(number)).toContain(`Say: ${script(id)}`);
  }
});

test('in line mode the number of a question in the script goes to it, with the mark behind which a list shows it', async () => {
  const call = await takeLines();
  for (const line of ['no', 'self', '30']) await call.type(line);
  const number = `#${questionOf('age').index + 1}`;
  expect(await call.type('/go')).toContain(`${script('age')} (${number})`);
  expect(await call.type(number)).toContain(`Say: ${script('age')}`);
  for (const typed of [number, number.slice(1)]) {
    await call.type('/back');
    expect(await call.type(`/go ${typed}`)).toContain(`Say: ${script('age')}`);
  }
});
