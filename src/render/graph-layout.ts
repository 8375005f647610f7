/** Where everything of a picture stands: each group laid out by dagre from left to right, the groups in columns. */

import { type EdgeLabel, type GraphLabel, Graph as Layout, layout, type NodeLabel } from '@dagrejs/dagre';
import type { Graph, GraphEdge, GraphGroup } from '../analysis/graph-model.ts';
import { type Box, boxOf } from './graph-boxes.ts';
import { type Column, columnsOf } from './graph-columns.ts';
import { keepOrder, type Ranked } from './graph-order.ts';
import { fromSideToSide } from './graph-ports.ts';
import { spelled } from './html.ts';
import { widthOf, wrapped } from './letter-widths.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What takes room; `x` and `y` are its upper left corner. */
export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Area {
  readonly box: Box;
}

export interface PlacedLabel extends Area {
  readonly lines: readonly string[];
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
  readonly label: PlacedLabel | undefined;
}

export interface PlacedGroup extends Area {
  readonly group: GraphGroup;
  readonly titleLines: readonly string[];
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  /** From each group to the next, in a sequence. */
  readonly ways: readonly (readonly Point[])[];
}

export const LABEL = { size: 12, bold: false } as const;
export const GROUP_TITLE = { size: 17, bold: true } as const;
export const LINE = { label: 16, group: 24 } as const;

const LABEL_WIDTH = 170;
const LABEL_MARGIN = 4;
/** Room in a frame; at the left there is some for arrows that pass by boxes. */
const FRAME = { left: 34, right: 20, top: 16, bottom: 18 } as const;
const NARROWEST_FRAME = 240;
/** How far a passing arrow keeps from the boxes. */
const BESIDE = 18;

/** Lays out a whole graph. */
export function layoutGraph(graph: Graph): Picture {
  const groups = graph.groups.map((group) => layoutGroup(group, graph));
  const columns = columnsOf(groups);
  const moved = columns.flatMap(({ places }) => places.map(({ area, x, y }) => movedGroup(area, x, y)));
  return {
    width: Math.max(...moved.map(({ x, width }) => x + width)),
    height: Math.max(...moved.map(({ y, height }) => y + height)),
    groups: moved,
    ways: graph.isSequence ? waysThrough(moved, columns) : [],
  };
}

/** A group with its upper left corner at the origin. */
function layoutGroup(group: GraphGroup, graph: Graph): PlacedGroup {
  const boxes = graph.nodes.filter((node) => node.group === group.id).map(boxOf);
  const ids = new Set(boxes.map(({ node }) => node.id));
  const edges = graph.edges.filter(({ from }) => ids.has(from));
  const laid = laidOut(boxes, edges, group.isOrdered);
  const isFramed = group.title !== '';
  const width = Math.max(laid.width + (isFramed ? FRAME.left + FRAME.right : 0), isFramed ? NARROWEST_FRAME : 0);
  const titleLines = wrapped(spelled(group.title), width - FRAME.left, GROUP_TITLE);
  const left = isFramed ? FRAME.left : 0;
  const top = isFramed ? FRAME.top + titleLines.length * LINE.group : 0;
  const placed = laid.boxes.map((one) => moved(one, left, top));
  const drawn = laid.edges.map((one) => movedEdge(one, left, top));
  const then = edges.filter(({ kind }) => kind === 'then').map((edge) => passingEdge(edge, placed));
  return {
    group,
    titleLines,
    x: 0,
    y: 0,
    width,
    height: laid.height + top + (isFramed ? FRAME.bottom : 0),
    boxes: placed,
    edges: [...then, ...drawn],
  };
}

interface Laid {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
}

/** The boxes and the arrows that tell what is read; the order of questions has no say in where they stand. */
function laidOut(boxes: readonly Box[], edges: readonly GraphEdge[], isOrdered: boolean): Laid {
  const drawn = edges.filter(({ kind }) => kind === 'reads');
  const graph = new Layout<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 20, edgesep: 12, ranksep: 84 });
  for (const { node, width, height } of boxes) graph.setNode(node.id, { width, height });
  for (const [index, edge] of drawn.entries()) graph.setEdge(edge.from, edge.to, { ...labelRoom(edge) }, `${index}`);
  layout(graph, isOrdered ? { customOrder: (ranked: Ranked) => keepOrder(ranked, boxes) } : {});
  const { width = 0, height = 0 } = graph.graph();
  const placed = boxes.map((box) => {
    const { x = 0, y = 0 } = graph.node(box.node.id);
    return { box, x: x - box.width / 2, y: y - box.height / 2, width: box.width, height: box.height };
  });
  return {
    width,
    height,
    boxes: placed,
    edges: fromSideToSide(
      drawn.map((edge, index) => {
        const { points = [], x = 0, y = 0 } = graph.edge(edge.from, edge.to, `${index}`);
        return { edge, points, label: placedLabel(edge, x, y) };
      }),
      placed,
    ),
  };
}

function labelLines({ label }: GraphEdge): readonly string[] {
  return wrapped(spelled(label), LABEL_WIDTH, LABEL);
}

function labelRoom(edge: GraphEdge): { width: number; height: number; labelpos: 'c' } {
  const lines = labelLines(edge);
  if (lines.length === 0) return { width: 0, height: 0, labelpos: 'c' };
  const width = Math.max(...lines.map((line) => widthOf(line, LABEL)));
  return {
    width: Math.ceil(width) + 2 * LABEL_MARGIN,
    height: lines.length * LINE.label + LABEL_MARGIN,
    labelpos: 'c',
  };
}

function placedLabel(edge: GraphEdge, x: number, y: number): PlacedLabel | undefined {
  const lines = labelLines(edge);
  const { width, height } = labelRoom(edge);
  return lines.length === 0 ? undefined : { lines, x: x - width / 2, y: y - height / 2, width, height };
}

/** An arrow straight down, or round what stands between. */
function passingEdge(edge: GraphEdge, boxes: readonly PlacedBox[]): PlacedEdge {
  const from = boxes.find(({ box }) => box.node.id === edge.from);
  const to = boxes.find(({ box }) => box.node.id === edge.to);
  if (from === undefined || to === undefined) return { edge, points: [], label: undefined };
  const x = from.x + from.width / 2;
  const isBetween = ({ x: left, y, width }: PlacedBox): boolean =>
    y >= from.y + from.height && y < to.y && left <= x && left + width >= x;
  const isStraight = !boxes.some(isBetween) && to.x <= x && to.x + to.width >= x && to.y > from.y;
  const rail = Math.min(...boxes.map((one) => one.x)) - BESIDE;
  const points = isStraight
    ? [
        { x, y: from.y + from.height },
        { x, y: to.y },
      ]
    : [
        { x: from.x, y: from.y + from.height / 2 },
        { x: rail, y: from.y + from.height / 2 },
        { x: rail, y: to.y + to.height / 2 },
        { x: to.x, y: to.y + to.height / 2 },
      ];
  return { edge, points, label: undefined };
}

/** From the foot of each group to the head of the next: down, or up between the columns. */
function waysThrough(groups: readonly PlacedGroup[], columns: readonly Column<PlacedGroup>[]): Picture['ways'] {
  const heads = new Set(columns.flatMap(({ places }) => places.slice(0, 1).map(({ area }) => area.group.id)));
  return groups.slice(1).map((to, index) => {
    const from = groups[index] ?? to;
    const start = { x: from.x + FRAME.left, y: from.y + from.height };
    const end = { x: to.x + FRAME.left, y: to.y };
    if (!heads.has(to.group.id)) return [start, end];
    const between = to.x - BESIDE;
    const entry = { x: to.x, y: to.y + FRAME.top + LINE.group / 2 };
    return [
      start,
      { x: start.x, y: start.y + BESIDE },
      { x: between, y: start.y + BESIDE },
      { ...entry, x: between },
      entry,
    ];
  });
}

function movedGroup(group: PlacedGroup, x: number, y: number): PlacedGroup {
  return {
    ...moved(group, x, y),
    boxes: group.boxes.map((box) => moved(box, x, y)),
    edges: group.edges.map((edge) => movedEdge(edge, x, y)),
  };
}

function movedEdge({ edge, points, label }: PlacedEdge, x: number, y: number): PlacedEdge {
  return {
    edge,
    points: points.map((point) => moved(point, x, y)),
    label: label && moved(label, x, y),
  };
}

function moved<T extends Point>(thing: T, x: number, y: number): T {
  return { ...thing, x: thing.x + x, y: thing.y + y };
}
