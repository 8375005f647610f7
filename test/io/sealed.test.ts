import { expect, test } from 'vitest';
import { seal, unseal } from '../../src/io/sealed.ts';

test('what was sealed is read; a text of which anything is missing or other is not', () => {
  const text = seal('{"a":[1,"\\n"]}');
  expect(unseal(text)).toEqual({ a: [1, '\n'] });
  for (let length = 0; length < text.length; length++) expect(unseal(text.slice(0, length))).toBeUndefined();
  expect(unseal(text.replace('1', '2'))).toBeUndefined();
  expect(unseal('{"a":1}')).toBeUndefined();
});
