/** Loads the folder of a questionnaire: everything that deciding needs, with every problem of all its files at once. */

import type { Marginals } from '../analysis/marginals.ts';
import type { MarginalsSource } from '../analysis/marginals-schema.ts';
import type { Case, Property } from '../analysis/model.ts';
import type { CasesSource, PropertiesSource } from '../analysis/schema.ts';
import type { Document } from '../documents/document.ts';
import type { Notices } from '../policy/notices.ts';
import type { NoticesSource } from '../policy/notices-schema.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import { type ContentFiles, draftContentFile, draftRead, inFolder } from './content-files.ts';
import type { ContentKind, ContentSources } from './content-kinds.ts';
import { compileParts, type Documents, keep, type Parts } from './content-parts.ts';
import { contentKindOf } from './kind-of-file.ts';
import { listingProblem } from './listing-problem.ts';
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
  /** A directory of programs to use instead of the folder's own. */
  readonly directory?: string | undefined;
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
  const documents = await readDocuments(place, files, problems);
  const parts = compileParts(documents, problems, place.directory === undefined);
  const sorted = sortProblems(problems);
  if (parts === undefined) return failed(sorted);
  return outcomeOf({ ...parts, documents, tables: documents.tables, ...extras(place.folder, files, parts) }, sorted);
}

async function readDocuments(
  { folder, directory }: ContentPlace,
  files: ContentFiles,
  problems: Problem[],
): Promise<Documents & Pick<Content, 'tables'>> {
  const read = async <K extends ContentKind>(kind: K, path: string): Promise<Document<ContentSources[K]> | undefined> =>
    keep(await draftContentFile(files, kind, path), problems);
  return {
    questionnaire: await read('questionnaire', inFolder(folder, 'questionnaire.yaml')),
    levels: await read('levels', inFolder(folder, 'levels.yaml')),
    emergency: await read('emergency', inFolder(folder, 'emergency.yaml')),
    sources: await read('sources', inFolder(folder, 'sources.yaml')),
    directory: await read('directory', directory ?? inFolder(folder, 'directory.yaml')),
    ...(await readPolicies(inFolder(folder, 'policies'), files, problems)),
  };
}

/** The policies that can be read, whether these are all, and the tables among them. */
async function readPolicies(
  folder: string,
  files: ContentFiles,
  problems: Problem[],
): Promise<Pick<Documents, 'policies' | 'areMissing'> & Pick<Content, 'tables'>> {
  const listing = files.list(folder, '.yaml');
  if (!listing.ok) {
    problems.push(listingProblem(folder, listing));
    return { policies: [], areMissing: true, tables: [] };
  }
  const policies: Document<ContentSources['policy']>[] = [];
  const tables: TableFile[] = [];
  for (const path of listing.files) {
    const read = files.read(path);
    if (read.ok && contentKindOf(read.text) === 'table') tables.push({ path, read });
    else {
      const document = keep(await draftRead(files, 'policy', path, read), problems);
      if (document !== undefined) policies.push(document);
    }
  }
  // Tables alone decide nobody.
  if (tables.length === listing.files.length)
    problems.push(fileProblem(inFolder(folder, '*.yaml'), { kind: 'missing' }));
  const areMissing = policies.length === 0 || policies.length + tables.length < listing.files.length;
  return { policies, areMissing, tables };
}

function extras(
  folder: string,
  files: ContentFiles,
  { questionnaire, policies, sources }: Parts,
): Pick<Content, 'cases' | 'properties' | 'notices' | 'marginals'> {
  return {
    cases: () =>
      readExtra(files, 'cases', inFolder(folder, 'cases.yaml'), async (document) => {
        const { compileCases } = await import('../analysis/compile-cases.ts');
        return compileCases(document, questionnaire, policies);
      }),
    properties: () =>
      readExtra(files, 'properties', inFolder(folder, 'properties.yaml'), async (document) => {
        const { compileProperties } = await import('../analysis/compile-properties.ts');
        return compileProperties(document, { questionnaire, policies, sources });
      }),
    notices: () =>
      readExtra(files, 'notices', inFolder(folder, 'notices.yaml'), async (document) => {
        const { compileNotices } = await import('../policy/notices.ts');
        return compileNotices(document, questionnaire.languages);
      }),
    marginals: (file = inFolder(folder, 'marginals.yaml')) =>
      readExtra(files, 'marginals', file, async (document) => {
        const { compileMarginals } = await import('../analysis/compile-marginals.ts');
        return compileMarginals(document, questionnaire);
      }),
  };
}

async function readExtra<K extends ContentKind, T>(
  files: ContentFiles,
  kind: K,
  path: string,
  compile: (document: Document<ContentSources[K]>) => Promise<Outcome<T>>,
): Promise<Outcome<Extra<ContentSources[K], T> | undefined>> {
  const read = files.read(path);
  if (!read.ok && read.fault.kind === 'missing') return outcomeOf(undefined, []);
  const { value: document, problems } = await draftContentFile(files, kind, path);
  if (document === undefined) return failed(problems);
  const compiled = await compile(document);
  return compiled.ok
    ? outcomeOf({ document, value: compiled.value }, compiled.problems)
    : failed(sortProblems([...problems, ...compiled.problems]));
}
