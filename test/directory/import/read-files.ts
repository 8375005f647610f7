/** Files of the fixtures, read as the command reads them. */

import { readFileSync } from 'node:fs';
import { contentFiles } from '../../../src/cli/content-files.ts';
import { loadDirectoryMapping } from '../../../src/cli/load-directory-mapping.ts';
import { readSource } from '../../../src/cli/read-source.ts';
import { assembleDirectory, type ImportHeading, type ImportResult } from '../../../src/directory/import/assemble.ts';
import { importerFor, importRecords, type SourceContent } from '../../../src/directory/import/importers.ts';
import type { DirectoryMappingSource } from '../../../src/directory/mapping-schema.ts';
import type { ProgramSource } from '../../../src/directory/schema.ts';

export const FIXTURES = 'test/fixtures/directories';

export const HEADING: ImportHeading = {
  today: '2026-11-22',
  verifiedOn: undefined,
  id: 'made',
  title: 'A directory',
  source: 'a fixture',
  staleAfterDays: 180,
};

/** The shipped mapping of California. */
export async function californiaMapping(): Promise<DirectoryMappingSource> {
  const mapping = await loadDirectoryMapping('california-dhcs', contentFiles());
  if (!mapping.ok) throw new Error('the shipped mapping has faults');
  return mapping.value;
}

/** What a fixture holds. */
export async function contentOf(name: string): Promise<SourceContent> {
  const read = await readSource(`${FIXTURES}/${name}`);
  if (!read.ok) throw new Error(read.notes);
  return read.value.content;
}

/** Imports a content as the command does. */
export function imported(
  content: SourceContent,
  mapping: DirectoryMappingSource | undefined = undefined,
  heading: ImportHeading = HEADING,
): ImportResult {
  const importer = importerFor(content, mapping, []);
  if (importer === undefined) throw new Error('no importer knows this form');
  const found = importRecords(content, importer);
  const source = { importer: importer.name, file: 'fixture', sha256: '0'.repeat(64), found };
  return assembleDirectory([source], heading);
}

/** The program that was made of a record. */
export function programOf({ directory }: ImportResult, record: string): ProgramSource {
  const found = directory.programs.find((program) => program.record === record);
  if (found === undefined) throw new Error(`no program of ${record}`);
  return found;
}

/** A fixture as JSON. */
export function jsonOf(name: string): unknown {
  return JSON.parse(readFileSync(`${FIXTURES}/${name}`, 'utf8'));
}
