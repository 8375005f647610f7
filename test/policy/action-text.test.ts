/** What is said to whoever is on the line in an emergency. */

import { expect, test } from 'vitest';
import { actionText } from '../../src/policy/action-text.ts';
import { ACTIONS } from '../../src/policy/care-lists.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { emergency } from '../referral/given.ts';

const shipped = (await shippedContent()).emergency;
const said = (action: (typeof ACTIONS)[number], aboutOther: boolean): string =>
  inLanguage(actionText(shipped, action, aboutOther), 'en');

test('whoever is in danger is spoken to as that person, and a relative or friend as somebody beside that person', () => {
  expect(actionText(emergency, 'call-911', false)).toBe('Action call-911.');
  expect(actionText(emergency, 'call-911', true)).toBe('Action call-911 for another.');
});

test.each(ACTIONS)(
  '%s speaks to a relative or friend of the other person, and not as if they were in danger',
  (action) => {
    expect(said(action, true)).not.toBe(said(action, false));
    expect(said(action, true)).toMatch(/\b(they|them|somebody else)\b/i);
    expect(said(action, true)).not.toMatch(
      /where you are\b(?! safe)|you took|with you\b|do not be alone|get 911 to you|you need/i,
    );
  },
);

test('a relative or friend is asked where the other person is, and told to keep out of danger', () => {
  expect(said('call-911', true)).toContain('where they are');
  for (const action of ['call-911', 'stay-on-the-line', 'emergency-department', 'keep-company'] as const)
    expect(said(action, true)).toMatch(/safe|without danger/);
});

test('what to do when the caller is gone is the last of the steps', () => {
  expect(shipped.ifCutOff).toBeDefined();
  expect(shipped.steps.at(-1)).toBe(shipped.ifCutOff);
});
