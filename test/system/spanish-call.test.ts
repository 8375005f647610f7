/** A call in Spanish at a real terminal, from the first words to the summary, with the language switched on the way. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { typedCall } from '../fixtures/typed-call.ts';
import { type Desks, openDesks, prompted, sayLine, typeLine } from './at-a-shell.ts';
import { ctrl } from './tmux.ts';

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
  await pane.type(ctrl('y'));
  const panel = await pane.until(/!!! EMERGENCIA !!!/);
  expect(panel).toContain('Se necesita ayuda ahora');
  expect(panel).not.toMatch(/more lines|Help is needed/);
  await pane.close();
}, 60_000);
