/** Compiled diagrams in a file of the build: a JSON header, then whole numbers of four bytes as this machine writes them. */

import { existsSync, readFileSync } from 'node:fs';
import { installedPath } from './installed.ts';
import { sha256Of } from './sha256.ts';

/** What a file of diagrams holds. */
export interface DiagramFile {
  readonly header: unknown;
  readonly numbers: Int32Array;
}

/** Before everything else stand the hash of all that follows, in hexadecimal, and the length of the header. */
const HASH = 64;
const LENGTH = 4;

/** The bytes of such a file. */
export function diagramBytes({ header, numbers }: DiagramFile): Uint8Array {
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]); // numbers start at a multiple of four
  const length = new Uint8Array(Int32Array.of(padded.length).buffer);
  const content = Buffer.concat([
    length,
    padded,
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
  ]);
  return Buffer.concat([Buffer.from(sha256Of(content)), content]);
}

/** Reads the diagrams that the build stored under a name; undefined where it stored none, or the file is not whole. */
export function readDiagramFile(name: string): DiagramFile | undefined {
  const path = installedPath('dist', 'diagrams', name);
  return existsSync(path) ? diagramsIn(readFileSync(path)) : undefined;
}

/** What the bytes of a file hold; undefined where a single one of them is not as it was written. */
export function diagramsIn(bytes: Uint8Array): DiagramFile | undefined {
  const file = new Uint8Array(bytes); // a copy of its own, so that it starts at a multiple of four
  if (file.length < HASH + LENGTH) return undefined;
  const written = Buffer.from(file.buffer, 0, HASH).toString('latin1');
  if (written !== sha256Of(Buffer.from(file.buffer, HASH))) return undefined;
  const [length = 0] = new Int32Array(file.buffer, HASH, 1);
  const header: unknown = JSON.parse(Buffer.from(file.buffer, HASH + LENGTH, length).toString('utf8'));
  return { header, numbers: new Int32Array(file.buffer, HASH + LENGTH + length) };
}
