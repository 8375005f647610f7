/** A graph whose texts try to be something else than text. */

import type { Graph, NodeKind } from '../../src/analysis/graph-model.ts';

/** What an author may write, and what must be read of it. */
export const NASTY: readonly string[] = [
  'end',
  'a "quoted" word',
  "it's `code` and ```fences```",
  '<script>alert(1)</script>',
  '<b>bold</b> & <br/> more',
  '&lt; &amp; &#35; #35; #quot; #9829;',
  '# heading',
  '1. first',
  '- item and * item and + item',
  '**bold** _italic_ ~~gone~~ __init__',
  '[link](https://example.org) ![x](y)',
  '$$x^2$$',
  'a --> b; c | d',
  'subgraph x{{y}} ((z)) [[w]] %% comment',
  'click n0 "https://example.org"',
  'javascript:alert(1)',
  'fa:fa-phone icon',
  'a\\nb \\u0041',
  '--- and === and ~~~',
  '@{ shape: circle }',
  ':::faint',
  'ﬂ°°35¶ß',
  'Grüße, ¿qué tal?, 日本語, שלום, 👍🏽',
];

const KINDS: readonly NodeKind[] = ['question', 'elsewhere', 'fact', 'junction', 'rule', 'level', 'ending'];

/** One node for each nasty text, which is its heading, its text and its detail; arrows from each to the next, in two groups. */
export const nastyGraph: Graph = {
  title: 'A "title" with <b>marks</b>: #1; `end`',
  about: 'Something: with #59; { braces } and "quotes".',
  language: 'en',
  nodes: NASTY.map((text, index) => ({
    id: `node ${text}`,
    kind: KINDS[index % KINDS.length] ?? 'question',
    group: index < NASTY.length / 2 ? 'left' : 'right',
    heading: text,
    text,
    details: [text],
    marks: index % 3 === 0 ? ['safety', 'stop'] : [],
    weight: (['usual', 'faint', 'strong'] as const)[index % 3] ?? 'usual',
  })),
  edges: NASTY.slice(1).flatMap((text, index) =>
    index + 1 === Math.ceil(NASTY.length / 2)
      ? []
      : [{ from: `node ${NASTY[index]}`, to: `node ${text}`, kind: 'reads' as const, label: text }],
  ),
  groups: [
    { id: 'left', title: 'A "group" <i>of</i> #1; `end`', isOrdered: true },
    { id: 'right', title: '1. end', isOrdered: false },
  ],
  isSequence: true,
};
