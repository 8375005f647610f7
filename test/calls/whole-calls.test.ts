import { expect, test } from 'vitest';
import type { Reply } from '../../src/interview/model.ts';
import type { Level } from '../../src/policy/care-lists.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { FallbackBlock, ProgramCard } from '../../src/referral/summary.ts';
import { type Caller, callerOf, content, expectationOf, questionnaire, said } from './callers.ts';
import { type Printed, SIZES, takeCall } from './take-call.ts';

/** Takes the call of a worked caller from the first question to the printed summary. */
async function taken(caller: Caller, size: (typeof SIZES)[number][1]): Promise<Printed & { readonly review: string }> {
  const call = await takeCall({ size });
  const review = await call.talk(caller);
  await call.choose(/^accept everything/);
  expect((await call.ended).outcome).toBe('fine');
  expect(call.journal().at(-1)?.event).toEqual({ kind: 'reviewed' });
  return { review, ...(await call.printed()) };
}

const nameOf = (level: Level): string => inLanguage(content.care.levels[level].name, 'en');

/** The case's level, first steps and supports, in the summary and in what was printed. */
function expectLevel({ text, summary }: Printed, id: string): void {
  const { level, first = [], supports } = expectationOf(id);
  if (level === undefined) throw new Error(`${id} is expected to get no level`);
  expect([summary.settled, summary.level.id]).toEqual([true, level]);
  expect(text).toContain(`LEVEL ${nameOf(level)}`);
  const certain = summary.firstSteps.filter(({ certainty }) => certainty === 'certain');
  expect(certain.map((step) => step.id)).toEqual(first);
  for (const step of certain) expect(text).toContain(step.name);
  expect(summary.supports.filter(({ certainty }) => certainty === 'certain').map((one) => one.id)).toEqual(
    expect.arrayContaining([...supports]),
  );
}

/** A program by name, with a number to call. */
function expectCard(text: string, card: ProgramCard | null | undefined): void {
  if (card == null) throw new Error('no program');
  expect(card.phones.length).toBeGreaterThan(0);
  expect(text).toContain(`${card.name} ${card.phones[0]?.number}`);
}

/** The head of a screen says what has to happen today. */
const CRISIS_FIRST = /^First: .*crisis assessment/im;

const NO_FALLBACK: Partial<FallbackBlock> = { status: 'no', place: 'none', title: null, offer: null };

test.each(SIZES)(
  '%s: an IOP caller gets the IOP, whom to call and what a week is like, and no fallback',
  async (_, size) => {
    const call = await taken(callerOf('moderate-drinker'), size);
    expect(call.review).toMatch(/possible: IOP$/m);
    expectLevel(call, 'moderate-drinker');
    expectCard(call.text, call.summary.referral?.primary);
    expect(call.text).toContain(call.summary.week?.hours);
    expect(call.summary.fallback).toMatchObject(NO_FALLBACK);
    expect(call.text).not.toContain('FALLBACK');
  },
);

test.each(SIZES)(
  '%s: thoughts of self-harm: a crisis assessment today, and the residential fallback with a number',
  async (_, size) => {
    const call = await taken(callerOf('thoughts-of-suicide'), size);
    expectLevel(call, 'thoughts-of-suicide');
    expect(call.review).toMatch(CRISIS_FIRST);
    expect(call.summary.emergency).toBeNull();
    const { fallback } = call.summary;
    expect([fallback.status, fallback.place]).toEqual(['yes', 'call-now']);
    expect(call.text).toContain(`FALLBACK ${fallback.title}`);
    expectCard(call.text, fallback.offer?.primary);
    expect(fallback.offer?.primary?.place).toMatch(/, CA /);
    expect(call.text).toContain('988');
  },
);

test.each(SIZES)(
  '%s: a passive wish to be dead: a crisis assessment today, and no level above what the drinking asks for',
  async (_, size) => {
    const call = await taken(callerOf('passive-wish'), size);
    expectLevel(call, 'passive-wish');
    expect(call.review).toMatch(CRISIS_FIRST);
    expect(call.summary.emergency).toBeNull();
    expect(call.summary.fallback).toMatchObject(NO_FALLBACK);
    expect(call.text).toContain('988');
  },
);

test.each(SIZES)(
  '%s: alcohol detox comes first, and the sentence against stopping alone is printed',
  async (_, size) => {
    const call = await taken(callerOf('fifth-of-vodka'), size);
    expectLevel(call, 'fifth-of-vodka');
    const [detox] = call.summary.firstSteps;
    expect(detox?.id).toBe('withdrawal-management');
    expect(call.text).toContain(detox?.sentence);
    expect(call.text).toContain(detox?.meanwhile);
    expect(call.text.indexOf(detox?.name ?? '?')).toBeLessThan(call.text.indexOf('PROGRAMS'));
  },
);

test.each(SIZES)('%s: on methadone: no detox and no new start, the medicine goes on', async (_, size) => {
  const call = await taken(callerOf('methadone-three-years'), size);
  expectLevel(call, 'methadone-three-years');
  const { notFirst } = expectationOf('methadone-three-years');
  expect(notFirst.length).toBeGreaterThan(0);
  for (const step of notFirst) expect(call.summary.firstSteps.map(({ id }) => id)).not.toContain(step);
  const support = call.summary.supports.find(({ id }) => id === 'medication-continuity');
  expect(call.text).toContain(`${support?.name}: ${support?.sentence}`);
});

test.each(SIZES)(
  '%s: somebody who knows the facts answers for another person, in words about that person',
  async (_, size) => {
    const call = await takeCall({ size });
    const read: string[] = [];
    call.watch((screen) => read.push(screen));
    const caller = callerOf('moderate-drinker', { role: said('other'), can_answer_for_them: said('yes') });
    await call.talk(caller);
    await call.choose(/^accept everything/);
    expectLevel(await call.printed(), 'moderate-drinker');
    const asked = call.journal().flatMap(({ event }) => (event.kind === 'answered' ? [event.question] : []));
    const aboutThem = questionnaire.questions.filter(
      ({ id, sayForOther }) => asked.includes(id) && sayForOther !== undefined,
    );
    expect(aboutThem.length).toBeGreaterThan(30);
    // Each script is on screen as a whole, broken into rows.
    const shown = read.map((screen) => screen.replace(/\n│ /g, ' '));
    for (const { id, say, sayForOther = say } of aboutThem) {
      const [toThem, aboutOther] = [say, sayForOther].map((text) => inLanguage(text, 'en'));
      expect(
        shown.some((screen) => screen.includes(aboutOther ?? '?')),
        id,
      ).toBe(true);
      if (toThem !== aboutOther)
        expect(
          shown.some((screen) => screen.includes(toThem ?? '?')),
          id,
        ).toBe(false);
    }
  },
);

test.each(SIZES)(
  '%s: half the answers unsure: no level yet, what to ask next, and the fallback as an if',
  async (_, size) => {
    const call = await taken(callerOf('half-unsure'), size);
    const { text, summary } = call;
    expect(summary.decision.levels).toEqual(expectationOf('half-unsure').levels);
    expect([summary.settled, summary.level.id]).toEqual([false, null]);
    expect(summary.open?.next).not.toBeNull();
    expect(text).toContain(`Ask next: “${summary.open?.next?.says}”`);
    const unsure = callerOf('half-unsure')(summary.open?.next?.question ?? '');
    expect(unsure).toEqual({ unknown: 'unsure' } satisfies Reply);
    expect(summary.fallback).toMatchObject({ status: 'possible', place: 'if' });
    expect(text).toContain(`FALLBACK ${summary.fallback.title}`);
  },
);
