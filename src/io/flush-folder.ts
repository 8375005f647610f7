/** Making the names in a folder last. */

import { closeSync, fsyncSync, openSync } from 'node:fs';
import { errorCode } from './error-code.ts';

/** So that a new name itself survives a power cut. Where a folder cannot be opened, as on Windows, there is nothing to do. */
export function flushFolder(folder: string): void {
  let opened: number | undefined;
  try {
    opened = openSync(folder, 'r');
    fsyncSync(opened);
  } catch (error) {
    errorCode(error);
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
