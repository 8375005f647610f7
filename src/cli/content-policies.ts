/** The policies of a questionnaire, and of those that it extends. */

import type { Document } from '../documents/document.ts';
import type { FileText } from '../problems/file-fault.ts';
import { fileProblem } from '../problems/file-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { type ContentFiles, draftRead, inFolder } from './content-files.ts';
import type { ContentSources } from './content-kinds.ts';
import { inCallLanguages, type Layer, type Layers } from './content-layers.ts';
import { type Documents, keep } from './content-parts.ts';
import { contentKindOf } from './kind-of-file.ts';
import { listingProblem } from './listing-problem.ts';
import type { TableFile } from './table-file.ts';

type PolicyDocument = Document<ContentSources['policy']>;

/** The policies of all layers, the farthest first, whether these are all, and the tables among them. */
export interface LayeredPolicies extends Pick<Documents, 'policies' | 'areMissing'> {
  readonly tables: readonly TableFile[];
  /** The policies of each layer, by its folder. */
  readonly byFolder: ReadonlyMap<string, readonly PolicyDocument[]>;
}

/** Reads the policies of every layer. */
export async function readLayeredPolicies(
  layers: Layers,
  files: ContentFiles,
  problems: Problem[],
): Promise<LayeredPolicies> {
  const byFolder = new Map<string, readonly PolicyDocument[]>();
  const tables: TableFile[] = [];
  let areMissing = false;
  for (const layer of [...layers.all].reverse()) {
    const read = await readPolicies(layer, files, problems);
    byFolder.set(
      layer.folder,
      read.policies.map((one) => inCallLanguages(one, layer, layers)),
    );
    tables.push(...read.tables);
    areMissing ||= read.areMissing;
  }
  const policies = [...byFolder.values()].flat();
  return { policies, tables, byFolder, areMissing: areMissing || policies.length === 0 };
}

async function readPolicies(
  layer: Layer,
  files: ContentFiles,
  problems: Problem[],
): Promise<Pick<LayeredPolicies, 'policies' | 'areMissing' | 'tables'>> {
  const listed = policyFiles(layer, files, problems);
  const policies: PolicyDocument[] = [];
  const tables: TableFile[] = [];
  for (const path of listed ?? []) {
    const read = files.read(path);
    if (isTable(read)) tables.push({ path, read });
    else {
      const document = keep(await draftRead(files, 'policy', path, read), problems);
      if (document !== undefined) policies.push(document);
    }
  }
  // Tables alone decide nobody.
  if (layer.extension === undefined && listed?.length === tables.length)
    problems.push(fileProblem(inFolder(layer.folder, 'policies', '*.yaml'), { kind: 'missing' }));
  const areMissing = listed === undefined || policies.length + tables.length < listed.length;
  return { policies, tables, areMissing };
}

function isTable(read: FileText): read is TableFile['read'] {
  return read.ok && contentKindOf(read.text) === 'table';
}

/** The files of a layer's policies; undefined where they cannot be listed. Only a site that extends another folder may have none. */
function policyFiles(
  { folder, extension }: Layer,
  files: ContentFiles,
  problems: Problem[],
): readonly string[] | undefined {
  const place = inFolder(folder, 'policies');
  const listing = files.list(place, '.yaml');
  if (!listing.ok) {
    if (extension !== undefined && listing.fault.kind === 'missing') return [];
    problems.push(listingProblem(place, listing));
    return undefined;
  }
  return listing.files;
}
