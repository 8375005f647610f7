/** Reads the file of a site's settings, and only one that nobody else can change. */

import { absolutePath, shownPath } from '../io/installed.ts';
import { type Openness, openness } from '../io/openness.ts';
import type { Problem } from '../problems/problem.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../site/settings.ts';
import { besideFolder, contentFiles, readContent } from './content-files.ts';

/** A site's settings as they were written. */
export interface SiteConfig {
  /** As a person would type its path. */
  readonly file: string;
  readonly entries: ReadonlyMap<SettingName, ConfigEntry>;
}

/** One setting: its value, or values, as texts, and the file with the line. */
export interface ConfigEntry {
  readonly texts: readonly string[];
  readonly place: string;
}

/** Reads the settings; `isNamed` where a person named the file, so that somebody else may own it. */
export async function readConfig(
  path: string,
  { isNamed }: { readonly isNamed: boolean },
): Promise<{ readonly config: SiteConfig | undefined; readonly problems: readonly Problem[] }> {
  const file = shownPath(path);
  const open = openness(path);
  if (open !== undefined && !(isNamed && open === 'foreign'))
    return { config: { file, entries: new Map() }, problems: [unsafe(path, open)] };
  const read = await readContent(contentFiles(), 'config', path);
  if (!read.ok) return { config: { file, entries: new Map() }, problems: read.problems };
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
  return { config: { file, entries: new Map(entries) }, problems };
}

/** A path in the file begins at the folder of the file. */
function fromConfig(config: string, path: string): string {
  return path.startsWith('/') ? path : besideFolder(absolutePath(config), path);
}

const WHY: Readonly<Record<Openness, readonly [message: string, remedy: (path: string) => string]>> = {
  writable: ['others than its owner may write this file', (path) => `\`chmod go-w ${path}\``],
  'folder-writable': [
    'anybody may put another file in the place of this one',
    (path) => `take that from them with \`chmod o-w\` on the folder of \`${path}\``,
  ],
  foreign: [
    'this file belongs to somebody else',
    (path) => `look into it; if it is meant, name it with \`--config ${path}\`, else use \`--no-config\``,
  ],
};

function unsafe(path: string, open: Openness): Problem {
  const [message, remedy] = WHY[open];
  const file = shownPath(path);
  return {
    code: 'unsafe-file',
    severity: 'error',
    file,
    position: undefined,
    message: `${message}, so that calls could be decided by other rules than yours`,
    remedy: remedy(file),
    excerpt: undefined,
  };
}
