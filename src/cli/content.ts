/** Loads the folder of a questionnaire: everything that deciding needs, with every problem of all its files at once. */

import type { Marginals } from '../analysis/marginals.ts';
import type { MarginalsSource } from '../analysis/marginals-schema.ts';
import type { Case, Property } from '../analysis/model.ts';
import type { CasesSource, PropertiesSource } from '../analysis/schema.ts';
import { joinDirectories, lacksLines } from '../directory/join.ts';
import type { Draft } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Notices } from '../policy/notices.ts';
import type { NoticesSource } from '../policy/notices-schema.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import { type ContentFiles, draftContentFile } from './content-files.ts';
import type { ContentKind, ContentSources } from './content-kinds.ts';
import { inCallLanguages, type Layer, type Layers, layeredFile, readLayers } from './content-layers.ts';
import { compileParts, type Documents, keep, type Parts } from './content-parts.ts';
import { type LayeredPolicies, readLayeredPolicies } from './content-policies.ts';
import { withModules } from './included-modules.ts';
import type { Inherited } from './layered-extras.ts';
import { noQuestionnaire } from './no-questionnaire.ts';
import type { TableFile } from './table-file.ts';

/** A file that only some commands need, and whose compiler they alone load, compiled with the document that its problems point into. */
export interface Extra<S, T> {
  readonly document: Document<S>;
  readonly value: T;
}

/** Everything that the folder of a questionnaire says. */
export interface Content extends Parts {
  /** The files as they were read, for what a check says about their words. */
  readonly documents: Documents;
  /** Its own folder, and those that it extends, the nearest first. */
  readonly layers: readonly Layer[];
  /** Rules from elsewhere that lie among the policies. They are no policies: whatever is wrong with them, calls are decided. */
  readonly tables: readonly TableFile[];
  /** The worked cases, read when asked for; undefined where the folder has none. */
  readonly cases: () => Promise<Outcome<Extra<CasesSource, readonly Case[]> | undefined>>;
  /** The properties, read when asked for; undefined where the folder has none. */
  readonly properties: () => Promise<Outcome<Extra<PropertiesSource, readonly Property[]> | undefined>>;
  /** What goes with documents that leave the building, read when asked for; undefined where the folder has no such texts. */
  readonly notices: () => Promise<Outcome<Extra<NoticesSource, Notices> | undefined>>;
  /** How often each answer is given, read when asked for; from the folder unless a file is named. Undefined where there is none. */
  readonly marginals: (file?: string) => Promise<Outcome<Extra<MarginalsSource, Marginals> | undefined>>;
}

export interface ContentPlace {
  readonly folder: string;
  /** Directories of programs to use instead of the folder's own. */
  readonly directory?: readonly string[] | undefined;
  /** A file of notices to use instead of the folder's own. */
  readonly notices?: string | undefined;
}

/** Loads a folder; the problems of all its files come together, by file and position. What is no questionnaire's folder has one. */
export async function loadContent(place: ContentPlace, files: ContentFiles): Promise<Outcome<Content>> {
  const loaded = await loadOnce(place, files);
  if (loaded.ok) return loaded;
  const isFileMissing = loaded.problems.some(({ code }) => code === 'file-missing');
  const complaint = isFileMissing ? noQuestionnaire(place.folder, files) : undefined;
  if (complaint !== undefined) return failed([complaint]);
  // What was built in knows no positions, so that its errors are looked for again in the text.
  return loadOnce(place, { ...files, built: () => undefined });
}

async function loadOnce(place: ContentPlace, files: ContentFiles): Promise<Outcome<Content>> {
  const problems: Problem[] = [];
  const layers = await readLayers(place.folder, files, problems);
  // Without what it extends, a site lacks most of its files: that is said once.
  if (layers.all.at(-1)?.extension !== undefined) return failed(sortProblems(problems));
  const { byFolder, tables, ...documents } = await readDocuments(place, layers, files, problems);
  const parts = compileParts(documents, problems, place.directory === undefined);
  const sorted = distinct(sortProblems(problems));
  if (parts === undefined) return failed(sorted);
  return outcomeOf(
    {
      ...parts,
      documents,
      tables,
      layers: layers.all,
      ...extras({ layers, files, policies: byFolder, questionnaire: parts.questionnaire.id }, parts, place.notices),
    },
    sorted,
  );
}

/** Each problem once: what a questionnaire says of all questions of a module is compiled with each of them. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, file, position, message }) => {
    const key = JSON.stringify([code, file, position, message]);
    const isNew = position === undefined || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

async function readDocuments(
  { folder, directory }: ContentPlace,
  layers: Layers,
  files: ContentFiles,
  problems: Problem[],
): Promise<Documents & LayeredPolicies> {
  const read = async <K extends ContentKind>(
    kind: K,
    file?: string,
  ): Promise<Document<ContentSources[K]> | undefined> => {
    const { path, layer } =
      file === undefined ? layeredFile(layers, `${kind}.yaml`, files) : { path: file, layer: undefined };
    const document = keep(await draftContentFile(files, kind, path), problems);
    return document && inCallLanguages(document, layer, layers);
  };
  return {
    questionnaire: await withModules(layers.questionnaire, folder, files, problems),
    levels: await read('levels'),
    emergency: await read('emergency'),
    sources: await read('sources'),
    directory: await readDirectories(directory, (path) => read('directory', path)),
    ...(await readLayeredPolicies(layers, files, problems)),
  };
}

/** The directories that were named as one, or else the folder's own, which also lends its lines to those that have none. */
async function readDirectories(
  named: readonly string[] = [],
  read: (path?: string) => Promise<Document<ContentSources['directory']> | undefined>,
): Promise<Document<ContentSources['directory']> | undefined> {
  if (named.length === 0) return read();
  const all: Document<ContentSources['directory']>[] = [];
  for (const path of named) {
    const document = await read(path);
    if (document === undefined) return undefined;
    all.push(document);
  }
  const [first, ...rest] = all;
  if (first === undefined) return undefined;
  return joinDirectories(first, rest, lacksLines(all) ? await read() : undefined);
}

function extras(
  inherited: Inherited,
  { questionnaire, policies, sources }: Parts,
  noticesFile: string | undefined,
): Pick<Content, 'cases' | 'properties' | 'notices' | 'marginals'> {
  const layered = () => import('./layered-extras.ts');
  return {
    cases: async () =>
      compiledExtra(await (await layered()).layeredCases(inherited), async (document) => {
        const { compileCases } = await import('../analysis/compile-cases.ts');
        return compileCases(document, questionnaire, policies);
      }),
    properties: async () =>
      compiledExtra(await (await layered()).layeredProperties(inherited), async (document) => {
        const { compileProperties } = await import('../analysis/compile-properties.ts');
        return compileProperties(document, { questionnaire, policies, sources });
      }),
    notices: async () =>
      compiledExtra(await (await layered()).layeredNotices(inherited, noticesFile), async (document) => {
        const { compileNotices } = await import('../policy/notices.ts');
        return compileNotices(document, questionnaire.languages);
      }),
    marginals: async (file) =>
      compiledExtra(await (await layered()).layeredMarginals(inherited, file), async (document) => {
        const { compileMarginals } = await import('../analysis/compile-marginals.ts');
        return compileMarginals(document, questionnaire);
      }),
  };
}

/** Compiles a file that was read; undefined where there is none. */
async function compiledExtra<S, T>(
  { value: document, problems }: Draft<Document<S> | undefined>,
  compile: (document: Document<S>) => Promise<Outcome<T>>,
): Promise<Outcome<Extra<S, T> | undefined>> {
  if (document === undefined) return outcomeOf(undefined, problems);
  const compiled = await compile(document);
  return compiled.ok
    ? outcomeOf({ document, value: compiled.value }, sortProblems([...problems, ...compiled.problems]))
    : failed(sortProblems([...problems, ...compiled.problems]));
}
