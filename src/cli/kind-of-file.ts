/** What a file says it is, found before anything is parsed: a half-written file must be recognised, too. */

import { BUILT_FILES, type ContentKind } from './content-kinds.ts';

/** Which kind of content a text of YAML or JSON says first that it is; undefined where it names none. */
export function contentKindOf(text: string): ContentKind | undefined {
  const format = /(?:^|[{,])[ \t]*["']?format["']?[ \t]*:[ \t]*["']?intakeline\/([a-z]+)\//m.exec(text)?.[1];
  return format !== undefined && isContentKind(format) ? format : undefined;
}

function isContentKind(format: string): format is ContentKind {
  return Object.hasOwn(BUILT_FILES, format);
}
