import { expect, test } from 'vitest';
import { OVERRIDE_LABELS } from '../../src/interview/override-labels.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { ctrl, KEY } from '../io/virtual-terminal.ts';
import { callerOf, content, expectationOf, questionnaire, questionOf, said, UNSURE } from './callers.ts';
import type { Size } from './read-screen.ts';
import { ESCAPE, SIZES, SMALL, type TakenCall, takeCall, WIDE } from './take-call.ts';

const { questions } = questionnaire;
const DRINKER = callerOf('moderate-drinker');

/** Questions that the journal has as answered, one for each time. */
function answered(call: TakenCall, from = 0): readonly string[] {
  return call
    .journal()
    .slice(from)
    .flatMap(({ event }) => (event.kind === 'answered' ? [event.question] : []));
}

/** Steps back until a question is on screen. */
async function backTo(call: TakenCall, id: string): Promise<string> {
  for (let steps = 0; call.question()?.id !== id; steps += 1) {
    expect(steps).toBeLessThan(20);
    await call.press(ctrl('p'));
  }
  return call.screen();
}

/** Some of the questions that are asked only of somebody who drinks. */
const ABOUT_DRINKING = ['alcohol_days', 'drinks_per_day'];

test.each(SIZES)('%s: a branch taken back: its answers are set aside, said so, and restored', async (_, size) => {
  const call = await takeCall({ size });
  await call.talk(DRINKER, (question) => question === 'earlier_withdrawal');
  const asked = call.journal().length;
  const since = answered(call).slice(answered(call).indexOf('substances') + 1);
  expect(since).toEqual(expect.arrayContaining(ABOUT_DRINKING));
  expect(await backTo(call, 'substances')).toContain('[x] Alcohol');

  const sober = await call.answer(said([]));
  expect(sober).toMatch(new RegExp(`! ${since.length} earlier answers set aside`));
  expect(since).not.toContain(call.question()?.id);
  await call.press(ESCAPE);
  await call.choose('see the answers so far');
  const shown = await everyScreenOf(call);
  expect(shown).toContain('Not used: no longer applies');
  await call.press(ESCAPE);

  await backTo(call, 'substances');
  const drinking = await call.answer(said(['alcohol']));
  expect(drinking).not.toContain('set aside');
  expect(call.question()?.id).toBe('earlier_withdrawal');
  await call.talk(DRINKER);
  expect(answered(call, asked).filter((id) => since.includes(id))).toEqual([]);
  await call.choose(/^accept everything/);
  const { summary } = await call.printed();
  expect([summary.level.id, summary.call?.setAside]).toEqual([expectationOf('moderate-drinker').level, []]);
});

/** All that a list shows when the marker goes through it. */
async function everyScreenOf(call: TakenCall): Promise<string> {
  const screens = [call.screen()];
  for (let pages = 0; pages < 12; pages += 1) screens.push(await call.send('\u001b[6~'));
  return screens.join('\n');
}

test.each(SIZES)('%s: answers set aside stay out of the decision and are named in the summary', async (_, size) => {
  const call = await takeCall({ size });
  await call.talk(DRINKER, (question) => question === 'earlier_withdrawal');
  await backTo(call, 'substances');
  await call.answer(said([]));
  await call.talk(callerOf('nothing-found'));
  await call.choose(/^accept everything/);
  const { summary, text } = await call.printed();
  expect(summary.level.id).toBe(expectationOf('nothing-found').level);
  expect(summary.call?.setAside.map(({ question }) => question)).toEqual(expect.arrayContaining(ABOUT_DRINKING));
  for (const { says } of summary.call?.setAside ?? []) expect(text).toContain(`“${says}”`);
});

test.each(SIZES)('%s: a jump to an earlier question, and back to where the call was', async (_, size) => {
  const call = await takeCall({ size });
  await call.talk(DRINKER, (question) => question === 'mental_health');
  await call.press(ctrl('g'), ESCAPE);
  expect(call.question()?.id).toBe('mental_health');
  const there = await call.jump('age');
  expect(call.question()?.id).toBe('age');
  expect(there).toContain('Enter: keeps `35`');
  await call.answer(said(70));
  expect(call.question()?.id).toBe('mental_health');
  await call.jump('age');
  expect(await call.press(KEY.enter)).not.toContain('keeps `35`');
  expect(call.question()?.id).toBe('mental_health');
  expect(
    call
      .journal()
      .slice(-2)
      .map(({ event }) => event),
  ).toEqual([
    { kind: 'jumped', to: 'age' },
    { kind: 'kept', question: 'age' },
  ]);
});

test.each(SIZES)('%s: a correction in the review changes the level on screen and in the summary', async (_, size) => {
  const call = await takeCall({ size });
  expect(await call.talk(DRINKER)).toMatch(/possible: IOP$/m);
  const { level } = expectationOf('mild-drinker');
  expect(level).toBe('outpatient');
  await call.press(...String(questionOf('criteria').index + 1), KEY.enter);
  expect(call.question()?.id).toBe('criteria');
  const mild = callerOf('mild-drinker');
  await call.answer(mild('criteria'));
  const review = await call.talk(mild);
  expect(review).toMatch(/possible: Outpatient$/m);
  await call.choose(/^accept everything/);
  const { summary } = await call.printed();
  expect([summary.settled, summary.level.id]).toEqual([true, level]);
});

/** At the review, to where the reason for another level is asked. */
async function chooseLevel(call: TakenCall, level: keyof typeof content.care.levels): Promise<string> {
  await call.talk(DRINKER);
  await call.choose('choose another level');
  return call.choose(inLanguage(content.care.levels[level].name, 'en'));
}

test.each(SIZES)(
  '%s: less than the rules ask for needs a reason and a note; the summary has both levels',
  async (_, size) => {
    const call = await takeCall({ size });
    await chooseLevel(call, 'outpatient');
    await call.choose(OVERRIDE_LABELS['caller-preference']);
    const before = call.journal().length;
    const refused = await call.press(KEY.enter);
    expect(refused).toContain('This choice needs a note');
    expect(call.journal().length).toBe(before);
    const note = 'cannot leave work on three days';
    expect(await call.press(note, KEY.enter)).toContain('Chosen instead of the level by the rules');
    await call.choose(/^accept everything/);
    const { summary, text } = await call.printed();
    expect(summary.override).toMatchObject({ level: 'outpatient', code: 'caller-preference', note });
    expect([summary.override?.byRules.id, summary.level.kind, summary.level.id]).toEqual([
      'iop',
      'chosen',
      'outpatient',
    ]);
    expect(text).toContain(note);
    expect(text).toContain(summary.override?.byRules.headline);
  },
);

test.each(SIZES)(
  '%s: more than the rules ask for needs a reason only, and an answer that changes the levels takes it back',
  async (_, size) => {
    const call = await takeCall({ size });
    await chooseLevel(call, 'php');
    await call.choose(OVERRIDE_LABELS['no-opening']);
    await call.press(KEY.enter);
    expect(call.journal().at(-1)?.event).toEqual({ kind: 'overrode', override: { level: 'php', code: 'no-opening' } });
    await call.jump('criteria');
    const changed = await call.answer(callerOf('mild-drinker')('criteria'));
    expect(changed).toContain('the other level is taken back');
    await call.talk(callerOf('mild-drinker'));
    await call.choose(/^accept everything/);
    const { summary } = await call.printed();
    expect([summary.override, summary.level.id]).toEqual([null, 'outpatient']);
  },
);

/** What was asked about the wrong person: safety questions that are put in other words, age, and place. */
const OF_A_PERSON = questions
  .filter(({ safety, sayForOther, uses }) => {
    const isWordedTwice = safety && sayForOther !== undefined;
    return isWordedTwice || uses.some((use) => ['age', 'location', 'state', 'postal_code'].includes(use));
  })
  .map(({ id }) => id);

test.each(SIZES)(
  '%s: in the middle it turns out that somebody else is meant: nothing is lost, what was about the wrong person is asked again',
  async (_, size) => {
    const other = callerOf('moderate-drinker', { role: said('other'), can_answer_for_them: said('yes') });
    const call = await takeCall({ size });
    await call.talk(DRINKER, (question) => question === 'drinks_per_day');
    const before = answered(call);
    const written = call.journal().length;
    await call.press(KEY.escape);
    await call.choose('the caller is calling about someone else');
    await call.choose('yes, ask those again');
    await call.talk(other, (question) => question === 'age');
    expect(call.screen()).toContain(inLanguage(questionOf('age').sayForOther ?? '?', 'en'));
    expect(call.screen()).toContain('Enter: keeps `35`');
    await call.talk(other);
    const later = answered(call, written);
    expect(later).toContain('can_answer_for_them');
    expect(OF_A_PERSON.length).toBeGreaterThan(9);
    expect(later.filter((id) => before.includes(id)).toSorted()).toEqual(['role', ...OF_A_PERSON].toSorted());
    await call.choose(/^accept everything/);
    expect((await call.printed()).summary.level.id).toBe(expectationOf('moderate-drinker').level);
  },
);

test.each<readonly [string, Size]>(SIZES)(
  '%s: a note, another wording and a refused answer leave the question as it was, and the call goes on in another window',
  async (_, size) => {
    const call = await takeCall({ size });
    await call.talk(DRINKER, (question) => question === 'alcohol_days');
    const { probe } = questionOf('alcohol_days');
    const other = await call.press(ctrl('o'));
    expect(other.replace(/\n│ +/g, ' ')).toContain(inLanguage(probe ?? '?', 'en'));
    await call.press(ctrl('o'), ctrl('k'));
    await call.press('says it varies', KEY.enter);
    expect(call.question()?.id).toBe('alcohol_days');
    expect(call.journal().at(-1)?.event).toEqual({ kind: 'noted', question: 'alcohol_days', text: 'says it varies' });
    const written = call.journal().length;
    const refused = await call.press('31', KEY.enter);
    expect(refused).toMatch(/^> 31│/m);
    expect(call.journal().length).toBe(written);
    await call.press(KEY.backspace, KEY.backspace);
    await call.answer(UNSURE);
    expect(answered(call).at(-1)).toBe('alcohol_days');
    await call.press(ctrl('d'));
    expect((await call.ended).output).toBeUndefined();
    const resumed = await takeCall({
      size: size === SMALL ? WIDE : SMALL,
      home: call.home,
      resume: idIn(await call.ended),
    });
    expect(resumed.question()?.id).toBe('drinks_per_day');
  },
);

function idIn({ notes }: Awaited<TakenCall['ended']>): string {
  return /--resume (\S+)/.exec(notes)?.[1] ?? 'none';
}
