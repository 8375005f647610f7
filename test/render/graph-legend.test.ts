import { expect, test } from 'vitest';
import type { Graph, Weight } from '../../src/analysis/graph-model.ts';
import { graphMermaid } from '../../src/render/graph-mermaid.ts';
import { graphSvg } from '../../src/render/graph-svg.ts';

const graphOf = (weight: Weight): Graph => ({
  title: 'One rule',
  about: 'One rule alone.',
  language: 'en',
  nodes: [{ id: 'a', kind: 'rule', group: 'g', heading: 'one', text: '', details: [], marks: [], weight }],
  edges: [],
  groups: [{ id: 'g', title: '', isOrdered: true }],
  isSequence: false,
});

test('the legend tells what may still come about from what did not', () => {
  const over = 'did not come about';
  const open = 'may still come about';
  const shown = (weight: Weight) => [over, open].filter((words) => graphSvg(graphOf(weight)).includes(words));
  expect([shown('faint'), shown('possible'), shown('usual'), shown('strong')]).toEqual([[over], [open], [], []]);
});

test('Mermaid draws what may still come about with a stroke of its own', () => {
  const text = graphMermaid(graphOf('possible'));
  expect(text).toMatch(/^ {2}class n0 possible$/m);
  const strokes = [...text.matchAll(/classDef (\w+) (.*)/g)].map(([, , stroke]) => stroke);
  expect([strokes.length, new Set(strokes).size]).toEqual([3, 3]);
});

test('what a screen reader is told of a picture keeps its pauses', () => {
  const graph = { ...graphOf('usual'), title: 'Policy: one', about: 'The rest holds: one; another. Is it "so"?' };
  expect(graphMermaid(graph)).toContain(
    '  accTitle: Policy: one\n  accDescr: The rest holds: one, another. Is it so ?\n',
  );
});
