/** Random graphs with texts of every kind, for whatever draws them. */

import fc from 'fast-check';
import type { Graph, GraphEdge, GraphNode, NodeKind } from '../../src/analysis/graph-model.ts';
import { NASTY } from './nasty-graph.ts';

const KINDS: readonly NodeKind[] = ['question', 'elsewhere', 'fact', 'junction', 'rule', 'level', 'ending'];

/** Any characters at all, halves of characters and commands among them; often what a format could take for its own. */
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(...'"#&;<>[](){}|`\\$%@:-=~.*_ \n\tendﬂ°¶ß\ud800\u202e\u0000'.split('')),
    minLength: 1,
    maxLength: 20,
  }),
  fc.constantFrom(...NASTY),
);

const node = (index: number, groups: number): fc.Arbitrary<GraphNode> =>
  fc.record({
    id: fc.constant(`node ${index}`),
    kind: fc.constantFrom(...KINDS),
    group: fc.integer({ min: 0, max: groups - 1 }).map((place) => `group ${index < groups ? index : place}`),
    heading: text,
    text: fc.option(text, { nil: '' }),
    details: fc.array(text, { maxLength: 2 }),
    marks: fc.subarray(['safety', 'stop', 'restricted', 'open'] as const),
    weight: fc.constantFrom('faint', 'possible', 'usual', 'strong'),
  });

/** A graph with up to three groups, none empty, whose arrows lead from earlier nodes to later ones of the same group. */
export const randomGraph: fc.Arbitrary<Graph> = fc
  .record({ groups: fc.integer({ min: 1, max: 3 }), more: fc.integer({ min: 0, max: 5 }) })
  .chain(({ groups, more }) =>
    fc.record({
      title: text,
      about: text,
      language: fc.constantFrom('en', 'es'),
      nodes: fc.tuple(...Array.from({ length: groups + more }, (_, index) => node(index, groups))),
      labels: fc.array(fc.option(text, { nil: '' }), { minLength: 12, maxLength: 12 }),
      titles: fc.array(text, { minLength: groups, maxLength: groups }),
      isOrdered: fc.boolean(),
      isSequence: fc.boolean(),
    }),
  )
  .map(({ labels, titles, isOrdered, ...rest }) => ({
    ...rest,
    edges: edgesAmong(rest.nodes, labels),
    groups: titles.map((title, index) => ({ id: `group ${index}`, title, isOrdered })),
  }));

/** As many arrows as there are labels, as long as there are pairs. */
function edgesAmong(nodes: readonly GraphNode[], labels: readonly string[]): readonly GraphEdge[] {
  const pairs = nodes.flatMap((to, index) =>
    nodes.slice(0, index).flatMap((from) => (from.group === to.group ? [{ from: from.id, to: to.id }] : [])),
  );
  return pairs.slice(0, labels.length).map((pair, index) => {
    const isThen = index % 4 === 3;
    return { ...pair, kind: isThen ? 'then' : 'reads', label: isThen ? '' : (labels[index] ?? '') };
  });
}
