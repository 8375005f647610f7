import { expect, test } from 'vitest';
import { usedMeanings } from '../../src/questionnaire/used-answers.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { answersOf } from '../referral/given.ts';

test('says what answers mean to a use, not what their options are called', async () => {
  const { questionnaire } = await shippedContent();
  const answers = answersOf({
    payment: 'medicaid',
    language_needs: ['spanish', 'hearing'],
    getting_there: 'video-possible',
  });
  expect(usedMeanings(questionnaire, answers, 'payment')).toEqual(['medicaid']);
  expect(usedMeanings(questionnaire, answers, 'language')).toEqual(['es', 'hearing']);
  expect(usedMeanings(questionnaire, answers, 'transport')).toEqual(['video-only']);
  expect(usedMeanings(questionnaire, answers, 'consent')).toEqual([]);
});
