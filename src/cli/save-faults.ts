/** What to say when a result cannot be saved. */

import type { SaveFault } from '../io/save-file.ts';
import type { InputFault } from './inputs-to-keep.ts';

/** One clause about the path, and what to do. */
export function explainSaveFault(path: string, fault: SaveFault | InputFault): string {
  const [message, remedy] = explain(fault);
  return `intakeline: cannot save to \`${path}\`: ${message}\n  ${remedy}\n`;
}

/**
 * The same about a file of rejects whose path nobody gave: it follows from that of the result. Another `--rejects` alone would leave
 * an `--out` that corrected rejects are scored to, and their result would take the place of the first one.
 */
export function explainRejectsFault(path: string, fault: SaveFault | InputFault): string {
  const [message] = explain(fault);
  return `intakeline: the rejects would go to \`${path}\`: ${message}\n  name another result with \`--out\`, from which theirs follows\n`;
}

function explain(fault: SaveFault | InputFault): readonly [string, string] {
  switch (fault.kind) {
    case 'no-folder':
      return ['its folder does not exist', 'create the folder first, or name another file'];
    case 'symbolic-link':
      return ['it is a symbolic link', 'name the file itself, so that nothing elsewhere is overwritten'];
    case 'not-a-file':
      return ['it is no ordinary file', 'name a new file or one to replace; use a pipe for anything else'];
    case 'not-a-folder':
      return ['this is a file, not a folder', 'name a folder, or one that is to be made'];
    case 'unwritable':
      return [`the system refuses (${fault.cause})`, 'check the permissions of the folder and the space on the disk'];
    case 'answers-file':
      return ['the answers are in it', 'name another file, so that the answers are kept'];
    case 'export-file':
      return ['the rows to score are in it', 'name another file, so that they are kept'];
    case 'mapping-file':
      return ['it is the mapping', 'name another file, so that the mapping is kept'];
    case 'marginals-file':
      return ['it is the file of marginals', 'name another file, so that the marginals are kept'];
    case 'other-mapping':
      return ['it would be one of the mappings', 'name a file in another folder'];
    case 'directory-file':
      return ['it is the directory of programs', 'name another file, so that the directory is kept'];
    case 'questionnaire-file':
      return ["it would be one of the questionnaire's files", 'name a file in another folder'];
    case 'saved-call':
      return ['it lies among the saved calls', 'name a file in another folder'];
    default:
      return fault satisfies never;
  }
}
