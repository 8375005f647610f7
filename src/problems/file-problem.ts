/** A file that could not be read, as a problem. */

import type { ProblemCode } from './codes.ts';
import type { FileFault, Openness } from './file-fault.ts';
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
    case 'unsafe':
      return unsafe(fault.open);
    default:
      return fault satisfies never;
  }
}

const OPEN: Readonly<Record<Openness['kind'], readonly [message: string, remedy: (path: string) => string]>> = {
  writable: ['others than its owner may write this file', (path) => `\`chmod go-w ${path}\``],
  'folder-writable': [
    'others may put another file in the place of this one',
    (path) => `take that from them with \`chmod go-w ${path}\``,
  ],
  foreign: [
    'this file, or a folder that it lies in, belongs to somebody else',
    (path) => `look into it: \`${path}\` is neither yours nor the system's`,
  ],
  link: [
    "this is a link to a file that may be anybody's",
    (path) => `if it is meant, name it with \`--config ${path}\`, else use \`--no-config\``,
  ],
  unknown: ['it cannot be seen who may write this file', (path) => `check the permissions of \`${path}\``],
};

function unsafe({ kind, at }: Openness): Wording {
  const [message, remedy] = OPEN[kind];
  return {
    code: 'unsafe-file',
    message: `${message}, so that calls could be decided by other rules than yours`,
    remedy: remedy(at),
  };
}
