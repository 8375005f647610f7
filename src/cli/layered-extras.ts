/** The files beside the content of a questionnaire that extends another one: its own, put together with the other's. */

import { heirsAmong } from '../analysis/heirs.ts';
import { type Inheritor, inheritCases } from '../analysis/inherited-cases.ts';
import { inheritMarginals } from '../analysis/inherited-marginals.ts';
import { inheritProperties } from '../analysis/inherited-properties.ts';
import type { Draft } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { PolicySource } from '../policy/schema.ts';
import type { Problem } from '../problems/problem.ts';
import { type ContentFiles, draftRead, inFolder } from './content-files.ts';
import type { ContentKind, ContentSources } from './content-kinds.ts';
import type { Layer, Layers } from './content-layers.ts';
import { keep } from './content-parts.ts';

/** What the files of a questionnaire are put together for. */
export interface Inherited {
  readonly layers: Layers;
  readonly files: ContentFiles;
  /** The policies of each layer, by its folder. */
  readonly policies: ReadonlyMap<string, readonly Document<PolicySource>[]>;
  /** The id of the questionnaire. */
  readonly questionnaire: string;
}

/** What could be read of a file; no value and no problem where there is none. */
export type ExtraDraft<K extends ContentKind> = Draft<Document<ContentSources[K]> | undefined>;

/** The worked cases of all layers: those of a farther one are cases of each policy that extends one of its policies. */
export async function layeredCases(inherited: Inherited): Promise<ExtraDraft<'cases'>> {
  const problems: Problem[] = [];
  let all: Document<ContentSources['cases']> | undefined;
  for (const [layer, inheritor] of fromTheFarthest(inherited)) {
    const own = keep(await ownFile('cases', layer, inherited), problems);
    all = all === undefined ? own : keep(inheritCases(own, all, inheritor), problems);
  }
  return { value: all, problems };
}

/** The properties of all layers, in the same way. */
export async function layeredProperties(inherited: Inherited): Promise<ExtraDraft<'properties'>> {
  const problems: Problem[] = [];
  let all: Document<ContentSources['properties']> | undefined;
  for (const [layer, { heirs }] of fromTheFarthest(inherited)) {
    const own = keep(await ownFile('properties', layer, inherited), problems);
    all = all === undefined ? own : inheritProperties(own, all, heirs);
  }
  return { value: all, problems };
}

/** The notices of a file that was named, which has to be there, else those of the nearest layer that has some. */
export async function layeredNotices(inherited: Inherited, file?: string): Promise<ExtraDraft<'notices'>> {
  if (file !== undefined) return draftRead(inherited.files, 'notices', file, inherited.files.read(file));
  const problems: Problem[] = [];
  let nearest: Document<ContentSources['notices']> | undefined;
  for (const [layer] of fromTheFarthest(inherited))
    nearest = keep(await ownFile('notices', layer, inherited), problems) ?? nearest;
  return { value: nearest, problems };
}

/** The marginals of a file, else those of the nearest layer that has some. */
export async function layeredMarginals(inherited: Inherited, file?: string): Promise<ExtraDraft<'marginals'>> {
  if (file !== undefined) return fileIfThere('marginals', file, inherited.files);
  const problems: Problem[] = [];
  let all: Document<ContentSources['marginals']> | undefined;
  for (const [layer, inheritor] of fromTheFarthest(inherited)) {
    const own = keep(await ownFile('marginals', layer, inherited), problems);
    all = own ?? (all && inheritMarginals(all, inheritor));
  }
  return { value: all, problems };
}

/** Each layer with what it takes over from the farther ones. */
function fromTheFarthest({ layers, policies, questionnaire }: Inherited): readonly (readonly [Layer, Inheritor])[] {
  const all = [...layers.all].reverse();
  return all.map((layer): readonly [Layer, Inheritor] => {
    const heirs = heirsAmong((policies.get(layer.folder) ?? []).map(({ value }) => value));
    const { id = questionnaire, without = [] } = layer.extension?.value ?? {};
    return [layer, { questionnaire: id, heirs, without }];
  });
}

function ownFile<K extends ContentKind>(kind: K, { folder }: Layer, { files }: Inherited): Promise<ExtraDraft<K>> {
  return fileIfThere(kind, inFolder(folder, `${kind}.yaml`), files);
}

async function fileIfThere<K extends ContentKind>(kind: K, path: string, files: ContentFiles): Promise<ExtraDraft<K>> {
  const read = files.read(path);
  if (!read.ok && read.fault.kind === 'missing') return { value: undefined, problems: [] };
  return draftRead(files, kind, path, read);
}
