/** What to say when an export cannot be read. */

import type { InputFault } from '../io/broken-input.ts';

/** One clause about the input, and what to do. */
export function explainInputFault(path: string, fault: InputFault): string {
  const [message, remedy] = explain(fault);
  return `intakeline: cannot read ${shownInput(path)}: ${message}\n  ${remedy}\n`;
}

/** An input as a person would call it. */
export function shownInput(path: string): string {
  return path === '-' ? 'standard input' : `\`${path}\``;
}

function explain(fault: InputFault): readonly [string, string] {
  switch (fault.kind) {
    case 'missing':
      return ['there is no such file', 'check the path'];
    case 'directory':
      return ['this is a folder, not a file', 'name a file in it'];
    case 'unreadable':
      return [`it cannot be opened (${fault.cause})`, 'check its permissions'];
    case 'cut-short':
      return [
        `reading failed after ${fault.offset} bytes (${fault.cause})`,
        'check the disk or the network, then run it again',
      ];
    case 'changed':
      return ['it changed while it was read', 'wait until nothing writes to it, or score a copy'];
    case 'gzip':
      return [explainGzip(fault), 'fetch it again, or look at it with `gzip -t`'];
    case 'not-in-encoding':
      return [
        `byte ${fault.offset + 1} of its text is not ${fault.encoding}, or would not be written back as it is`,
        'name the right encoding with `--encoding`, or correct the file',
      ];
    default:
      return fault satisfies never;
  }
}

function explainGzip(fault: Extract<InputFault, { kind: 'gzip' }>): string {
  switch (fault.what) {
    case 'truncated':
      return `it is packed by gzip and ends too early, after ${fault.offset} bytes`;
    case 'damaged':
      return 'it is packed by gzip and damaged';
    case 'trailing':
      return 'something that is no gzip data follows the end of its gzip data';
    default:
      return fault satisfies never;
  }
}
