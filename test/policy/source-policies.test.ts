import { expect, test } from 'vitest';
import { readIds } from '../../src/conditions/reads.ts';
import type { Policy, Rule } from '../../src/policy/model.ts';
import { PAGES, shippedContent } from '../fixtures/shipped.ts';

const { policies, questionnaire, sources } = await shippedContent();

/** The facts on which a page itself names inpatient or residential care as the place to go. */
const NAMED_RESIDENTIAL = ['inspire-recovery#I4', 'cautious-guide#C4', 'cautious-guide#C5'];

function page(id: string): Policy {
  const policy = policies.find((one) => one.id === id);
  if (policy === undefined) throw new Error(`no policy ${id}`);
  return policy;
}

function ownRules(id: string): readonly Rule[] {
  return page(id).rules.filter((rule) => rule.policy === id);
}

test.each(PAGES)('%s stands on the safety rules', (id) => {
  const safety = policies.find((policy) => policy.id === 'safety');
  const inherited = page(id).rules.filter((rule) => rule.policy === 'safety');
  expect(safety?.rules.length).toBeGreaterThan(0);
  expect(inherited.map((rule) => rule.id).sort()).toEqual(safety?.rules.map((rule) => rule.id).sort());
});

test.each(PAGES)('%s says so where its page says nothing', (id) => {
  expect(page(id).otherwise).toMatchObject({ level: 'information', silent: true });
});

test.each(PAGES)('%s cites its own page only', (id) => {
  const cited = [...ownRules(id), page(id).otherwise].flatMap((one) => one.cites);
  expect(cited.filter((citation) => !citation.startsWith(`${id}#`))).toEqual([]);
});

test.each(PAGES)(
  '%s gives an IOP or residential care and leaves emergencies and first steps to the safety rules',
  (id) => {
    for (const rule of ownRules(id)) {
      expect(['iop', 'residential'], rule.id).toContain(rule.atLeast);
      expect([...rule.do, ...rule.first], rule.id).toEqual([]);
    }
  },
);

test.each(PAGES)('%s marks a residential level as our reading exactly where its page names no place', (id) => {
  for (const rule of ownRules(id)) {
    const named = rule.cites.some((citation) => NAMED_RESIDENTIAL.includes(citation));
    expect(rule.readingOurs, rule.id).toBe(rule.atLeast === 'residential' && !named);
  }
});

test.each(PAGES)('%s reads nothing about barriers, payment, identity, language or willingness', (id) => {
  const barred = ['barrier', 'payment', 'schedule', 'transport', 'language', 'affirming_care', 'consent', 'state'];
  const questions = questionnaire.questions
    .filter(({ uses }) => uses.some((use) => barred.includes(use)))
    .map((one) => one.id);
  const read = new Set(ownRules(id).flatMap((rule) => [...readIds(rule.when)]));
  expect(questions.length).toBeGreaterThan(5);
  expect(questions.filter((question) => read.has(question))).toEqual([]);
});

test('only the page with a network refers within it', () => {
  expect(policies.filter((policy) => policy.network).map((policy) => policy.id)).toEqual(['inspire-recovery']);
});

test('a page reads the program that it describes', () => {
  expect(page('pride-institute').program).toBe('pride-institute');
  expect(page('inspire-recovery').program).toBe('inspire-recovery');
  expect(['iop-explainer', 'cautious-guide', 'sobriety-guide'].map((id) => page(id).program)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['pride-institute', 'P', 7, []],
  ['iop-explainer', 'E', 4, ['E4a', 'E4b', 'E4c', 'E4d']],
  ['inspire-recovery', 'I', 10, ['I3a', 'I3b', 'I3c', 'I3d']],
  ['cautious-guide', 'C', 7, ['C0', 'C3a', 'C3b', 'C3c']],
  ['sobriety-guide', 'G', 8, []],
  ['practice', 'K', 9, ['J']],
] as const)('every fact of %s can be cited', (id, letter, last, parts) => {
  const numbered = Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);
  const facts = Object.keys(sources.byId.get(id)?.facts ?? {});
  expect(facts).toEqual(expect.arrayContaining([...numbered, ...parts]));
});

test('what nobody has read in its source yet is marked', () => {
  const facts = Object.entries(sources.byId.get('practice')?.facts ?? {});
  expect(
    facts
      .filter(([, fact]) => fact.to_verify)
      .map(([id]) => id)
      .sort(),
  ).toEqual(['K6', 'K7', 'K8', 'K9']);
});
