import { expect, test } from 'vitest';
import { compileCare, compileEmergency, compileSources } from '../../src/policy/compile-texts.ts';
import {
  compileText,
  faultFixtures,
  shortly,
  smallDocument,
  smallQuestionnaire,
  smallSources,
  valueIn,
} from '../fixtures/read-fixture.ts';

test.each(faultFixtures('levels'))('finds $name', ({ text, expected }) => {
  expect(shortly(compileText('levels', text, (document) => compileCare(document, smallSources())).problems)).toEqual(
    expected,
  );
});

test.each(faultFixtures('sources'))('finds $name', ({ text, expected }) => {
  expect(
    shortly(compileText('sources', text, (document) => compileSources(document, smallQuestionnaire())).problems),
  ).toEqual(expected);
});

test.each(faultFixtures('emergency'))('finds $name', ({ text, expected }) => {
  expect(shortly(compileText('emergency', text, compileEmergency).problems)).toEqual(expected);
});

test('texts are looked up by the ids of the closed lists', () => {
  const care = valueIn(compileCare(smallDocument('levels', 'levels.yaml'), smallSources()));
  expect(care.levels.iop.name).toBe('Iop');
  expect(care.firstSteps['safe-place'].name).toBe('Safe place');
  expect(care.supports.naloxone.name).toBe('Naloxone');
});

test('an action that is one text is said to whoever is on the line; no cut-off step is made up', () => {
  const emergency = valueIn(compileEmergency(smallDocument('emergency', 'emergency.yaml')));
  expect(emergency.actionsForOther).toEqual(emergency.actions);
  expect(emergency.ifCutOff).toBeUndefined();
});
