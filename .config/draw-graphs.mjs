// Draws the pictures of docs/graph.md, as the built program draws them. A test compares them with the program.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const PAGE = `${root}docs/graph.md`;

/** The files in docs/pictures, with what is written after `intakeline graph` for each. */
const FILES = [
  { file: 'graph-section.svg', args: ['questions', '--section', 'substances', '--format', 'svg'] },
  { file: 'graph-policy.svg', args: ['policy', 'intake-line', '--format', 'svg'] },
];

/** Every picture as it would be drawn now, by its path. The program must be built. */
export function graphFiles() {
  return new Map(FILES.map(({ file, args }) => [`${root}docs/pictures/${file}`, printed(args)]));
}

/**
 * The page with its Mermaid blocks drawn anew: each stands below the line that prints it.
 * @param {string} page
 */
export function redrawnPage(page) {
  return page.replace(
    /(node bin\/intakeline\.js graph (?<line>[^\n]*)\n```\n\n```mermaid\n)[^`]*```/g,
    (_all, head, line) => `${head}${printed(line.split(' '))}\`\`\``,
  );
}

/** @param {readonly string[]} args */
function printed(args) {
  const { stdout, status } = spawnSync(process.execPath, ['bin/intakeline.js', 'graph', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`graph ${args.join(' ')} ended with ${status}`);
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll();
  for (const [path, svg] of graphFiles()) writeFileSync(path, svg);
  writeFileSync(PAGE, redrawnPage(readFileSync(PAGE, 'utf8')));
}
