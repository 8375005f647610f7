/** Loads the folder of a questionnaire: everything that deciding needs, with every problem of all its files at once. */

import { compileCases } from '../analysis/compile-cases.ts';
import { compileProperties } from '../analysis/compile-properties.ts';
import type { Case, Property } from '../analysis/model.ts';
import type { CasesSource, PropertiesSource } from '../analysis/schema.ts';
import type { Document } from '../documents/document.ts';
import { compilePolicies } from '../policy/compile.ts';
import { compileCare, compileEmergency, draftSources } from '../policy/compile-texts.ts';
import type { Policy } from '../policy/model.ts';
import type { CareTexts, Emergency, Sources } from '../policy/texts.ts';
import { unreadProblems } from '../policy/unread-questions.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import { draftQuestionnaire } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { checkDispositions, checkEmergencyLines, checkPolicyProgram } from '../referral/check-references.ts';
import { compileDirectory } from '../referral/compile.ts';
import type { Directory } from '../referral/model.ts';
import { type ContentFiles, inFolder, readContent } from './content-files.ts';
import type { ContentKind, ContentSources } from './content-kinds.ts';

/** A file that only some commands need, compiled with the document that its problems point into. */
export interface Extra<S, T> {
  readonly document: Document<S>;
  readonly value: T;
}

/** Everything that the folder of a questionnaire says. */
export interface Content {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly care: CareTexts;
  readonly sources: Sources;
  readonly emergency: Emergency;
  readonly directory: Directory;
  /** The worked cases, read when asked for; undefined where the folder has none. */
  readonly cases: () => Promise<Outcome<Extra<CasesSource, readonly Case[]> | undefined>>;
  /** The properties, read when asked for; undefined where the folder has none. */
  readonly properties: () => Promise<Outcome<Extra<PropertiesSource, readonly Property[]> | undefined>>;
}

export interface ContentPlace {
  readonly folder: string;
  /** A directory of programs to use instead of the folder's own. */
  readonly directory?: string | undefined;
}

type Documents = {
  readonly [K in Exclude<ContentKind, 'policy' | 'cases' | 'properties'>]: Document<ContentSources[K]> | undefined;
} & {
  readonly policies: readonly Document<ContentSources['policy']>[] | undefined;
};

/** Loads a folder; the problems of all its files come together, by file and position. */
export async function loadContent(place: ContentPlace, files: ContentFiles): Promise<Outcome<Content>> {
  const loaded = await loadOnce(place, files);
  // What was built in knows no positions, so that its problems are looked for again in the text.
  return loaded.problems.length === 0 ? loaded : loadOnce(place, { ...files, built: () => undefined });
}

async function loadOnce(place: ContentPlace, files: ContentFiles): Promise<Outcome<Content>> {
  const problems: Problem[] = [];
  const documents = await readDocuments(place, files, problems);
  const parts = compileParts(documents, problems, place.directory === undefined);
  const sorted = sortProblems(problems);
  if (parts === undefined) return failed(sorted);
  return outcomeOf({ ...parts, ...extras(place.folder, files, parts) }, sorted);
}

async function readDocuments(
  { folder, directory }: ContentPlace,
  files: ContentFiles,
  problems: Problem[],
): Promise<Documents> {
  const read = async <K extends ContentKind>(kind: K, path: string): Promise<Document<ContentSources[K]> | undefined> =>
    keep(await readContent(files, kind, path), problems);
  return {
    questionnaire: await read('questionnaire', inFolder(folder, 'questionnaire.yaml')),
    levels: await read('levels', inFolder(folder, 'levels.yaml')),
    emergency: await read('emergency', inFolder(folder, 'emergency.yaml')),
    sources: await read('sources', inFolder(folder, 'sources.yaml')),
    directory: await read('directory', directory ?? inFolder(folder, 'directory.yaml')),
    policies: await readPolicies(inFolder(folder, 'policies'), files, problems),
  };
}

/** All policies, or none where one cannot be read: what others extend would seem to be missing. */
async function readPolicies(folder: string, files: ContentFiles, problems: Problem[]): Promise<Documents['policies']> {
  const listing = files.list(folder, '.yaml');
  if (!listing.ok) {
    const fault =
      listing.fault.kind === 'not-a-directory' ? { kind: 'unreadable' as const, cause: 'not a folder' } : listing.fault;
    problems.push(fileProblem(folder, fault));
    return undefined;
  }
  if (listing.files.length === 0) problems.push(fileProblem(inFolder(folder, '*.yaml'), { kind: 'missing' }));
  const documents: Document<ContentSources['policy']>[] = [];
  for (const path of listing.files) {
    const document = keep(await readContent(files, 'policy', path), problems);
    if (document !== undefined) documents.push(document);
  }
  return documents.length === listing.files.length ? documents : undefined;
}

/** Takes the value of an outcome and adds its problems to the others. */
function keep<T>(outcome: Outcome<T>, problems: Problem[]): T | undefined {
  problems.push(...outcome.problems);
  return outcome.ok ? outcome.value : undefined;
}

type Parts = Omit<Content, 'cases' | 'properties'>;

function compileParts(documents: Documents, problems: Problem[], isOwnDirectory: boolean): Parts | undefined {
  const { policies: policyDocuments } = documents;
  const questionnaire = documents.questionnaire && keepDraft(draftQuestionnaire(documents.questionnaire), problems);
  const sources = documents.sources && keepDraft(draftSources(documents.sources, questionnaire), problems);
  const care = documents.levels && keep(compileCare(documents.levels, sources), problems);
  const emergency = documents.emergency && keep(compileEmergency(documents.emergency), problems);
  const directory = documents.directory && sources && keep(compileDirectory(documents.directory, sources), problems);
  const policies =
    policyDocuments &&
    questionnaire &&
    sources &&
    keep(compilePolicies(policyDocuments, questionnaire, sources), problems);
  if (documents.questionnaire) problems.push(...checkDispositions(documents.questionnaire, directory));
  if (documents.emergency && directory) problems.push(...checkEmergencyLines(documents.emergency, directory));
  if (directory && isOwnDirectory)
    problems.push(...(policyDocuments ?? []).flatMap((document) => checkPolicyProgram(document, directory)));
  if (!questionnaire || !sources || !care || !emergency || !directory || !policies) return undefined;
  if (documents.questionnaire)
    problems.push(...unreadProblems(documents.questionnaire, questionnaire, { policies, sources }));
  return { questionnaire, sources, care, emergency, directory, policies };
}

function keepDraft<T>(draft: { readonly value: T; readonly problems: readonly Problem[] }, problems: Problem[]): T {
  problems.push(...draft.problems);
  return draft.value;
}

function extras(
  folder: string,
  files: ContentFiles,
  { questionnaire, policies, sources }: Parts,
): Pick<Content, 'cases' | 'properties'> {
  return {
    cases: () =>
      readExtra(files, 'cases', inFolder(folder, 'cases.yaml'), (document) =>
        compileCases(document, questionnaire, policies),
      ),
    properties: () =>
      readExtra(files, 'properties', inFolder(folder, 'properties.yaml'), (document) =>
        compileProperties(document, { questionnaire, policies, sources }),
      ),
  };
}

async function readExtra<K extends ContentKind, T>(
  files: ContentFiles,
  kind: K,
  path: string,
  compile: (document: Document<ContentSources[K]>) => Outcome<T>,
): Promise<Outcome<Extra<ContentSources[K], T> | undefined>> {
  const read = files.read(path);
  if (!read.ok && read.fault.kind === 'missing') return outcomeOf(undefined, []);
  const document = await readContent(files, kind, path);
  if (!document.ok) return document;
  const compiled = compile(document.value);
  return compiled.ok ? outcomeOf({ document: document.value, value: compiled.value }, compiled.problems) : compiled;
}
