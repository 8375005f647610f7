/** A call in Spanish at a real terminal, from the first words to the summary, with the language switched on the way. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { callerOf } from '../calls/callers.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import { type Desks, openDesks, prompted, sayLine, typeLine } from './at-a-shell.ts';
import { nameOf, see, step, takeCall } from './counselor.ts';
import { ctrl, type Pane } from './tmux.ts';

let desks: Desks;
beforeAll(async () => {
  desks = await openDesks();
});
afterAll(() => desks.close());

/** The first question. */
const SPANISH = /Qué bueno que llamó/;
const ENGLISH = /glad you called/;

test('a whole call line by line: the summary is in the language spoken last', async () => {
  const lines = typedCall('iop');
  const middle = Math.floor(lines.length / 2);
  for (const [begins, then, summary] of [
    ['en', 'es', /SEGUIMIENTO/],
    ['es', 'en', /SOURCES/],
  ] as const) {
    const pane = await desks.open().typed(`interview --plain --language ${begins} --today 2026-11-22`);
    await prompted(pane);
    expect(await pane.screen()).toMatch(begins === 'es' ? SPANISH : ENGLISH);
    for (const line of [...lines.slice(0, middle), `/language ${then}`, ...lines.slice(middle, -1)])
      await sayLine(pane, line);
    await typeLine(pane, lines.at(-1) ?? '');
    await pane.until(/^status 0$/m);
    const all = await pane.everything();
    const [, said = ''] = all.split(`/language ${then}`);
    expect(said).toMatch(summary);
    expect(said).not.toMatch(then === 'es' ? /LATER|SOURCES/ : /SEGUIMIENTO|FUENTES/);
  }
}, 240_000);

test('a whole call screen by screen, from the greeting to the summary: asked in Spanish, switched once in the middle', async () => {
  const caller = callerOf('moderate-drinker');
  for (const [begins, heading, other] of [
    ['en', /^NIVEL +Programa ambulatorio intensivo/im, /^LEVEL|SOURCES|FOLLOW-UP/m],
    ['es', /^LEVEL +Intensive outpatient program \(IOP\)$/m, /^NIVEL|FUENTES|SEGUIMIENTO/m],
  ] as const) {
    const desk = desks.open();
    const pane = await desk.typed(`interview --language ${begins} --today 2026-11-22`);
    let before = await pane.until(begins === 'es' ? SPANISH : ENGLISH);
    const middle = await takeCall(pane, caller, 'drinks_per_day');
    expect(nameOf(middle)).toBe('drinks_per_day');
    before = await pane.screen();
    await pane.type(ctrl('y'));
    const after = await pane.until(begins === 'es' ? /\^E emergency/ : /\^E emergencia/);
    expect(after).not.toBe(before);
    let seen = await see(pane, 'drinks_per_day'); // the same question, in the other language
    while (seen.kind !== 'over') {
      expect(await pane.screen()).not.toMatch(begins === 'es' ? /\^E emergencia|^Ayuda: /m : /\^E emergency|^Help: /m);
      seen = await step(pane, seen, caller);
    }
    const shown = await pane.everything();
    expect(shown).toMatch(heading);
    expect(shown).not.toMatch(other);
    expect(shown).toMatch(/^status 0$/m);
    const events = desk.calls.events(desk.calls.single());
    expect(events.filter(({ kind }) => kind === 'spoke')).toHaveLength(1);
    expect(events.at(-1)).toEqual({ kind: 'reviewed' });
  }
}, 240_000);

/** An emergency's screen takes no key that may have been meant for the one before: one that came too early is pressed again. */
async function pressedUntil(pane: Pane, key: string, sign: RegExp): Promise<string> {
  for (let press = 0; press < 3; press++) {
    await pane.type(key);
    for (let look = 0; look < 300; look++) {
      const screen = await pane.screen();
      if (sign.test(screen)) return screen;
    }
  }
  return pane.until(sign);
}

test('screen by screen: the language changes on a question and in an emergency, and a redrawing key changes nothing', async () => {
  const pane = await desks.open().typed('interview --language es --today 2026-11-22');
  const spanish = await pane.until(SPANISH);
  expect(spanish).not.toMatch(/glad you called|\^E emergency|\^Y language/);
  await pane.type(ctrl('y'));
  const english = await pane.until(ENGLISH);
  expect(english).not.toMatch(/Qué bueno|idioma/);
  await pane.type(ctrl('l'));
  await pane.type(ctrl('e'));
  await pane.until(/!!! EMERGENCY !!!/);
  const panel = await pressedUntil(pane, ctrl('y'), /!!! EMERGENCIA !!!/);
  expect(panel).toContain('Se necesita ayuda ahora');
  expect(panel).not.toMatch(/more lines|Help is needed/);
  await pane.close();
}, 60_000);
