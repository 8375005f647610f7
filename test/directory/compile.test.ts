import { expect, test } from 'vitest';
import { compileDirectory } from '../../src/directory/compile.ts';
import { compileText, faultFixtures, shortly, smallDocument, smallSources, valueIn } from '../fixtures/read-fixture.ts';

test.each(faultFixtures('directory'))('finds $name', ({ text, expected }) => {
  expect(
    shortly(compileText('directory', text, (document) => compileDirectory(document, smallSources())).problems),
  ).toEqual(expected);
});

test('what a directory does not say is not known', () => {
  const [program] = valueIn(compileDirectory(smallDocument('directory', 'directory.yaml'), smallSources())).programs;
  expect(program?.firstSteps).toBeUndefined();
  expect(program?.states).toBeUndefined();
  expect(program?.serves).toBeUndefined();
});
