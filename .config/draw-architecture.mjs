// Draws who imports whom into ARCHITECTURE.md. A test compares the picture with the code.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importsOf, moduleOf, sourceFiles } from './imports.mjs';
import { LAYERS } from './layers.mjs';

const page = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url));
const PICTURE = /```mermaid\n[^`]*```/;

/** The modules with an arrow for each import of code, a dotted one where only types are taken. */
export function drawing() {
  const arrows = new Map();
  for (const { file, to, types } of sourceFiles().flatMap((file) => importsOf(file))) {
    if (!to.startsWith('src/') || moduleOf(to) === moduleOf(file)) continue;
    const ends = `${moduleOf(file)} ${moduleOf(to)}`;
    arrows.set(ends, (arrows.get(ends) ?? true) && types);
  }
  return ['```mermaid', 'flowchart BT', ...withoutShortcuts(arrows), '```'].join('\n');
}

/** ARCHITECTURE.md with the picture as the code has it now. */
export function redrawn(text) {
  return text.replace(PICTURE, () => drawing());
}

/** An arrow that only shortens a way along other arrows is left out: with all of them the picture shows nothing. */
function withoutShortcuts(arrows) {
  const order = (name) => LAYERS.indexOf(name);
  const ends = [...arrows].map(([key, types]) => ({ from: key.split(' ')[0], to: key.split(' ')[1], types }));
  return ends
    .filter(
      ({ from, to, types }) =>
        !ends.some((way) => way.from === from && way.to !== to && way.types === types && reaches(ends, way.to, to)),
    )
    .sort((left, right) => order(left.from) - order(right.from) || order(left.to) - order(right.to))
    .map(({ from, to, types }) => `  ${from} ${types ? '-.->' : '-->'} ${to}`);
}

function reaches(ends, from, to) {
  return from === to || ends.some((arrow) => arrow.from === from && arrow.to !== from && reaches(ends, arrow.to, to));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, redrawn(readFileSync(page, 'utf8')));
