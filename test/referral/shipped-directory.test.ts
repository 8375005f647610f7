import { expect, test } from 'vitest';
import { shippedContent } from '../fixtures/shipped.ts';

const { directory } = await shippedContent();
const NAMED = ['pride-institute', 'inspire-recovery'];
const facilities = directory.programs.filter((program) => !NAMED.includes(program.id));

test('there are enough residential facilities for a fallback, in different places', () => {
  expect(facilities.length).toBeGreaterThanOrEqual(12);
  expect(facilities.length).toBeLessThanOrEqual(16);
  expect(new Set(facilities.map((program) => program.county)).size).toBeGreaterThanOrEqual(10);
  expect(facilities.filter((program) => program.serves === 'women').length).toBeGreaterThanOrEqual(2);
  expect(
    facilities.filter((program) => program.firstSteps?.includes('withdrawal-management')).length,
  ).toBeGreaterThanOrEqual(4);
});

test.each(facilities)('$id is licensed, residential, and nothing more than its record says', (program) => {
  expect(program.levels).toEqual(['residential']);
  expect(program.states).toEqual(['CA']);
  expect(program.license?.number).toMatch(/^\d{6}[A-Z]+$/);
  expect((program.license?.expires ?? '') > program.verifiedOn).toBe(true);
  expect(program.firstSteps).not.toContain('withdrawal-management-24h');
  expect(program.affirming).toBeUndefined();
  expect(program.source).toContain('MIT');
});

test('the license numbers are all different', () => {
  expect(new Set(facilities.map((program) => program.license?.number)).size).toBe(facilities.length);
});

test('the named programs claim what their pages say', () => {
  const [pride, inspire] = NAMED.map((id) => directory.programs.find((program) => program.id === id));
  expect(pride).toMatchObject({ levels: ['iop'], states: ['MN'], phones: [{ number: '888-408-1625' }] });
  expect(pride?.firstSteps).toBeUndefined();
  expect(inspire).toMatchObject({
    levels: ['iop'],
    firstSteps: ['withdrawal-management'],
    states: undefined,
    address: undefined,
  });
  expect(inspire?.phones.map((phone) => phone.number)).toEqual(['561-899-6088', '561-763-9016']);
});

test('the national lines are those that were given, each with the day it was checked', () => {
  const numbers = Object.fromEntries(directory.lines.map((line) => [line.id, line.number]));
  expect(numbers).toEqual({
    'emergency-911': '911',
    'crisis-988': '988',
    'poison-help': '1-800-222-1222',
    'domestic-violence-hotline': '1-800-799-7233',
    'samhsa-helpline': '1-800-662-4357',
  });
  expect(directory.lines.every((line) => /^\d{4}-\d{2}-\d{2}$/.test(line.verifiedOn))).toBe(true);
});
