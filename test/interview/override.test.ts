import { expect, test } from 'vitest';
import { OVERRIDE_CODES, type Override } from '../../src/interview/model.ts';
import { overrideFindings, overrideWordFindings, readOverride } from '../../src/interview/override.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';

const choose = (given: Partial<Override> = {}): Override => ({ level: 'residential', code: 'no-opening', ...given });
const findings = (override: Override, levels: readonly Override['level'][], isEmergency = false) =>
  overrideFindings(override, { levels, isEmergency }).map(({ code, path }) => `${code} ${path.join('.')}`);

test('every level but an emergency can be chosen, for every reason', () => {
  for (const level of LEVELS)
    for (const code of OVERRIDE_CODES) {
      const isChoosable = level !== 'emergency';
      expect(readOverride({ level, code })).toEqual(isChoosable ? { level, code } : undefined);
      expect(overrideWordFindings({ level, code }).length).toBe(isChoosable ? 0 : 1);
    }
});

test('a misspelt level or reason is found where it stands, with a guess', () => {
  const found = overrideWordFindings({ level: 'resdential', code: 'no-openings' });
  expect(found.map(({ path, remedy }) => [path.join('.'), remedy])).toEqual([
    ['override.level', 'did you mean `residential`?'],
    ['override.code', 'did you mean `no-opening`?'],
  ]);
});

test('a reason like none there is gets the whole list', () => {
  const [found] = overrideWordFindings({ level: 'iop', code: 'zzzzzzzzzzzz' });
  expect(OVERRIDE_CODES.filter((code) => found?.remedy?.includes(`\`${code}\``) !== true)).toEqual([]);
});

test('a level above or among those of the rules needs no note', () => {
  expect(findings(choose(), ['iop'])).toEqual([]);
  expect(findings(choose({ level: 'php' }), ['outpatient', 'iop', 'php'])).toEqual([]);
  expect(findings(choose({ level: 'outpatient' }), ['outpatient', 'iop'])).toEqual([]);
});

test('a level below all of them needs a note that says something', () => {
  const below = choose({ level: 'outpatient' });
  expect(findings(below, ['iop', 'residential'])).toEqual(['missing-key override.note']);
  expect(findings({ ...below, note: ' \n' }, ['iop', 'residential'])).toEqual(['missing-key override.note']);
  expect(findings({ ...below, note: 'until there is a bed' }, ['iop', 'residential'])).toEqual([]);
});

test('the reason `other` needs a note at any level', () => {
  expect(findings(choose({ code: 'other' }), ['iop'])).toEqual(['missing-key override.note']);
  expect(findings(choose({ code: 'other', note: 'the sister lives nearby' }), ['iop'])).toEqual([]);
});

test('nothing is chosen in an emergency, without a level, or in place of the same level; no note changes that', () => {
  const noted = choose({ note: 'anyway' });
  expect(findings(noted, ['iop', 'emergency'], true)).toEqual(['idle-override override']);
  expect(findings(noted, [])).toEqual(['idle-override override']);
  expect(findings(noted, ['residential'])).toEqual(['idle-override override']);
});
