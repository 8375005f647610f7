/** Reads the file of a site's settings, and only one that nobody else can change. */

import { absolutePath, shownPath } from '../io/installed.ts';
import { isLink, openness, realPath } from '../io/openness.ts';
import type { Openness } from '../problems/file-fault.ts';
import { fileProblem } from '../problems/file-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../site/settings.ts';
import { besideFolder, contentFiles, readContent } from './content-files.ts';

/** A site's settings as they were written. */
export interface SiteConfig {
  /** As a person would type its path. */
  readonly file: string;
  readonly isNamed: boolean;
  readonly entries: ReadonlyMap<SettingName, ConfigEntry>;
}

/** One setting: its value, or values, as texts, and the file with the line. */
export interface ConfigEntry {
  readonly texts: readonly string[];
  readonly place: string;
}

/**
 * Reads the settings; `isNamed` where a person named the file, so that it may be a link, or belong to somebody else. Paths in it
 * begin where the file really lies, so that no link brings other rules in.
 */
export async function readConfig(
  given: string,
  { isNamed }: { readonly isNamed: boolean },
): Promise<{ readonly config: SiteConfig | undefined; readonly problems: readonly Problem[] }> {
  const path = isNamed ? realPath(given) : given;
  const file = shownPath(path);
  const open = opennessOf(given, isNamed);
  if (open !== undefined)
    return { config: { file, isNamed, entries: new Map() }, problems: [unsafe(file, open, isNamed)] };
  const read = await readContent(contentFiles(), 'config', path);
  if (!read.ok) return { config: { file, isNamed, entries: new Map() }, problems: read.problems };
  const { value: document, problems } = read;
  const entries = SETTING_NAMES.flatMap((name): readonly (readonly [SettingName, ConfigEntry])[] => {
    const value = document.value[name];
    if (value === undefined) return [];
    const texts = [value].flat().map(String);
    const line = document.at([name], 'key')?.line;
    return [
      [
        name,
        {
          texts: SETTINGS[name].isPath ? texts.map((text) => fromConfig(path, text)) : texts,
          place: line === undefined ? file : `${file}:${line}`,
        },
      ],
    ];
  });
  return { config: { file, isNamed, entries: new Map(entries) }, problems };
}

/** A path in the file begins at the folder of the file. */
function fromConfig(config: string, path: string): string {
  return path.startsWith('/') ? path : besideFolder(absolutePath(config), path);
}

function opennessOf(path: string, isNamed: boolean): Openness | undefined {
  return !isNamed && isLink(path) ? { kind: 'link', at: path } : openness(path, { mayBeForeign: isNamed });
}

function unsafe(file: string, { kind, at }: Openness, isNamed: boolean): Problem {
  const problem = fileProblem(file, { kind: 'unsafe', open: { kind, at: shownPath(at) } });
  if (isNamed || kind !== 'foreign') return problem;
  return {
    ...problem,
    remedy: `look into it; if it is meant, name it with \`--config ${file}\`, else use \`--no-config\``,
  };
}
