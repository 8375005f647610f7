import { expect, test } from 'vitest';
import { askedSentence } from '../../src/questionnaire/asked-sentence.ts';

test('finds the sentence of a script that asks', () => {
  expect(askedSentence('I have to ask this. Are you safe? You can take your time.')).toBe('Are you safe?');
  expect(askedSentence('Please tell me your number.')).toBe('Please tell me your number.');
});

test('a full stop inside a word ends no sentence', () => {
  expect(askedSentence('Wait. Did you look at finder.example or take 1.5 hours? Thank you.')).toBe(
    'Did you look at finder.example or take 1.5 hours?',
  );
});
