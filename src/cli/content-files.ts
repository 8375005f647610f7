/** Where content comes from: files, or what the build has parsed of them. */

import { basename, dirname, join } from 'node:path';
import type { Draft } from '../documents/collect.ts';
import { builtDocument, type Document } from '../documents/document.ts';
import { absolutePath, shownPath } from '../io/installed.ts';
import { type Listing, listFiles } from '../io/list-files.ts';
import { LARGEST_FILE, readFileText } from '../io/read-file.ts';
import { readSealed } from '../io/sealed.ts';
import type { FileText } from '../problems/file-fault.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { BUILT_FILES, type ContentKind, type ContentSources } from './content-kinds.ts';
import { contentKindOf } from './kind-of-file.ts';
import { noContent } from './no-content.ts';

/** How content is reached; tests put their own in its place. */
export interface ContentFiles {
  readonly read: (path: string) => FileText;
  readonly list: (folder: string, ending: string) => Listing;
  /** What the build parsed of the file of a kind with this hash. */
  readonly built: (sha256: string, kind: ContentKind) => unknown;
}

/** The files on this machine, with what was built in. */
export function contentFiles(): ContentFiles {
  const builtIn = new Map<string, ReadonlyMap<string, unknown>>();
  const built: ContentFiles['built'] = (sha256, kind) => {
    const file = BUILT_FILES[kind];
    const content = builtIn.get(file) ?? builtContent(readSealed(file));
    builtIn.set(file, content);
    return content.get(sha256);
  };
  return { read: (path) => readFileText(path, largestFile(path)), list: listFiles, built };
}

/** In bytes: JSON is what large directories are written in; everything else is written by people. */
const LARGEST_JSON = 64 * 1024 * 1024;

function largestFile(path: string): number {
  return path.endsWith('.json') ? LARGEST_JSON : LARGEST_FILE;
}

/** The values that were built in, by the hash of their file. */
export function builtContent(json: unknown): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const entry of Object.values(typeof json === 'object' && json !== null ? json : {})) {
    if (isBuiltEntry(entry)) values.set(entry.sha256, entry.value);
  }
  return values;
}

function isBuiltEntry(entry: unknown): entry is { readonly sha256: string; readonly value: unknown } {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'sha256' in entry &&
    'value' in entry &&
    typeof entry.sha256 === 'string'
  );
}

/** Reads one file of a known kind: as built where nobody has changed it, else from its text. */
export async function readContent<K extends ContentKind>(
  files: ContentFiles,
  kind: K,
  path: string,
): Promise<Outcome<Document<ContentSources[K]>>> {
  const { value, problems } = await draftContentFile(files, kind, path);
  return value === undefined || value.flaws.length > 0 ? failed(problems) : outcomeOf(value, problems);
}

/** The same, but with what is usable of a file that does not fit its schema; undefined where it cannot be read. */
export async function draftContentFile<K extends ContentKind>(
  files: ContentFiles,
  kind: K,
  path: string,
): Promise<Draft<Document<ContentSources[K]> | undefined>> {
  return draftRead(files, kind, path, files.read(path));
}

/** The same for a file whose text has been asked for. */
export async function draftRead<K extends ContentKind>(
  files: ContentFiles,
  kind: K,
  path: string,
  read: FileText,
): Promise<Draft<Document<ContentSources[K]> | undefined>> {
  const shown = shownPath(path);
  if (!read.ok) return { value: undefined, problems: [fileProblem(shown, read.fault)] };
  const built = files.built(read.sha256, kind);
  if (isOfKind(kind, built)) return { value: builtDocument<ContentSources[K]>(shown, built), problems: [] };
  // What does not say that it is content may be an export or answers: nothing of it is shown.
  if (contentKindOf(read.text) === undefined) return { value: undefined, problems: [noContent(kind, shown)] };
  const { draftContent } = await import('./parse-content.ts');
  return draftContent(kind, shown, read.text);
}

function isOfKind(kind: ContentKind, value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === `intakeline/${kind}/1`;
}

/** The path of a file in a folder. */
export function inFolder(folder: string, ...parts: readonly string[]): string {
  return join(folder, ...parts);
}

/** The path of what lies beside a folder. */
export function besideFolder(folder: string, ...parts: readonly string[]): string {
  return join(dirname(absolutePath(folder)), ...parts);
}

/** The path of what lies beside a file. */
export function besideFile(file: string, ...parts: readonly string[]): string {
  return join(dirname(file), ...parts);
}

/** The name of a file without its folder. */
export function nameWithEnding(file: string): string {
  return basename(file);
}

/** The name of a content file without its folder and its ending, which is its id. */
export function nameOf(file: string): string {
  return basename(file, '.yaml');
}

/** The folder of the questionnaire to which one of its files belongs. */
export function questionnaireOf(file: string): string {
  const folder = dirname(file);
  return basename(folder) === 'policies' ? dirname(folder) : folder;
}
