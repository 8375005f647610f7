/** A directory as JSON: one program a line, so that a comparison of two imports shows which programs changed. */

import type { DirectorySource } from '../directory/schema.ts';

/** The whole file. */
export function directoryJson({ programs, ...heading }: DirectorySource): string {
  const head = JSON.stringify(heading, null, 1).slice(0, -2);
  return `${head},\n "programs": [${listed(programs)}]\n}\n`;
}

function listed(programs: DirectorySource['programs']): string {
  return programs.length === 0 ? '' : `\n${programs.map((program) => `  ${JSON.stringify(program)}`).join(',\n')}\n `;
}
