/** Checks mappings against the questionnaire whose answers they give. */

import { placeholderFindings } from '../analysis/lint-texts.ts';
import type { MappingSource } from '../batch/schema.ts';
import { collect, problemAt } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Problem } from '../problems/problem.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { CheckedPlace } from '../render/check-report.ts';
import type { CheckedPart } from './check-part.ts';
import { besideFolder, type ContentFiles, draftContentFile, nameOf } from './content-files.ts';
import { contentKindOf } from './kind-of-file.ts';
import { loadDirectoryMapping } from './load-directory-mapping.ts';
import { compileDraft, type MappingPlace } from './load-mapping.ts';
import { mappingsBeside } from './mapping-files.ts';
import { draftContent } from './parse-content.ts';

/** Checks the mappings that lie beside a questionnaire, but for those that belong to another one there. */
export async function checkMappings(
  { folder, questionnaire }: MappingPlace,
  files: ContentFiles,
): Promise<CheckedPart> {
  const listing = files.list(mappingsBeside(folder), '.yaml');
  const problems: Problem[] = [];
  let count = 0;
  for (const path of listing.ok ? listing.files : []) {
    const read = files.read(path);
    if (read.ok && contentKindOf(read.text) === 'directory-mapping') {
      problems.push(...(await loadDirectoryMapping(path, files)).problems);
      count += 1;
      continue;
    }
    const draft = await draftContentFile(files, 'mapping', path);
    if (isOfNeighbour(draft.value?.value.questionnaire, { folder, questionnaire }, files)) continue;
    problems.push(...compileDraft(draft, questionnaire).problems, ...nameProblems(draft.value, nameOf(path)));
    problems.push(...unfilled(draft.value));
    count += 1;
  }
  return { problems, checked: [{ what: 'mappings', count }] };
}

/** `--mapping` finds a mapping beside the questionnaire by the name of its file, and everything else calls it by its id. */
function nameProblems(document: Document<MappingSource> | undefined, name: string): readonly Problem[] {
  if (document === undefined || document.value.id === name) return [];
  const { report, outcome } = collect(document);
  report({
    code: 'other-file-name',
    path: ['id'],
    message: `the mapping is not called like its file, \`${name}\``,
    remedy: `write \`id: ${name}\`, or call the file \`${document.value.id}.yaml\``,
  });
  return outcome(document.value).problems;
}

function unfilled(document: Document<MappingSource> | undefined): readonly Problem[] {
  return document === undefined
    ? []
    : placeholderFindings(document.value).map((finding) => problemAt(document, finding));
}

/** Whether a mapping names a questionnaire that has a folder of its own beside this one. */
function isOfNeighbour(id: string | undefined, { folder, questionnaire }: MappingPlace, files: ContentFiles): boolean {
  if (id === undefined || id === questionnaire.id) return false;
  return files.read(besideFolder(folder, id, 'questionnaire.yaml')).ok;
}

/** Checks the text of one mapping. */
export function checkMappingText(
  { file, text }: { readonly file: string; readonly text: string },
  questionnaire: Questionnaire,
): CheckedPlace {
  const draft = draftContent('mapping', file, text);
  const compiled = compileDraft(draft, questionnaire);
  const count = compiled.ok ? compiled.value.readings.length : 0;
  return {
    place: file,
    problems: [...compiled.problems, ...unfilled(draft.value)],
    checked: [{ what: 'questions', count }],
  };
}
