/** What a file says it is, found before anything is parsed: a half-written file must be recognised, too. */

import { BUILT_FILES, type ContentKind } from './content-kinds.ts';

/** Which kind of content a text of YAML or JSON says first that it is; undefined where it names none. */
export function contentKindOf(text: string): ContentKind | undefined {
  const format = /(?:^|[{,])[ \t]*["']?format["']?[ \t]*:[ \t]*["']?intakeline\/([a-z-]+)\//m.exec(text)?.[1];
  if (format === 'policy' && isTable(text)) return 'table';
  if (format === 'questionnaire' && isExtension(text)) return 'extension';
  return format !== undefined && isContentKind(format) ? format : undefined;
}

/** A key of the whole file: in the first column, or before anything nested where the file is written in braces. */
function isTable(text: string): boolean {
  return (text.trimStart().startsWith('{') ? IN_BRACES : ON_A_LINE).test(text);
}

const ON_A_LINE = /^["']?kind["']?[ \t]*:[ \t]*["']?table["']?[ \t]*(?:#.*)?\r?$/m;
const IN_BRACES = /^\s*\{(?:[^{}[\]]*,)?\s*["']?kind["']?\s*:\s*["']?table["']?\s*[,}]/;

/** Whether a questionnaire says what it extends: in the first column, or in braces before anything nested. */
function isExtension(text: string): boolean {
  return /^["']?extends["']?[ \t]*:/m.test(text) || /^\s*\{(?:[^{}[\]]*,)?\s*["']?extends["']?\s*:/.test(text);
}

function isContentKind(format: string): format is ContentKind {
  return Object.hasOwn(BUILT_FILES, format);
}

/** Whether a table says itself what its rules read, so that no questionnaire is needed. */
export function hasInputs(text: string): boolean {
  return /(?:^|[{,])[ \t]*["']?inputs["']?[ \t]*:/m.test(text);
}
