/** Whole calls with the built program at a real terminal, taken by somebody who reads the screen. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Question } from '../../src/questionnaire/model.ts';
import { callerOf } from '../calls/callers.ts';
import { type Desk, type Desks, GIVEN_BACK, inOneLine, openDesks } from './at-a-shell.ts';
import { answer, chooseRow, nameOf, see, seeNext, step, takeCall } from './counselor.ts';
import { ctrl, type Pane, type Size } from './tmux.ts';

let desks: Desks;
let desk: Desk;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks.close());
beforeEach(() => {
  desk = desks.open();
});

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

test.each(SIZES)('at $columns by $rows an IOP caller is led to the summary', async (size) => {
  const pane = await desk.typed('interview --today 2026-11-22', size);
  await takeCall(pane, callerOf('moderate-drinker'));
  const shown = await pane.everything();
  expect(shown).toMatch(/^LEVEL +Intensive outpatient program \(IOP\)$/m);
  expect(shown).toContain(`intakeline interview --resume ${desk.calls.single()}`);
  expect(shown).toMatch(/^status 0$/m);
  // Nothing of the screens is left beside the summary.
  expect(shown).not.toContain('glad you called');
  expect(await pane.modes()).toEqual(GIVEN_BACK);
  expect(desk.calls.events(desk.calls.single()).at(-1)).toEqual({ kind: 'reviewed' });
});

test.each(SIZES)(
  'at $columns by $rows a red flag stops the call, and resuming it asks for danger afresh',
  async (size) => {
    const pane = await desk.typed('interview', size);
    const stopped = await takeCall(pane, callerOf('seizure-yesterday'), 'emergency');
    expect(nameOf(stopped)).toBe('emergency');
    const steps = await pane.screen();
    expect(steps).toContain('911');
    await chooseRow(pane, 'help has taken over');
    await pane.until(/^status 0$/m);
    const before = desk.calls.answered(desk.calls.single());
    expect(before.at(-1)).toBe('withdrawal_now');
    expect(inOneLine(await pane.everything())).toContain('stopped as an emergency');

    const later = await desk.typed(`interview --resume ${desk.calls.single()}`, size);
    await see(later, 'danger_now');
    expect(await later.screen()).toContain('asked afresh: the earlier answer is not used');
    await takeCall(later, callerOf('moderate-drinker'));
    expect(await later.everything()).toMatch(/^LEVEL +Intensive outpatient program \(IOP\)$/m);
    const after = desk.calls.answered(desk.calls.single());
    expect(after.slice(0, before.length)).toEqual(before);
    const again = after.slice(before.length);
    expect(again).toEqual(expect.arrayContaining(['danger_now', 'body_now', 'withdrawal_now', 'self_harm']));
    expect(again).not.toContain('age');
  },
);

test('where half of the answers are unsure, the summary says what is possible and what to ask next', async () => {
  const out = join(desk.folder, 'summary.json');
  const pane = await desk.typed(`interview --format json --out ${out}`);
  await takeCall(pane, callerOf('half-unsure'));
  const { settled, decision, open } = JSON.parse(readFileSync(out, 'utf8'));
  expect(settled).toBe(false);
  expect(decision.levels.length).toBeGreaterThan(1);
  const reader = await desk.typed(`calls show ${desk.calls.single()}`);
  await reader.until(/^status 0$/m);
  const shown = inOneLine(await reader.everything());
  expect(shown).toContain('STILL OPEN');
  expect(shown).toContain(inOneLine(open.next.says));
});

test('back across a branch: what no longer applies is set aside, and stands again when the branch returns', async () => {
  const pane = await desk.typed('interview', { columns: 120, rows: 40 });
  const caller = callerOf('moderate-drinker');
  await takeCall(pane, caller, 'drinks_per_day');
  const noAlcohol = await answer(pane, await backTo(pane, 'substances'), { said: [] });
  expect(await pane.screen()).toMatch(/earlier answers? set aside: no longer applying/);
  expect(nameOf(noAlcohol)).not.toBe('drinks_per_day');
  const again = await step(pane, { kind: 'question', question: await backTo(pane, 'substances') }, caller);
  expect(nameOf(again)).toBe('drinks_per_day');
  await takeCall(pane, caller);
  expect(await pane.everything()).toMatch(/^LEVEL +Intensive outpatient program \(IOP\)$/m);
  const daysAnswered = desk.calls.answered(desk.calls.single()).filter((id) => id === 'alcohol_days');
  expect(daysAnswered).toHaveLength(1);
});

/** Goes back, a question at a time. */
async function backTo(pane: Pane, id: string): Promise<Question> {
  for (let seen = await see(pane); ; seen = await seeNext(pane, seen)) {
    if (seen.kind === 'question' && seen.question.id === id) return seen.question;
    await pane.type(ctrl('p'));
  }
}
