/** The modules that a questionnaire includes: where they are looked for, and the questionnaire with them put in. */

import { problemAt } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { installedPath, shownPath } from '../io/installed.ts';
import type { Problem } from '../problems/problem.ts';
import type { Included } from '../questionnaire/include-modules.ts';
import type { ModuleSource } from '../questionnaire/module-schema.ts';
import type { QuestionnaireSource } from '../questionnaire/schema.ts';
import { besideFolder, type ContentFiles, draftRead, inFolder } from './content-files.ts';
import { keep } from './content-parts.ts';

/** The same document where it includes nothing; the problems of the modules are added to the others. */
export async function withModules(
  main: Document<QuestionnaireSource> | undefined,
  folder: string,
  files: ContentFiles,
  problems: Problem[],
): Promise<Document<QuestionnaireSource> | undefined> {
  const { include = [] } = main?.value ?? {};
  if (main === undefined || include.length === 0) return main;
  const modules: Included[] = [];
  for (const [place, { module }] of include.entries()) {
    const places = modulePlaces(module, folder);
    const found = places.map((path) => ({ path, read: files.read(path) })).find(({ read }) => isThere(read));
    if (found === undefined) problems.push(unknownModule(main, place, places));
    else {
      const document = keep(await draftRead(files, 'module', found.path, found.read), problems);
      if (document !== undefined) modules.push({ place, document });
      if (document !== undefined) problems.push(...unrestricted(document));
    }
  }
  const { includeModules } = await import('../questionnaire/include-modules.ts');
  const composed = includeModules(main, modules);
  return modules.length === include.length ? composed : { ...composed, flaws: [...composed.flaws, ...MISSING] };
}

/** With a module missing nobody can say which questions and facts there are not. */
const MISSING = [{ path: ['questions'] }, { path: ['facts'] }];

/** Where a module is looked for, the site's own places first, so that its own wording stands before what was shipped. */
function modulePlaces(name: string, folder: string): readonly string[] {
  const file = `${name}.yaml`;
  return [inFolder(folder, file), besideFolder(folder, file), installedPath('questionnaires', file)];
}

function isThere(read: ReturnType<ContentFiles['read']>): boolean {
  return read.ok || read.fault.kind !== 'missing';
}

/** Nobody should find out from a document that went out that a module's answers were never kept back. */
function unrestricted(document: Document<ModuleSource>): readonly Problem[] {
  return document.value.questions.flatMap(({ id, restricted }, index) =>
    restricted
      ? []
      : [
          problemAt(document, {
            code: 'unrestricted-module',
            path: ['questions', index, 'id'],
            message: `the answer to \`${id}\` may leave the building without consent`,
            remedy: 'write `restricted: true` beside it',
          }),
        ],
  );
}

function unknownModule(main: Document<QuestionnaireSource>, place: number, places: readonly string[]): Problem {
  const name = main.value.include?.[place]?.module ?? '';
  return problemAt(main, {
    code: 'unknown-module',
    path: ['include', place, 'module'],
    message: `there is no module \`${name}\``,
    remedy: `it was looked for at ${[...new Set(places.map(shownPath))].map((path) => `\`${path}\``).join(', ')}`,
  });
}
