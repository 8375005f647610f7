/** The folders of which a questionnaire is made: its own and, where it extends others, theirs. */

import { problemAt } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { absolutePath, installedPath } from '../io/installed.ts';
import { nearest } from '../problems/did-you-mean.ts';
import type { Problem } from '../problems/problem.ts';
import { droppedLanguages } from '../questionnaire/extend-questionnaire.ts';
import type { ExtensionSource } from '../questionnaire/extension-schema.ts';
import { withoutLanguages } from '../questionnaire/in-languages.ts';
import type { QuestionnaireSource } from '../questionnaire/schema.ts';
import { type ContentFiles, draftRead, inFolder } from './content-files.ts';
import { keep } from './content-parts.ts';
import { contentKindOf } from './kind-of-file.ts';

/** A folder, and what it says of the one that it extends. */
export interface Layer {
  readonly folder: string;
  /** Undefined where it extends none. */
  readonly extension: Document<ExtensionSource> | undefined;
}

/** The layers of a questionnaire, its own folder first; the last one extends nothing. */
export interface Layers {
  readonly all: readonly Layer[];
  /** All of them put together; undefined where one could not be read. */
  readonly questionnaire: Document<QuestionnaireSource> | undefined;
  /** The languages in which other layers may have texts, and in which no calls are taken. */
  readonly dropped: readonly string[];
}

/** Reads the questionnaire of a folder with all that it extends. */
export async function readLayers(folder: string, files: ContentFiles, problems: Problem[]): Promise<Layers> {
  return layersFrom(folder, [], { files, problems });
}

interface Reading {
  readonly files: ContentFiles;
  readonly problems: Problem[];
}

async function layersFrom(folder: string, below: readonly Layer[], reading: Reading): Promise<Layers> {
  const { files, problems } = reading;
  const path = inFolder(folder, 'questionnaire.yaml');
  const read = files.read(path);
  if (!read.ok || contentKindOf(read.text) !== 'extension') {
    const questionnaire = keep(await draftRead(files, 'questionnaire', path, read), problems);
    return { all: [...below, { folder, extension: undefined }], questionnaire, dropped: [] };
  }
  const extension = keep(await draftRead(files, 'extension', path, read), problems);
  const all = [...below, { folder, extension }];
  const base = extension && baseOf(extension, folder, all, reading);
  if (extension === undefined || base === undefined) return { all, questionnaire: undefined, dropped: [] };
  const above = await layersFrom(base, all, reading);
  if (above.questionnaire === undefined) return above;
  const { extendQuestionnaire } = await import('../questionnaire/extend-questionnaire.ts');
  return {
    all: above.all,
    questionnaire: keep(extendQuestionnaire(extension, above.questionnaire), problems),
    dropped: [...above.dropped, ...droppedLanguages(extension.value, above.questionnaire.value)],
  };
}

/** The folder that is extended; undefined, and reported, where there is none or where it leads back. */
function baseOf(
  extension: Document<ExtensionSource>,
  folder: string,
  below: readonly Layer[],
  { files, problems }: Reading,
): string | undefined {
  const base = folderNamed(extension.value.extends, folder);
  if (below.some((layer) => absolutePath(layer.folder) === absolutePath(base))) {
    problems.push(
      problemAt(extension, {
        code: 'base-cycle',
        path: ['extends'],
        message: `\`${extension.value.extends}\` extends this questionnaire, directly or through others`,
        remedy: 'name another one, such as the shipped `adult-intake`',
      }),
    );
    return undefined;
  }
  const read = files.read(inFolder(base, 'questionnaire.yaml'));
  if (read.ok || read.fault.kind !== 'missing') return base;
  problems.push(noBase(extension));
  return undefined;
}

/** A name alone is that of a shipped questionnaire; a path begins at the folder of the one that extends. */
function folderNamed(base: string, folder: string): string {
  if (base.startsWith('/')) return base;
  return base.includes('/') ? inFolder(folder, base) : installedPath('questionnaires', base);
}

function noBase(extension: Document<ExtensionSource>): Problem {
  const named = extension.value.extends;
  const isPath = named.includes('/');
  const near = isPath ? undefined : nearest(named, ['adult-intake']);
  const guess = near === undefined ? 'name `adult-intake`, or a folder by a path such as `../other`' : undefined;
  return problemAt(extension, {
    code: 'unknown-base',
    path: ['extends'],
    message: isPath
      ? `there is no \`questionnaire.yaml\` in \`${named}\``
      : `there is no shipped questionnaire \`${named}\``,
    remedy: isPath ? 'correct the path; it begins at the folder of this file' : (guess ?? `did you mean \`${near}\`?`),
  });
}

/** A file of a questionnaire, and the layer that it lies in. */
export interface LayeredFile {
  readonly path: string;
  readonly layer: Layer | undefined;
}

/** The file of this name that holds: that of the first layer that has one. Where none has, it is missing in the last. */
export function layeredFile(
  { all }: Pick<Layers, 'all'>,
  name: string,
  files: Pick<ContentFiles, 'read'>,
): LayeredFile {
  // The last one needs no look: where it lacks the file as well, reading it says so.
  const found = all.slice(0, -1).find(({ folder }) => {
    const read = files.read(inFolder(folder, name));
    return read.ok || read.fault.kind !== 'missing';
  });
  const layer = found ?? all.at(-1);
  return { path: inFolder(layer?.folder ?? '', name), layer };
}

/** A document without texts in languages in which no calls are taken. A file that was named is as it was written. */
export function inCallLanguages<T>(
  document: Document<T>,
  layer: Layer | undefined,
  { dropped }: Pick<Layers, 'dropped'>,
): Document<T> {
  if (dropped.length === 0 || layer === undefined) return document;
  return { ...document, value: withoutLanguages(document.value, dropped) };
}
