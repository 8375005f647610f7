/** Content that a site's settings name is read only where nobody else can change it; what a person names is their own word. */

import { absolutePath, packageFolder, shownPath } from '../io/installed.ts';
import { openness } from '../io/openness.ts';
import type { Problem } from '../problems/problem.ts';
import type { SettingName } from '../site/settings.ts';
import { type ContentFiles, contentFiles } from './content-files.ts';
import type { ContentOptions } from './options.ts';

/** The files on this machine; of those that the settings named, one that others may change cannot be read. */
export function guardedFiles({ site, directory = [], questionnaire }: ContentOptions): ContentFiles {
  const files = contentFiles();
  if (site?.file === undefined) return files;
  const isBySite = (name: SettingName): boolean =>
    site.settings.some((one) => one.name === name && one.source === 'site');
  const isQuestionnaire = isBySite('questionnaire') && questionnaire !== undefined;
  const isDirectory = isBySite('directory');
  const isGuarded = (path: string): boolean =>
    path === site.notices || (directory.includes(path) ? isDirectory : isQuestionnaire && !isInstalled(path));
  const read: ContentFiles['read'] = (path) => {
    const open = isGuarded(path) ? openness(path, { mayBeForeign: site.isNamed }) : undefined;
    if (open === undefined) return files.read(path);
    return { ok: false, fault: { kind: 'unsafe', open: { ...open, at: shownPath(open.at) } } };
  };
  return { ...files, read };
}

/** What was shipped lies where the program itself does. */
function isInstalled(path: string): boolean {
  return absolutePath(path).startsWith(`${packageFolder()}/questionnaires/`);
}

/** One folder that is open is said once, and not of every file in it. */
export function withoutRepeatedOpenness(problems: readonly Problem[]): readonly Problem[] {
  const said = new Set<string | undefined>();
  return problems.filter(({ code, remedy }) => {
    const isNew = !said.has(remedy);
    if (code === 'unsafe-file') said.add(remedy);
    return code !== 'unsafe-file' || isNew;
  });
}
