/**
 * A graph as one SVG picture that needs nothing else: no script, no font, no address. Texts are texts, so that they can be searched,
 * copied and read aloud.
 */

import type { Graph, GraphNode } from '../analysis/graph-model.ts';
import { arrow, drawnEdge, drawnLabel } from './graph-arrows.ts';
import { GROUP_TITLE, LINE, layoutGraph, type PlacedBox, type PlacedEdge, type PlacedGroup } from './graph-layout.ts';
import { legend } from './graph-legend.ts';
import { outline, rounded } from './graph-shapes.ts';
import { GRAPH_STYLE } from './graph-style.ts';
import { type Content, element, type Markup, spelled, styleSheet } from './html.ts';
import { wrapped } from './letter-widths.ts';

const MARGIN = 28;
const NARROWEST = 560;
const TITLE = { size: 24, bold: true } as const;
const NOTE = { size: 14, bold: false } as const;

/** Renders a graph as a complete SVG document. */
export function graphSvg(graph: Graph): string {
  const picture = layoutGraph(graph);
  const inner = Math.max(picture.width, NARROWEST);
  const head = heading(graph, inner);
  const top = MARGIN + head.height;
  const key = legend(graph, MARGIN, top + picture.height + MARGIN, inner);
  const width = Math.ceil(inner + 2 * MARGIN);
  const height = Math.ceil(top + picture.height + MARGIN + key.height + MARGIN);
  const names = new Map(graph.nodes.map((node) => [node.id, node.heading]));
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      lang: graph.language,
      role: 'graphics-document document',
      'aria-roledescription': 'diagram',
      'aria-labelledby': 'graph-title graph-desc',
    },
    element('title', { id: 'graph-title' }, graph.title),
    element('desc', { id: 'graph-desc' }, graph.about),
    styleSheet(GRAPH_STYLE),
    element('rect', { class: 'page', width, height }),
    head.drawn,
    element(
      'g',
      { transform: `translate(${MARGIN} ${top})` },
      ...picture.ways.map((points) =>
        element('g', { class: 'edge follows', 'aria-hidden': 'true' }, arrow(points, false)),
      ),
      ...picture.groups.map((group) => drawnGroup(group, names)),
    ),
    key.drawn,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.markup}\n`;
}

/** Title and explanation; a reader of the screen hears both from the document. */
function heading({ title, about }: Graph, width: number): { readonly drawn: Markup; readonly height: number } {
  const titles = wrapped(spelled(title), width, TITLE);
  const notes = wrapped(spelled(about), Math.min(width, 900), NOTE);
  const foot = titles.length * 30;
  const drawn = element(
    'g',
    { 'aria-hidden': 'true' },
    ...titles.map((line, index) => textAt('title', MARGIN, MARGIN + 22 + index * 30, line)),
    ...notes.map((line, index) => textAt('note', MARGIN, MARGIN + foot + 16 + index * 20, line)),
  );
  return { drawn, height: foot + notes.length * 20 + 24 };
}

function drawnGroup(
  { group, titleLines, boxes, edges, ...area }: PlacedGroup,
  names: ReadonlyMap<string, string>,
): Markup {
  const { x, y, width, height } = area;
  const isFramed = titleLines.length > 0;
  const frame = element('rect', {
    class: 'frame',
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(height),
    rx: 10,
  });
  return element(
    'g',
    isFramed ? { role: 'group', 'aria-label': group.title } : { class: 'bare' },
    ...(isFramed ? [frame] : []),
    ...titleLines.map((line, index) =>
      textAt('group-title', x + 16, y + GROUP_TITLE.size + 12 + index * LINE.group, line),
    ),
    ...edges.map((edge) => drawnArrow(edge, names)),
    ...boxes.map(drawnBox),
    ...edges.flatMap(({ label }) => (label === undefined ? [] : [drawnLabel(label)])),
  );
}

/** The arrow says in one sentence what it tells; its label is drawn later, above all lines, and hidden from readers of the screen. */
function drawnArrow(placed: PlacedEdge, names: ReadonlyMap<string, string>): Markup {
  const { from, to, kind, label } = placed.edge;
  const [start = '', end = ''] = [names.get(from), names.get(to)];
  const words =
    kind === 'then' ? `${start}, then ${end}` : `${end} depends on ${start}${label === '' ? '' : `: ${label}`}`;
  return element('g', { class: `edge ${kind}`, role: 'img', 'aria-label': words }, drawnEdge(placed));
}

function drawnBox({ box, ...area }: PlacedBox): Markup {
  const { node, lines } = box;
  return element(
    'g',
    { class: classOf(node), role: 'img', 'aria-label': spoken(node) },
    outline(node.kind, area),
    ...lines.map(({ look, text, x, y }) => textAt(look, area.x + x, area.y + y, text)),
  );
}

function classOf({ kind, weight, marks }: GraphNode): string {
  return ['node', kind, weight, ...(marks.includes('stop') ? ['stop'] : [])].join(' ');
}

function spoken({ heading: name, marks, text, details }: GraphNode): string {
  return [name, ...marks, text, ...details].filter((part) => part !== '').join('. ');
}

function textAt(name: string, x: number, y: number, ...content: readonly Content[]): Markup {
  return element('text', { class: name, x: rounded(x), y: rounded(y) }, ...content);
}
