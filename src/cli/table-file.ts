/** Tables that lie among the policies of a folder: known when it is loaded, and read when somebody examines them. */

import type { FileText } from '../problems/file-fault.ts';

/** A file that says that it is a table. Nothing that decides can take it for a policy. */
export interface TableFile {
  readonly path: string;
  readonly read: Extract<FileText, { ok: true }>;
}

const ID = /^["']?id["']?[ \t]*:[ \t]*["']?([A-Za-z0-9-]+)/m;

/** The id that the file seems to have, found before anything is parsed. */
export function tableId({ read }: TableFile): string | undefined {
  return ID.exec(read.text)?.[1];
}
