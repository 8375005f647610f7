import { expect, test } from 'vitest';
import { GRAPH_COLOURS, GRAPH_STYLE } from '../../src/render/graph-style.ts';

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours (WCAG 2.2), from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

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
