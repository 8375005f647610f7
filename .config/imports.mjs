// Who imports whom under src/: what the layout test judges and the picture in ARCHITECTURE.md draws.

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

// An import or export statement begins a line, and its quotes hold nothing but the address.
const STATEMENT = /^(?:import|export)\s+(?<type>type\s+)?(?:[\w*\s{},$]*?\sfrom\s+)?'(?<from>[^']+)';/gm;
const CALL = /\bimport\('(?<from>[^']+)'\)/g;

/**
 * @typedef {{ readonly file: string; readonly to: string; readonly types: boolean }} Import `to` is a path from the root,
 * or a package as written; `types` where only types are taken.
 */

/** Every file under src/, as a path from the root. */
export function sourceFiles() {
  const names = readdirSync(`${root}src`, { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name}`)
    .sort();
}

/**
 * The text of a file, given as a path from the root.
 * @param {string} file
 */
export function sourceText(file) {
  return readFileSync(`${root}${file}`, 'utf8');
}

/**
 * The imports of one file.
 * @param {string} file
 * @param {string} text
 * @returns {Import[]}
 */
export function importsOf(file, text = sourceText(file)) {
  const statements = [...text.matchAll(STATEMENT)].map(({ groups }) =>
    entry(file, groups?.from ?? '', groups?.type !== undefined),
  );
  const calls = [...text.matchAll(CALL)].map(({ groups }) => entry(file, groups?.from ?? '', false));
  return [...statements, ...calls];
}

/**
 * The folder of a source file, which is its module.
 * @param {string} file
 */
export function moduleOf(file) {
  return file.split('/')[1] ?? '';
}

/**
 * @param {string} file
 * @param {string} address
 * @param {boolean} types
 */
function entry(file, address, types) {
  return { file, to: address.startsWith('.') ? posix.join(posix.dirname(file), address) : address, types };
}
