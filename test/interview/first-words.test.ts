import { expect, test } from 'vitest';
import { firstWords } from '../../src/interview/screens/first-words.ts';
import { TEXTS } from './shipped-dialogue.ts';

test('a step in short is its first sentence, and what it quotes stays whole', () => {
  expect(firstWords('Stay calm. Then go on.')).toBe('Stay calm');
  expect(firstWords('Say "I am here. We will do this." Then wait.')).toBe(
    'Say "I am here. We will do this." Then wait',
  );
});

test('the short forms of the shipped steps differ, and none leaves a quotation open', () => {
  const short = TEXTS.emergency.steps.map(firstWords);
  expect(new Set(short).size).toBe(short.length);
  for (const words of short) if (!words.endsWith('…')) expect((words.match(/"/g) ?? []).length % 2, words).toBe(0);
});
