/** Explanations as text and Markdown: narrow enough, in one order, and with what to do first on top. */

import { expect, test } from 'vitest';
import { explain } from '../../src/analysis/explain.ts';
import { decide } from '../../src/decision/decide.ts';
import { cells } from '../../src/render/cells.ts';
import { explanationOutline } from '../../src/render/explain-outline.ts';
import { outlineMarkdown } from '../../src/render/outline-markdown.ts';
import { outlineText } from '../../src/render/outline-text.ts';
import { unpainted } from '../../src/render/palette.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { workedInputs } from './worked-summaries.ts';

const content = await shippedContent();
const worked = await workedInputs(content, ['intake-line', 'pride-institute']);
const explanations = worked
  .filter((_, index) => index % 8 === 0)
  .map(({ name, input, compiled }) => ({ name, explanation: explain(input, compiled, 'residential') }));

test.each([80, 45])('no line is wider than %i columns, and nothing is undefined', (width) => {
  for (const { name, explanation } of explanations) {
    const text = outlineText(explanationOutline(explanation), { width, paint: unpainted });
    expect([name, text.split('\n').filter((line) => cells(line) > width)]).toEqual([name, []]);
    expect(text).not.toMatch(/undefined|null|NaN/);
  }
});

test('the Markdown has every heading of the outline in its order, and a line for each of its lines', () => {
  for (const { explanation } of explanations) {
    const outline = explanationOutline(explanation);
    const markdown = outlineMarkdown(outline);
    const headings = [...markdown.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(outline.sections.map(({ title }) => title));
    const items = outline.sections.flatMap((section) => section.items);
    expect(markdown.split('\n').filter((line) => /\S/.test(line)).length).toBe(
      2 + headings.length + items.length + outline.notices.length,
    );
  }
});

test('of the rules that may still hold those with the highest level come first', () => {
  const [{ input, compiled } = { input: undefined, compiled: undefined }] = worked;
  if (input === undefined) throw new Error('no case');
  const answers = { ...input.answers, values: new Map([['role', 'self']]) };
  const explanation = explain({ ...input, answers, decision: decide(compiled, answers) }, compiled, undefined);
  const items = explanationOutline(explanation).sections.find(({ title }) => title === 'Only possible')?.items ?? [];
  const emergencies = explanation.rules.filter(({ level }) => level?.id === 'emergency').map(({ because }) => because);
  expect(items.filter(({ mark }) => mark === 'bullet').map(({ text }) => text)).toEqual(emergencies.slice(0, 5));
});

test('an emergency and how a call ends come before the level, the level before its reasons', () => {
  const order = ['Emergency', 'This call', 'Level of care', 'Why this level', 'First steps', 'Why not another level'];
  for (const { explanation } of explanations) {
    const titles = explanationOutline(explanation).sections.map(({ title }) => title);
    const known = titles.filter((title) => order.includes(title));
    expect(known).toEqual(order.filter((title) => titles.includes(title)));
    if (explanation.emergency !== null) expect(titles[0]).toBe('Emergency');
  }
});
