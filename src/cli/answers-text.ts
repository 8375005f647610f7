/** The text of an answers file, or of standard input where the path is `-`. */

import { shownPath } from '../io/installed.ts';
import { readFileText } from '../io/read-file.ts';
import { readStdin } from '../io/read-stdin.ts';
import { isTypedInput } from '../io/terminal.ts';
import type { FileText } from '../problems/file-fault.ts';
import { announce } from './deliver.ts';

/** What a person calls the place that answers are read from. */
export function answersPlace(path: string): string {
  return path === '-' ? 'standard input' : shownPath(path);
}

/** Reads the text; somebody who has to type it is told so. */
export async function readAnswersText(path: string): Promise<FileText> {
  if (path !== '-') return readFileText(path);
  if (isTypedInput()) await announce('waiting for answers on standard input; Ctrl-D ends them\n');
  return readStdin();
}
