/** Compiled diagrams in a file of the build: a JSON header, then whole numbers of four bytes as this machine writes them. */

import { existsSync, readFileSync } from 'node:fs';
import { installedPath } from './installed.ts';

/** What a file of diagrams holds. */
export interface DiagramFile {
  readonly header: unknown;
  readonly numbers: Int32Array;
}

/** The bytes of such a file. */
export function diagramBytes({ header, numbers }: DiagramFile): Uint8Array {
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]); // numbers start at a multiple of four
  const length = new Uint8Array(Int32Array.of(padded.length).buffer);
  return Buffer.concat([length, padded, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)]);
}

/** Reads the diagrams that the build stored under a name; undefined where it stored none. */
export function readDiagramFile(name: string): DiagramFile | undefined {
  const path = installedPath('dist', 'diagrams', name);
  if (!existsSync(path)) return undefined;
  const bytes = new Uint8Array(readFileSync(path)); // a copy of its own, so that it starts at a multiple of four
  const [length = 0] = new Int32Array(bytes.buffer, 0, 1);
  const header: unknown = JSON.parse(Buffer.from(bytes.buffer, 4, length).toString('utf8'));
  return { header, numbers: new Int32Array(bytes.buffer, 4 + length) };
}
