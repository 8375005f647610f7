/** A file that could not be read, as a problem. */

import type { ProblemCode } from './codes.ts';
import type { FileFault } from './file-fault.ts';
import type { Problem } from './problem.ts';

interface Wording {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** Says why a file could not be read. */
export function fileProblem(file: string, fault: FileFault): Problem {
  return { ...wording(fault), severity: 'error', file, position: undefined, excerpt: undefined };
}

function wording(fault: FileFault): Wording {
  switch (fault.kind) {
    case 'missing':
      return { code: 'file-missing', message: 'there is no such file', remedy: 'check the path' };
    case 'directory':
      return { code: 'file-unreadable', message: 'this is a folder, not a file', remedy: 'name a file in it' };
    case 'too-large':
      return {
        code: 'file-too-large',
        message: `the file is larger than ${Math.round(fault.limit / 1024)} KiB`,
        remedy: 'check that this is the right file',
      };
    case 'not-utf8':
      return {
        code: 'not-utf8',
        message: `byte ${fault.offset + 1} of the file is not UTF-8`,
        remedy: 'save the file as UTF-8',
      };
    case 'unreadable':
      return {
        code: 'file-unreadable',
        message: `the file cannot be opened (${fault.cause})`,
        remedy: 'check its permissions',
      };
    default:
      return fault satisfies never;
  }
}
