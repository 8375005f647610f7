/** What to say when `--out` cannot be written. */

import type { SaveFault } from '../io/save-file.ts';

/** One clause about the path, and what to do. */
export function explainSaveFault(path: string, fault: SaveFault): string {
  const [message, remedy] = explain(fault);
  return `intakeline: cannot save to \`${path}\`: ${message}\n  ${remedy}\n`;
}

function explain(fault: SaveFault): readonly [string, string] {
  switch (fault.kind) {
    case 'no-folder':
      return ['its folder does not exist', 'create the folder first, or name another file'];
    case 'symbolic-link':
      return ['it is a symbolic link', 'name the file itself, so that nothing elsewhere is overwritten'];
    case 'not-a-file':
      return ['it is no ordinary file', 'name a new file or one to replace; use a pipe for anything else'];
    case 'unwritable':
      return [`the system refuses (${fault.cause})`, 'check the permissions of the folder and the space on the disk'];
    default:
      return fault satisfies never;
  }
}
