// Draws who imports whom into ARCHITECTURE.md. A test compares the picture with the code.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importsOf, moduleOf, sourceFiles } from './imports.mjs';
import { LAYERS } from './layers.mjs';

const page = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url));
const PICTURE = /```mermaid\n[^`]*```/;

/** @typedef {{ readonly from: string; readonly to: string; readonly types: boolean }} Arrow */

/** The modules with an arrow for each import of code, a dotted one where only types are taken. */
export function drawing() {
  /** @type {Map<string, Arrow>} */
  const arrows = new Map();
  for (const { file, to, types } of sourceFiles().flatMap((file) => importsOf(file))) {
    const arrow = { from: moduleOf(file), to: moduleOf(to), types };
    if (!to.startsWith('src/') || arrow.from === arrow.to) continue;
    const key = `${arrow.from} ${arrow.to}`;
    arrows.set(key, { ...arrow, types: (arrows.get(key)?.types ?? true) && types });
  }
  return ['```mermaid', 'flowchart BT', ...withoutShortcuts([...arrows.values()]), '```'].join('\n');
}

/**
 * ARCHITECTURE.md with the picture as the code has it now.
 * @param {string} text
 */
export function redrawn(text) {
  return text.replace(PICTURE, () => drawing());
}

/**
 * An arrow that only shortens a way along other arrows is left out: with all of them the picture shows nothing.
 * @param {readonly Arrow[]} arrows
 */
function withoutShortcuts(arrows) {
  return arrows
    .filter(
      (arrow) =>
        !arrows.some((way) => way.from === arrow.from && way.to !== arrow.to && reaches(arrows, way.to, arrow.to)),
    )
    .toSorted((left, right) => rank(left.from) - rank(right.from) || rank(left.to) - rank(right.to))
    .map(({ from, to, types }) => `  ${from} ${types ? '-.->' : '-->'} ${to}`);
}

/** @param {string} name */
function rank(name) {
  return LAYERS.indexOf(name);
}

/**
 * @param {readonly Arrow[]} arrows
 * @param {string} from
 * @param {string} to
 * @returns {boolean}
 */
function reaches(arrows, from, to) {
  return from === to || arrows.some((arrow) => arrow.from === from && reaches(arrows, arrow.to, to));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, redrawn(readFileSync(page, 'utf8')));
