/** Where each part of a parsed YAML text stands. */

import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
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

function placeOf(node: Node, key: Position | undefined, at: (offset: number, length: number) => Position): Place {
  const [start, end] = node.range ?? [0, 1];
  const parts = new Map<string | number, Place>();
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const [keyStart, keyEnd] = pair.key.range ?? [start, start + 1];
      const keyPosition = at(keyStart, keyEnd - keyStart);
      const value = pair.value as Node | null;
      const isEmpty =
        value === null || (value.range !== undefined && value.range !== null && value.range[0] === value.range[1]);
      const place = isEmpty ? undefined : placeOf(value, keyPosition, at);
      parts.set(String(pair.key.value), place ?? { key: keyPosition, value: keyPosition, parts: new Map() });
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) parts.set(index, placeOf(item as Node, undefined, at));
  }
  return { key, value: at(start, end - start), parts };
}
