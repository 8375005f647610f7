/** Whatever a questionnaire or an author says, a picture is a picture: well-formed, complete, and made of nothing but text. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '../../src/analysis/graph-model.ts';
import { policyGraph } from '../../src/analysis/graph-policy.ts';
import { questionsGraph } from '../../src/analysis/graph-questions.ts';
import { ruleGraph } from '../../src/analysis/graph-rule.ts';
import { holds, type ReadFact } from '../../src/conditions/evaluate.ts';
import type { Condition, FactValue } from '../../src/conditions/model.ts';
import { visitTests } from '../../src/conditions/reads.ts';
import { derivedValue } from '../../src/questionnaire/complete-caller.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { graphMermaid } from '../../src/render/graph-mermaid.ts';
import { graphSvg } from '../../src/render/graph-svg.ts';
import { spelled } from '../../src/render/html.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { randomGraph } from '../render/random-graph.ts';
import { type Node, named, readMarkup, textOf } from '../render/read-markup.ts';
import { small, valuesOf } from './small-policies.ts';

const { care, emergency } = await shippedContent();

const svgOf = (graph: Graph): Node =>
  readMarkup(
    graphSvg(graph)
      .replace(/^<\?xml [^>]*>\n/, '')
      .trimEnd(),
  );

const classed = (node: Node, name: string): readonly Node[] =>
  ['g', 'text', 'rect'].flatMap((kind) =>
    named(node, kind).filter(({ attributes }) => attributes.get('class')?.split(' ').includes(name)),
  );

const letters = (text: string): string => spelled(text).replace(/\s+/g, '');

test('an SVG picture is well-formed, shows every letter of every text, and nothing in it acts', () => {
  fc.assert(
    fc.property(randomGraph, (graph) => {
      const svg = svgOf(graph);
      const nodes = classed(svg, 'node');
      expect(nodes).toHaveLength(graph.nodes.length);
      // Groups and nodes keep their order, so that a node is known by its place.
      const inOrder = graph.groups.flatMap(({ id }) => graph.nodes.filter(({ group }) => group === id));
      for (const [index, { heading, text, details, marks }] of inOrder.entries()) {
        const drawn = nodes[index] === undefined ? [] : named(nodes[index], 'text');
        const shown = (look: string): string =>
          drawn
            .filter(({ attributes }) => attributes.get('class') === look)
            .map(textOf)
            .join('')
            .replace(/\s+/g, '');
        expect([shown('heading'), shown('text'), shown('detail')]).toEqual([
          letters(heading),
          letters(text),
          letters(details.join('')),
        ]);
        expect(shown('mark')).toBe(letters(marks.join('·')));
      }
      expect(classed(svg, 'edge').length).toBeGreaterThanOrEqual(graph.edges.length);
      expect(['script', 'a', 'image', 'foreignObject', 'use'].flatMap((name) => named(svg, name))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

/** Every line that a Mermaid text of ours may have; a label holds no sign that could end it. */
const LABEL = `"(?:<b>|</b>|<br/>|<wbr/>|#\\d+;|[^"<>#;\\[\\]{}|\`&\\\\$%@=~])*"`;
const LINES = [
  /^%% [^"#;<>{}[\]|`]*$/,
  /^flowchart (TB|LR)$/,
  /^ {2}acc(Title|Descr): [^"#;<>{}[\]|`]*$/,
  new RegExp(`^ {2}subgraph g\\d+\\[${LABEL}\\]$`),
  /^ {4}direction LR$/,
  /^ {2}end$/,
  new RegExp(`^ {2,4}n\\d+(?:\\(\\[|\\[\\[|\\(\\(|\\{\\{|[([>])${LABEL}(?:\\]\\)|\\]\\]|\\)\\)|\\}\\}|[)\\]])$`),
  /^ {2}n\d+ (==>|-->) n\d+$/,
  new RegExp(`^ {2}n\\d+ -->\\|${LABEL}\\| n\\d+$`),
  /^ {2}g\d+ (==>|~~~) g\d+$/,
  /^ {2}classDef (faint|possible|strong) stroke-[a-z]+:[0-9px ]+$/,
  /^ {2}class n\d+(,n\d+)* (faint|possible|strong)$/,
];

test('a Mermaid text has lines of these forms only, one for each node, arrow and group', () => {
  fc.assert(
    fc.property(randomGraph, (graph) => {
      const lines = graphMermaid(graph).trimEnd().split('\n');
      expect(lines.filter((line) => !LINES.some((form) => form.test(line)))).toEqual([]);
      const count = (form: RegExp): number => lines.filter((line) => form.test(line)).length;
      expect(count(/^ {2,4}n\d+[([{>]/)).toBe(graph.nodes.length);
      expect(count(/^ {2}n\d+ (==>|-->)/)).toBe(graph.edges.length);
      expect(count(/^ {2}end$/)).toBe(graph.groups.length);
    }),
    { numRuns: 1000 },
  );
});

test('the pictures of any questionnaire and policy can be drawn, each node in a group and each arrow within one', () => {
  fc.assert(
    fc.property(small, ({ questionnaire, policy }) => {
      const view = { questionnaire, policy, care, emergency, language: 'en' };
      const script = questionsGraph(view);
      expect(classed(svgOf(script), 'node')).toHaveLength(script.nodes.length);
      const graphs = [script, policyGraph(view), ...policy.rules.map((rule) => ruleGraph(rule, view))];
      for (const graph of graphs) {
        const ids = graph.nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(graph.edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
        const groupOf = new Map(graph.nodes.map(({ id, group }) => [id, group]));
        expect(graph.edges.filter(({ from, to }) => groupOf.get(from) !== groupOf.get(to))).toEqual([]);
        expect(graph.groups.map(({ id }) => id).sort()).toEqual([...new Set(groupOf.values())].sort());
        expect(graphMermaid(graph).match(/^ +n\d+[([{>]/gm) ?? []).toHaveLength(ids.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the picture of a rule shows every question on which the rule depends, and none that its condition never names', () => {
  let shownInAll = 0;
  fc.assert(
    fc.property(small, ({ questionnaire, policy }) => {
      const callers = Array.from({ length: 24 }, (_, turn) => spread(questionnaire, turn));
      for (const rule of policy.rules) {
        const graph = ruleGraph(rule, { questionnaire, policy, care, emergency, language: 'en' });
        const shown = new Set(
          graph.nodes.flatMap(({ kind, id }) => (kind === 'question' ? [id.slice('question '.length)] : [])),
        );
        const namedIds = namedBehind(rule.when, questionnaire);
        expect([...shown].filter((id) => !namedIds.has(id))).toEqual([]);
        const hidden = questionnaire.questions.filter(({ id }) => !shown.has(id));
        const telling = hidden.filter(({ id, kind }) =>
          callers.some((values) => {
            const answers = valuesOf(kind).map((value) =>
              holds(rule.when, ungated(questionnaire, new Map([...values, [id, value]]))),
            );
            return new Set(answers).size > 1;
          }),
        );
        expect(telling.map(({ id }) => id)).toEqual([]);
        shownInAll += shown.size;
      }
    }),
    { numRuns: 1000 },
  );
  expect(shownInAll).toBeGreaterThan(1000);
});

/** A caller with a value for every question; each turn takes others. */
function spread({ questions }: Questionnaire, turn: number): ReadonlyMap<string, FactValue> {
  return new Map(
    questions.flatMap(({ id, kind, index }) => {
      const values = valuesOf(kind);
      const value = values[(turn * (2 * index + 1) + index) % values.length];
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
}

/** Facts of a caller for whom every question applies: a picture of a rule says beside a question when it is asked. */
function ungated(questionnaire: Questionnaire, values: ReadonlyMap<string, FactValue>): ReadFact {
  const read: ReadFact = (id) => {
    const fact = questionnaire.facts.find((one) => one.id === id);
    return fact === undefined ? values.get(id) : derivedValue(fact, read);
  };
  return read;
}

/** The questions that a condition names, by way of facts as well. */
function namedBehind(condition: Condition, questionnaire: Questionnaire): ReadonlySet<string> {
  const ids = new Set<string>();
  visitTests(condition, ({ id }) => {
    const fact = questionnaire.facts.find((one) => one.id === id);
    if (fact === undefined) ids.add(id);
    else for (const { when } of fact.branches) for (const other of namedBehind(when, questionnaire)) ids.add(other);
  });
  return ids;
}
