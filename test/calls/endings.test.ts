import { expect, test } from 'vitest';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { KEY } from '../io/virtual-terminal.ts';
import { CUT_SHORT, callerOf, content, expectationOf, isSilent, questionnaire, said } from './callers.ts';
import { callIn, type Printed, SIZES, takeCall } from './take-call.ts';

const { questions, dispositions } = questionnaire;

function dispositionOf(id: string): {
  readonly title: string;
  readonly say: string;
  readonly steps: readonly string[];
} {
  const found = dispositions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no disposition ${id}`);
  return {
    title: inLanguage(found.title, 'en'),
    say: spaced(inLanguage(found.say, 'en')),
    steps: found.steps.map((step) => spaced(inLanguage(step, 'en'))),
  };
}

/** A text without its line breaks, the bars of what is read aloud and the dots of lists. */
function spaced(text: string): string {
  return text
    .replace(/\n[│•]? */g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The end is in the summary and in print, with what to say and do; no level is. */
function expectEnding({ text, summary }: Printed, id: string): void {
  const { title, say, steps } = dispositionOf(id);
  expect([summary.ending?.id, summary.call?.disposition, summary.level.id]).toEqual([id, id, null]);
  expect(summary.emergency).toBeNull();
  for (const words of [title, say, ...steps]) expect(text).toContain(words);
}

test.each(SIZES)(
  '%s: a minor is asked every safety question and gets no level and no adult program',
  async (_, size) => {
    const call = await takeCall({ size });
    const screen = await call.talk(callerOf('sixteen'));
    expect(spaced(screen)).toContain(inLanguage(dispositionOf('youth').say, 'en'));
    const asked = call.journal().flatMap(({ event }) => (event.kind === 'answered' ? [event.question] : []));
    expect(asked).toEqual(expect.arrayContaining(questions.filter(({ safety }) => safety).map(({ id }) => id)));
    expect(asked).not.toContain('substances');
    await call.choose('end the call so');
    const printed = await call.printed();
    expectEnding(printed, 'youth');
    expect([printed.summary.referral, printed.summary.fallback.offer]).toEqual([null, null]);
  },
);

test.each(SIZES)('%s: somebody who does not know the facts gets help for themselves and no level', async (_, size) => {
  const call = await takeCall({ size });
  const screen = await call.talk(callerOf('mother-of-unwilling-son'));
  expect(spaced(screen)).toContain(inLanguage(dispositionOf('third-party').say, 'en'));
  await call.choose('end the call so');
  const printed = await call.printed();
  expectEnding(printed, 'third-party');
  const certain = printed.summary.supports.filter(({ certainty }) => certainty === 'certain');
  expect(certain.map(({ id }) => id)).toEqual(expectationOf('mother-of-unwilling-son').supports);
});

test.each(SIZES)('%s: where talking is not safe the call ends at once, with what to say', async (_, size) => {
  const call = await takeCall({ size });
  const screen = await call.talk(callerOf('not-safe-to-talk-yet-unasked'));
  expect(spaced(screen)).toContain(inLanguage(dispositionOf('cannot-talk').say, 'en'));
  expect(screen).toContain('911');
  await call.choose('end the call so');
  expectEnding(await call.printed(), 'cannot-talk');
});

test('the calls that a counselor ends are of four kinds', () => {
  expect(CUT_SHORT.map(([, ending]) => ending).sort()).toEqual(['abusive', 'dropped', 'silent', 'wrong-service']);
});

test.each(SIZES.flatMap(([name, size]) => CUT_SHORT.map(([id, ending]) => [name, id, ending, size] as const)))(
  '%s: %s: the counselor ends the call from the menu as %s',
  async (_, id, ending, size) => {
    const call = await takeCall({ size });
    await call.talk(callerOf(id), isSilent(id));
    await call.press(KEY.escape);
    await call.choose('end the call without a level');
    const screen = await call.choose(inLanguage(dispositionOf(ending).title, 'en'));
    expect(spaced(screen)).toContain(inLanguage(dispositionOf(ending).say, 'en'));
    await call.choose('end the call so');
    expect(call.journal().at(-1)?.event).toEqual({ kind: 'ended', disposition: ending });
    expectEnding(await call.printed(), ending);
  },
);

/** What is asked again of somebody who was away: where they are, and whether they can talk there. */
const WHEREABOUTS = ['location', 'safe_to_talk'];

/** What to do about a seizure, in the words of the emergency file. */
const ACTION = inLanguage(content.emergency.actions['call-911'], 'en');

test.each(SIZES)(
  '%s: an emergency: the steps are on screen before the journal has the answer, and stand first in the summary',
  async (_, size) => {
    const call = await takeCall({ size });
    await call.talk(callerOf('seizure-yesterday'), (question) => question === 'withdrawal_now');
    const before = call.journal().length;
    const seen: { readonly screen: string; readonly written: number }[] = [];
    call.watch((screen) => seen.push({ screen, written: call.journal().length }));
    await call.answer(said(['seizure']));
    const first = seen.find(({ screen }) => screen.startsWith('!!! EMERGENCY !!!'));
    expect(first?.written).toBe(before);
    expect(spaced(first?.screen ?? '')).toContain(spaced(ACTION));
    expect(first?.screen).toMatch(/^911 · 988/m);
    expect(
      call
        .journal()
        .slice(before)
        .map(({ event }) => event),
    ).toEqual([{ kind: 'answered', question: 'withdrawal_now', reply: { said: ['seizure'] } }]);
    await call.choose(/^Ask "Where are you/);
    await call.choose(/^help has taken over/);
    const { text, summary } = await call.printed();
    expect(summary.decision.levels).toEqual(['emergency']);
    expect(text.indexOf(spaced(ACTION))).toBeGreaterThan(0);
    expect(text.indexOf(spaced(ACTION))).toBeLessThan(text.indexOf('WHY'));
    expect(summary.call?.state).toBe('stopped');
    expect(summary.call?.log.map(({ done }) => done)).toEqual([
      expect.stringContaining('Where are you right now?'),
      'help has taken over',
    ]);
  },
);

test.each(SIZES)(
  '%s: after an emergency the resumed call asks afresh about safety and whereabouts, and nothing else twice',
  async (_, size) => {
    const stopped = await takeCall({ size });
    await stopped.talk(callerOf('seizure-yesterday'));
    await stopped.choose(/^help has taken over/);
    await stopped.ended;
    const { home } = stopped;
    const before = stopped.journal();
    const answeredIn = (entries: typeof before): readonly string[] =>
      entries.flatMap(({ event }) => (event.kind === 'answered' ? [event.question] : []));
    const earlier = answeredIn(before);
    const safety = questions.filter((question) => question.safety).map(({ id }) => id);
    expect(earlier).toContain('age');

    const call = await takeCall({ size, home, resume: callIn(home) });
    expect(call.screen()).toContain(`call ${callIn(home)}, resumed`);
    expect(call.screen()).toContain('asked afresh');
    expect(call.question()?.id).toBe(safety[0]);
    await call.talk(callerOf('moderate-drinker'));
    const later = answeredIn(call.journal().slice(before.length));
    expect(later.filter((id) => earlier.includes(id) && !safety.includes(id)).toSorted()).toEqual(WHEREABOUTS);
    expect(later).toEqual(expect.arrayContaining(safety));
    expect(call.journal().slice(0, before.length)).toEqual(before);
    await call.choose(/^accept everything/);
    const { summary, text } = await call.printed();
    expect([summary.emergency, summary.settled, summary.level.id]).toEqual([null, true, 'iop']);
    expect(text).toContain('help has taken over');
  },
);

test('every answer is in the journal before the next question is on screen', async () => {
  const call = await takeCall();
  const late: string[] = [];
  let asked: string | undefined;
  call.watch(() => {
    const question = call.question()?.id;
    const saved = call.journal().map(({ event }) => (event.kind === 'answered' ? event.question : event.kind));
    if (asked !== undefined && question !== asked && !saved.includes(asked)) late.push(asked);
    asked = question;
  });
  await call.talk(callerOf('fentanyl-daily'));
  expect(late).toEqual([]);
  expect(call.journal().length).toBeGreaterThan(40);
});
