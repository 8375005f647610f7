/** Where each part of a parsed YAML text stands. */

import { isMap, isScalar, isSeq, type LineCounter, type Node, type Scalar } from 'yaml';
import type { Position } from '../problems/problem.ts';
import type { Path } from './document.ts';

interface Place {
  readonly key: Position | undefined;
  readonly value: Position;
  readonly parts: ReadonlyMap<string | number, Place>;
}

/** Turns offsets into positions that end with their line. */
export function locator(text: string, lines: LineCounter): (offset: number, length: number) => Position {
  return (offset, length) => {
    const { line, col } = lines.linePos(offset);
    const lineEnd = text.indexOf('\n', offset);
    const room = (lineEnd === -1 ? text.length : lineEnd) - offset;
    return { line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, Math.min(length, room)) };
  };
}

/** Indexes a parsed text once; a path that leads nowhere is where its nearest part that exists is. */
export function indexPlaces(
  root: Node | null,
  at: (offset: number, length: number) => Position,
): (path: Path, part?: 'key') => Position {
  const top: Place =
    root === null ? { key: undefined, value: at(0, 1), parts: new Map() } : placeOf(root, undefined, at);
  return (path, part) => {
    let place = top;
    for (const step of path) {
      const next = place.parts.get(step);
      if (next === undefined) return place.value;
      place = next;
    }
    return part === 'key' ? (place.key ?? place.value) : place.value;
  };
}

type At = (offset: number, length: number) => Position;

function placeOf(node: Node, key: Position | undefined, at: At): Place {
  const [start, end] = node.range ?? [0, 1];
  return { key, value: at(start, end - start), parts: new Map(partsOf(node, at)) };
}

function partsOf(node: Node, at: At): readonly (readonly [string | number, Place])[] {
  if (isSeq(node)) return node.items.map((item, index) => [index, placeOf(item as Node, undefined, at)]);
  if (isMap(node))
    return node.items.flatMap((pair) => (isScalar(pair.key) ? [entryOf(pair.key, pair.value as Node | null, at)] : []));
  return [];
}

/** A key without a value stands for its value, too. */
function entryOf(key: Scalar, value: Node | null, at: At): readonly [string, Place] {
  const [start, end] = key.range ?? [0, 1];
  const position = at(start, end - start);
  const isEmpty = value === null || value.range?.[0] === value.range?.[1];
  return [
    String(key.value),
    isEmpty ? { key: position, value: position, parts: new Map() } : placeOf(value, position, at),
  ];
}
