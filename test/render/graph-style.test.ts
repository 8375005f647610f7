import { expect, test } from 'vitest';
import { GRAPH_COLOURS, GRAPH_STYLE } from '../../src/render/graph-style.ts';
import { contrast } from './contrast.ts';

test.each(Object.entries(GRAPH_COLOURS))('on %s every text can be read and every shape be seen', (_name, colours) => {
  const { page, frame, box, fact, text, faint, accent, alarm, line, rule } = colours;
  for (const ground of [page, frame, box, fact]) {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(faint, ground)).toBeGreaterThanOrEqual(4.5);
  }
  for (const mark of [accent, alarm]) expect(contrast(mark, box)).toBeGreaterThanOrEqual(4.5);
  for (const shape of [line, accent, alarm, rule, faint])
    for (const ground of [page, frame]) expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3);
});

test('the style sheet loads nothing and needs no variables', () => {
  expect(GRAPH_STYLE).not.toMatch(/var\(|url\(|@import|@font-face/);
});
