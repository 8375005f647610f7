// Writes the pages that come from the command tree: the reference and the manual page. A test compares them with the program.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

await buildAll();
const { commandPages } = await import(`${root}dist/command-pages.js`);
for (const [path, text] of Object.entries(commandPages())) writeFileSync(`${root}${path}`, text);
