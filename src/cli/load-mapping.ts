/** Loads a mapping: one that lies beside the questionnaire or was shipped, by its id, or any file. */

import { compileMapping } from '../batch/compile-mapping.ts';
import type { Mapping } from '../batch/mapping.ts';
import type { MappingSource } from '../batch/schema.ts';
import type { Draft } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { kindOfPath } from '../io/list-files.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { type ContentFiles, draftContentFile } from './content-files.ts';
import { knownMappings } from './mapping-files.ts';

/** What a mapping must fit. */
export interface MappingPlace {
  /** The folder of the questionnaire. */
  readonly folder: string;
  readonly questionnaire: Questionnaire;
}

/** Loads the mapping with an id, or else the file at a path, or says everything that is wrong with it. */
export async function loadMapping(
  name: string,
  { folder, questionnaire }: MappingPlace,
  files: ContentFiles,
): Promise<Outcome<Mapping>> {
  const known = knownMappings(folder, files);
  const path = known.get(name) ?? name;
  if (path === name && !looksLikePath(name)) return failed([unknownMapping(name, known)]);
  const read = await readMapping(path, questionnaire, files);
  // What was built in knows no positions, so that its errors are looked for again in the text.
  return read.ok ? read : readMapping(path, questionnaire, { ...files, built: () => undefined });
}

/** All mappings for a questionnaire that are without errors, by id: those beside it, and those that were shipped. */
export async function allMappings(
  { folder, questionnaire }: MappingPlace,
  files: ContentFiles,
): Promise<readonly Mapping[]> {
  const paths = [...knownMappings(folder, files)].sort(([left], [right]) => (left < right ? -1 : 1));
  const read = await Promise.all(paths.map(([, path]) => readMapping(path, questionnaire, files)));
  return read.flatMap((one) => (one.ok ? [one.value] : []));
}

/** Compiles a mapping that was read, as far as it could be. */
export function compileDraft(
  { value: document, problems }: Draft<Document<MappingSource> | undefined>,
  questionnaire: Questionnaire,
): Outcome<Mapping> {
  if (document === undefined) return failed(problems);
  const compiled = compileMapping(document, questionnaire);
  const all = sortProblems([...problems, ...compiled.problems]);
  return compiled.ok ? outcomeOf(compiled.value, all) : failed(all);
}

async function readMapping(path: string, questionnaire: Questionnaire, files: ContentFiles): Promise<Outcome<Mapping>> {
  return compileDraft(await draftContentFile(files, 'mapping', path), questionnaire);
}

function looksLikePath(name: string): boolean {
  return /[./\\]/.test(name) || kindOfPath(name) !== 'missing';
}

function unknownMapping(name: string, known: ReadonlyMap<string, string>): Problem {
  return {
    code: 'unknown-mapping',
    severity: 'error',
    file: name,
    position: undefined,
    message: `there is no mapping \`${name}\`, and no such file`,
    remedy: suggest(name, known.keys()) ?? 'name one of the shipped mappings, or a file',
    excerpt: undefined,
  };
}
