import { expect, test } from 'vitest';
import { COLOURS, SCORE_REPORT_STYLE } from '../../src/render/score-report-style.ts';
import { contrast } from './contrast.ts';

test('the measure is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(Object.entries(COLOURS))('on %s every text can be read and every shape be seen', (_name, colours) => {
  const { page, note, tint, text, faint, rule, solid, striped, dotted } = colours;
  for (const ground of [page, note, tint]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  for (const ground of [page, note]) expect(contrast(faint, ground)).toBeGreaterThanOrEqual(4.5);
  for (const shape of [rule, solid, striped, dotted, text]) expect(contrast(shape, page)).toBeGreaterThanOrEqual(3);
});

test('every colour of the style sheet has a name, and every name a colour', () => {
  const used = [...SCORE_REPORT_STYLE.matchAll(/var\(--([a-z]+)\)/g)].map(([, name]) => name);
  expect([...new Set(used)].sort()).toEqual(Object.keys(COLOURS.light).sort());
  const rules = SCORE_REPORT_STYLE.replace(/:root\{[^}]*\}/g, '');
  expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b/i);
});
