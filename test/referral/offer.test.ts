/** What a summary says of programs: kept apart, marked, counted, and plainly where nothing fits. */

import { expect, test } from 'vitest';
import type { Program } from '../../src/directory/model.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';
import { unpainted } from '../../src/render/palette.ts';
import { summaryText } from '../../src/render/summary-text.ts';
import { aDecision, aDirectory, anInput, anOption, answersOf, aProgram, aQuestion, aQuestionnaire } from './given.ts';

const payment = aQuestion({
  id: 'cover',
  type: 'choice',
  uses: ['payment'],
  options: [{ ...anOption('card', 'Card'), means: 'medicaid' }],
});
const questionnaire = aQuestionnaire({ questions: [...aQuestionnaire().questions, payment] });
const expired = { number: '1', authority: 'State', expires: '2026-11-21' };
const PLACES = new Map([
  ['94601', { latitude: 37.78, longitude: -122.22 }],
  ['94612', { latitude: 37.81, longitude: -122.27 }],
]);

function fallbackOf(
  programs: readonly Program[],
  values: Parameters<typeof answersOf>[0],
  given: Partial<SummaryInput> = {},
) {
  const summary = summarize(
    anInput({
      questionnaire,
      directory: aDirectory(programs),
      decision: aDecision(['residential'], {}, { 'safety-plan': 'certain' }),
      answers: answersOf({ home_state: 'CA', ...values }),
      placeOfCode: (code) => PLACES.get(code),
      ...given,
    }),
  );
  const text = summaryText(summary, { width: 100, paint: unpainted }).replace(/\s+/g, ' ');
  return { summary, text, offer: summary.fallback.offer };
}

test('conditions and preferences are kept apart, in the result and in print', () => {
  const here = aProgram({ id: 'here', postalCode: '94612' });
  const { offer, text } = fallbackOf([here], { zip: '94601', welcome: 'yes' });
  const program = offer?.primary;
  expect(program?.hard.map(({ condition, outcome }) => [condition, outcome])).toEqual([
    ['state', 'met'],
    ['license', 'met'],
    ['suicide-risk', 'unknown'],
  ]);
  expect(program?.preferences.map(({ preference, outcome }) => [preference, outcome])).toEqual([
    ['affirming', 'unknown'],
    ['near', 'met'],
  ]);
  expect(program).toMatchObject({ distance: 'about 3 miles', miles: 3, behind: null });
  expect(text).toContain('Fits what is needed: in California; licensed until January 1, 2027.');
  expect(text).toContain('Ask whether they admit someone who has had thoughts of suicide.');
  expect(text).toContain('Ask too (wishes, not needs): whether they are LGBTQ+-affirming: no source says so.');
  expect(text).toContain('CA 94612 · about 3 miles');
});

test('a doubtful number is marked wherever it is printed, and printed', () => {
  const phones = [{ number: '555-0199', for: undefined, doubtful: 'it has a digit too few' }];
  const { summary, text, offer } = fallbackOf([aProgram({ id: 'here', name: 'Here House', phones })], {});
  expect(offer?.primary?.phones).toEqual([
    { number: '555-0199', for: null, doubtful: 'may be wrong: it has a digit too few' },
  ]);
  expect(text.match(/555-0199/g)?.length).toBe(
    text.match(/555-0199(?: ·| \() ?may be wrong: it has a digit too few/g)?.length,
  );
  expect(summary.now.join(' ')).not.toMatch(/555-0199(?! \(may be wrong)/);
});

test('a full program comes after the others and is named as full; if all are, one asks for the list', () => {
  const availability = { opening: 'full', waitDays: undefined, beds: undefined, on: '2026-11-21' } as const;
  const full = aProgram({ id: 'a-full', name: 'Full House', availability });
  const { offer } = fallbackOf([full, aProgram({ id: 'b' })], {});
  expect([offer?.primary?.id, offer?.alternatives.map(({ id, behind }) => [id, behind])]).toEqual([
    'b',
    [['a-full', 'is full']],
  ]);
  expect(offer?.alternatives[0]).toMatchObject({ opening: 'full on November 21, 2026; ask for the waiting list' });
  const only = fallbackOf([full], {});
  expect(only.summary.fallback.now[0]).toContain('ask for the waiting list');
  expect(only.summary.fallback.waiting.length).toBeGreaterThan(0);
});

test('nothing fits: which single conditions stand in the way, fewest first, and the national lines; never a bed elsewhere', () => {
  const programs = [
    aProgram({ id: 'pay', payments: ['private'] }),
    aProgram({ id: 'old-1', license: expired }),
    aProgram({ id: 'old-2', license: expired }),
    aProgram({ id: 'both', license: expired, payments: ['private'] }),
    ...['x', 'y', 'z'].map((id) => aProgram({ id, states: ['MN'] })),
  ];
  const { offer, text } = fallbackOf(programs, { cover: 'card' });
  expect(offer).toMatchObject({ primary: null, alternatives: [], lines: [{ id: 'helpline' }] });
  expect(offer?.ruledOutBy.conditions.map(({ condition, count, alone }) => [condition, count, alone])).toEqual([
    ['state', 3, 3],
    ['license', 3, 2],
    ['payment', 1, 1],
  ]);
  expect(offer?.says[1]).toBe(
    'Ruled out by one thing alone: 1 program by the way to pay, 2 programs by the licence and 3 programs by the state. State and licence are never given up.',
  );
  expect(text).toContain('Left out, each counted once: 3 in other states');
});

test('no single condition is to blame, or the directory has none for the level: both are said', () => {
  const both = aProgram({ id: 'both', license: expired, payments: ['private'] });
  expect(fallbackOf([both], { cover: 'card' }).offer?.says[1]).toContain('No single condition');
  const day = aProgram({ id: 'day', levels: ['iop'] });
  expect(fallbackOf([day], {}).offer?.says[1]).toBe('None of its 1 program is for level residential.');
});

test('a ZIP code of another state than the one that was named tells no distance, and is asked about', () => {
  const here = aProgram({ id: 'here', postalCode: '94612', states: ['CA', 'MN'] });
  const { offer } = fallbackOf([here], { home_state: 'MN', zip: '94601' });
  expect(offer?.primary).toMatchObject({ id: 'here', distance: null, miles: null });
  expect(offer?.says).toEqual([
    'ZIP code 94601 lies in California, and Minnesota was named: ask which is right. Until then no distance counts.',
  ]);
});

test('a ZIP code is a hint where the state is not known, and names no facility', () => {
  const answers = answersOf({ zip: '94601' });
  const { offer } = fallbackOf([aProgram({ id: 'here' })], {}, { answers });
  expect(offer).toMatchObject({ primary: null, says: [expect.stringContaining('ZIP code 94601 lies in California')] });
});

test('in Spanish every sentence about programs is Spanish', () => {
  const here = aProgram({ id: 'here', postalCode: '94612' });
  const { offer, summary } = fallbackOf([here], { zip: '94601', cover: 'card' }, { language: 'es' });
  expect(offer?.primary).toMatchObject({
    distance: 'a unas 3 millas',
    fits: ['en California', 'con licencia hasta el 1 de enero de 2027'],
    ask: ['si aceptan Medicaid', 'si admiten a quien ha tenido pensamientos de suicidio'],
  });
  expect(summary.fallback.now[0]).toBe('Llame a Program here con la persona en la línea y pida la primera cama libre.');
});
