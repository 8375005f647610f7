/** The folder with ten rules on twenty questions, as `intakeline score` reads it, and the export that everybody reads. */

import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateExport } from '../generate-export.ts';
import { intakeExport } from '../generate-export-intakes.ts';

export interface Comparison {
  readonly questionnaire: string;
  readonly mapping: string;
}

/** Puts it together: levels, emergency steps and directory are those of the small fixture, the mapping that of the benchmark. */
export function comparisonIn(folder: string): Comparison {
  const questionnaire = join(folder, 'comparison');
  cpSync('test/bench/comparison', questionnaire, { recursive: true });
  for (const file of ['levels.yaml', 'emergency.yaml', 'directory.yaml'])
    copyFileSync(join('test/fixtures/small', file), join(questionnaire, file));
  const mapping = join(folder, 'comparison-mapping.yaml');
  writeFileSync(mapping, mappingText());
  return { questionnaire, mapping };
}

/** The mapping of the benchmark for the twenty questions: nothing is assumed. */
function mappingText(): string {
  const text = readFileSync('test/bench/benchmark-mapping.yaml', 'utf8');
  return text.replace('questionnaire: adult-intake', 'questionnaire: comparison').replace(/\nassume:[\s\S]*$/, '\n');
}

/** The same mapping with its first readings only: its answers begin with two blanks and a name. */
export function narrowMapping(folder: string, { mapping }: Comparison, columns: number): string {
  const [head = '', answers = ''] = readFileSync(mapping, 'utf8').split('answers:\n');
  const readings = answers.split(/^(?= {2}[a-z])/m).slice(0, columns);
  const path = join(folder, `mapping-${columns}.yaml`);
  writeFileSync(path, `${head}answers:\n${readings.join('')}`);
  return path;
}

/** Writes an export of so many rows; a longer one begins with a shorter one. */
export async function exportIn(folder: string, rows: number): Promise<string> {
  const path = join(folder, `export-${rows}.csv`);
  await writeFile(path, generateExport(intakeExport({ lineEndsInNotes: false }), { rows, seed: 1 }));
  return path;
}
