/** Whether somebody says to whom a document is given, and not for whom it is made. */

import type { DocumentOptions } from './options.ts';

/** Why `--to`, `--by` and `--because` mean nothing here; undefined where they do, or where they are not there. */
export function namesNobody({ for: recipient, to, by, because }: DocumentOptions): string | undefined {
  if (recipient !== undefined || [to, by, because].every((one) => one === undefined)) return undefined;
  return 'intakeline: `--to`, `--by` and `--because` say to whom a document is given\n  say with `--for` for whom it is made\n';
}
