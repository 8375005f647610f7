/** What a file says it is, found before anything is parsed: a half-written file must be recognised, too. */

import { BUILT_FILES } from './content-kinds.ts';

/** Whether a text of YAML or JSON says first that it is one of the files in a questionnaire's folder. */
export function isContentText(text: string): boolean {
  const format = /(?:^|[{,])[ \t]*["']?format["']?[ \t]*:[ \t]*["']?intakeline\/([a-z]+)\//m.exec(text)?.[1];
  return format !== undefined && Object.hasOwn(BUILT_FILES, format);
}
