/** `intakeline init`: the folder of a site of its own. */

import { editorNames } from '../analysis/editor-names.ts';
import { today } from '../io/clock.ts';
import { absolutePath, installedPath, shownPath } from '../io/installed.ts';
import { folderFault, makeFolder, subfolderFault } from '../io/make-folder.ts';
import { isPresent, READABLE_BY_ALL, type SaveFault, saveFile } from '../io/save-file.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { renderProblems } from '../render/problems.ts';
import { newSite, type SiteFile, siteId } from '../site/new-site.ts';
import type { InitOptions } from './add-init.ts';
import { loadContent } from './content.ts';
import { contentFiles, inFolder, nameOf } from './content-files.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { explainSaveFault } from './save-faults.ts';
import { saveSchemas } from './save-schemas.ts';
import { schemaKinds } from './schema-kinds.ts';
import { schemaText } from './schema-text.ts';

/** The folders of a site, those above others first. */
const FOLDERS = ['.', '.vscode', 'questionnaire', 'questionnaire/policies', 'questionnaire/schemas'];

/** Writes every file of a new site, or none where that would overwrite one. */
export async function init(folder: string, { name = nameFor(folder) }: InitOptions): Promise<CommandResult> {
  const notices = contentFiles().read(installedPath('questionnaires', 'adult-intake', 'notices.yaml'));
  if (!notices.ok) return couldNotRun(renderProblems([fileProblem('notices.yaml', notices.fault)]));
  const shipped = contentFiles().list(installedPath('questionnaires', 'adult-intake', 'policies'), '.yaml');
  const taken = ['adult-intake', ...(shipped.ok ? shipped.files.map(nameOf) : [])];
  const files = newSite({ name, id: siteId(name, taken), today: today(), notices: notices.text });
  const complaint = complaintAbout(folder, files);
  if (complaint !== undefined) return couldNotRun(complaint);
  const kept = files.filter(({ path }) => isPresent(inFolder(folder, path)));
  const written = files.filter((file) => !kept.includes(file));
  const fault = written.map((file) => save(folder, file)).find((one) => one !== undefined) ?? (await schemas(folder));
  if (fault !== undefined) return couldNotRun(fault);
  return {
    output: { kind: 'text', content: report(folder, { written, kept }) },
    notes: '',
    outcome: 'fine',
  };
}

function nameFor(folder: string): string {
  const path = absolutePath(folder);
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 60) || 'Site';
}

/** Whatever stands in the way, before anything is written. */
function complaintAbout(folder: string, files: readonly SiteFile[]): string | undefined {
  const fault = folderFault(folder);
  if (fault !== undefined) return explainSaveFault(folder, fault);
  const present = files.filter(({ path, mayBeThere }) => !mayBeThere && isPresent(inFolder(folder, path)));
  if (present.length > 0) {
    const list = present.map(({ path }) => `  ${shownPath(inFolder(folder, path))}\n`).join('');
    return `intakeline: a site is there already, and nothing is overwritten\n${list}  name another folder, or move these files away\n`;
  }
  const [, ...below] = FOLDERS.map((one) => inFolder(folder, one));
  const blocked = below.flatMap((path) => explained(path, subfolderFault(path)) ?? []);
  if (blocked.length > 0) return blocked.join('');
  const made = FOLDERS.map((one) => {
    const path = inFolder(folder, one);
    return { path, fault: makeFolder(path) };
  });
  const unmade = made.find((one) => one.fault !== undefined);
  return unmade && explained(unmade.path, unmade.fault);
}

function explained(path: string, fault: SaveFault | undefined): string | undefined {
  return fault && explainSaveFault(path, fault);
}

function save(folder: string, { path, text }: SiteFile): string | undefined {
  const file = inFolder(folder, path);
  const fault: SaveFault | undefined = saveFile(file, text, READABLE_BY_ALL);
  return explained(file, fault);
}

/** What an editor completes, with the ids of the new questionnaire. */
async function schemas(folder: string): Promise<string | undefined> {
  const content = await loadContent({ folder: inFolder(folder, 'questionnaire') }, contentFiles());
  if (!content.ok) return renderProblems(content.problems);
  const names = editorNames(content.value);
  const texts = new Map(schemaKinds().map((kind) => [kind, schemaText(kind, names)] as const));
  return saveSchemas(inFolder(folder, 'questionnaire', 'schemas'), texts);
}

function report(
  folder: string,
  { written, kept }: { readonly written: readonly SiteFile[]; readonly kept: readonly SiteFile[] },
): string {
  const line = ({ path }: SiteFile): string => `  ${shownPath(inFolder(folder, path))}\n`;
  const schemaFolder = `  ${shownPath(inFolder(folder, 'questionnaire', 'schemas'))}, for your editor\n`;
  const here = shownPath(absolutePath(folder));
  const go = here === absolutePath('.') ? '' : `cd ${here} && `;
  return [
    'A site begins:\n',
    ...written.map(line),
    schemaFolder,
    ...(kept.length === 0 ? [] : ['\nLeft as it was:\n', ...kept.map(line)]),
    `\nNext: \`${go}intakeline check\`, then change questionnaire/questionnaire.yaml and the policy beside it.\n`,
  ].join('');
}
