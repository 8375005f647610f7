/** Several paths in one variable of the environment. */

import { delimiter } from 'node:path';

/** The paths of a text in which they stand as in `PATH`; what is empty between two of them names none. */
export function pathsIn(text: string): readonly string[] {
  return text.split(delimiter).filter((path) => path !== '');
}
