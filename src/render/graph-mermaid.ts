/** A graph in the language of Mermaid, which many sites and editors draw by themselves. */

import type { Graph, GraphEdge, GraphNode, NodeKind } from '../analysis/graph-model.ts';
import { spelled } from './html.ts';

/** The brackets that give each kind its shape. */
const BRACKETS: Readonly<Record<NodeKind, readonly [string, string]>> = {
  question: ['(', ')'],
  elsewhere: ['>', ']'],
  fact: ['{{', '}}'],
  junction: ['((', '))'],
  rule: ['[', ']'],
  level: ['[[', ']]'],
  ending: ['([', '])'],
};

/** Renders a graph as a Mermaid flowchart. Shapes and strokes tell kinds apart; colours are left to the theme, light or dark. */
export function graphMermaid(graph: Graph): string {
  const names = new Map(graph.nodes.map((node, index) => [node.id, `n${index}`]));
  const named = (id: string): string => names.get(id) ?? 'n0';
  return [
    `%% ${comment(graph.title)}`,
    `flowchart ${graph.groups.length > 1 ? 'TB' : 'LR'}`,
    ...spokenLine('accTitle', graph.title),
    ...spokenLine('accDescr', graph.about),
    ...graph.groups.flatMap(({ id, title }, index) => {
      const lines = graph.nodes.filter(({ group }) => group === id).map((node) => nodeLine(node, named(node.id)));
      return title === ''
        ? lines
        : [`  subgraph g${index}["${label(title)}"]`, '    direction LR', ...lines.map((line) => `  ${line}`), '  end'];
    }),
    ...graph.edges.map((edge) => edgeLine(edge, named)),
    ...graph.groups.slice(1).map((_, index) => `  g${index} ${graph.isSequence ? '==>' : '~~~'} g${index + 1}`),
    '  classDef faint stroke-dasharray:4 3',
    '  classDef possible stroke-dasharray:1 3',
    '  classDef strong stroke-width:3px',
    ...(['faint', 'possible', 'strong'] as const).flatMap((weight) => classLine(graph, weight, named)),
    '',
  ].join('\n');
}

/** What a screen reader is told; Mermaid refuses an empty one. */
function spokenLine(key: 'accTitle' | 'accDescr', text: string): readonly string[] {
  const words = comment(text);
  return words === '' ? [] : [`  ${key}: ${words}`];
}

function nodeLine({ kind, heading, marks, text, details }: GraphNode, name: string): string {
  const head = marks.length === 0 ? heading : `${heading} (${marks.join(', ')})`;
  const [open, close] = BRACKETS[kind];
  const lines = [`<b>${label(head)}</b>`, ...[text, ...details].filter((line) => line !== '').map(label)];
  return `  ${name}${open}"${lines.join('<br/>')}"${close}`;
}

function edgeLine({ from, to, kind, label: words }: GraphEdge, named: (id: string) => string): string {
  if (kind === 'then') return `  ${named(from)} ==> ${named(to)}`;
  return words === '' ? `  ${named(from)} --> ${named(to)}` : `  ${named(from)} -->|"${label(words)}"| ${named(to)}`;
}

function classLine(graph: Graph, weight: GraphNode['weight'], named: (id: string) => string): readonly string[] {
  const names = graph.nodes.filter((node) => node.weight === weight).map(({ id }) => named(id));
  return names.length === 0 ? [] : [`  class ${names.join(',')} ${weight}`];
}

/**
 * Text as part of a label. What could end it, begin markup or be read as Markdown is written as a numbered entity, as Mermaid
 * has them: `#35;` is a number sign.
 */
export function label(text: string): string {
  return spelled(text)
    .replace(/\s+/g, ' ')
    .split(SIGNS)
    .map((part) => part.replace(/[^\p{L}\p{M}\p{N} ,.:?!'()/·→–—’“”…_-]|\ufb02/gu, numbered))
    .join('<wbr/>')
    .replace(/^\s*(?:[-+*]|\d+\.)(?= )/, (start) => start.replace(/[-+*.]/, numbered));
}

/**
 * Where Mermaid finds formulas, line ends, icons and its own signs for entities, even written as entities: a place where a line
 * may break keeps them apart.
 */
const SIGNS = /(?<=\$)(?=\$)|(?<=\\)(?=n)|(?<=\bfa[a-z]?:)(?=fa-)|(?<=\ufb02)(?=°)|(?<=¶)(?=ß)/;

function numbered(character: string): string {
  return `#${character.codePointAt(0)};`;
}

/**
 * Text of a comment or of a title, where there are no entities: what could be read as syntax is left out. A semicolon would end
 * the line; the pause that it stands for is kept.
 */
function comment(text: string): string {
  return spelled(text)
    .replace(/;(?=\s|$)/g, ',')
    .replace(/[^\p{L}\p{M}\p{N} ,.:?!'()–—’-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
