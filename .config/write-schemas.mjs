// Writes the JSON Schemas of the shipped questionnaire, as the built program gives them. A test compares them with the program.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = `${root}questionnaires/adult-intake/schemas`;

await buildAll();
mkdirSync(FOLDER, { recursive: true });
const { status } = spawnSync(process.execPath, [`${root}bin/intakeline.js`, 'schema', '--into', FOLDER], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
