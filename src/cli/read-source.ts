/** Reads a file that a directory is imported from: JSON, a table, or a data package with its tables. */

import { readWholeTable } from '../batch/read-whole-table.ts';
import { type PackagedTable, packagedTables } from '../directory/import/hsds-tables.ts';
import type { SourceContent } from '../directory/import/importers.ts';
import type { SourceTable } from '../directory/import/source-table.ts';
import { BrokenInput } from '../io/broken-input.ts';
import { readFully } from '../io/byte-source.ts';
import { fieldDecoder } from '../io/encodings.ts';
import { shownPath } from '../io/installed.ts';
import { joinBytes } from '../io/join-bytes.ts';
import { kindOfPath } from '../io/list-files.ts';
import { readFileHash, readFileText } from '../io/read-file.ts';
import type { FileFault } from '../problems/file-fault.ts';
import { fileProblem } from '../problems/file-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProblems } from '../render/problems.ts';
import { besideFile, nameWithEnding } from './content-files.ts';
import { explainInputFault } from './input-faults.ts';
import { openExport } from './open-export.ts';
import { notReady, type Ready, ready } from './ready.ts';

/** No directory of a country is anywhere near this large, in bytes. */
export const LARGEST_SOURCE = 256 * 1024 * 1024;

/** A file with what stands in it. */
export interface ReadFile {
  /** Its name without the folder. */
  readonly file: string;
  readonly sha256: string;
  readonly content: SourceContent;
}

/** Reads a file, or says why it cannot be read. */
export async function readSource(path: string): Promise<Ready<ReadFile>> {
  const file = nameWithEnding(path);
  if (path.toLowerCase().endsWith('.json')) return readJson(path, file);
  const hash = readFileHash(path, LARGEST_SOURCE);
  if (!hash.ok) return notReady(renderProblems([sourceProblem(path, hash.fault)]));
  const table = await readTable(path);
  return table.ok ? ready({ file, sha256: hash.sha256, content: { kind: 'table', table: table.value } }) : table;
}

/** A folder is most likely a data package. */
function sourceProblem(path: string, fault: FileFault): Problem {
  const problem = fileProblem(shownPath(path), fault);
  return fault.kind === 'directory'
    ? { ...problem, remedy: 'name a file in it; of an HSDS data package its `datapackage.json`' }
    : problem;
}

async function readJson(path: string, file: string): Promise<Ready<ReadFile>> {
  const read = readFileText(path, LARGEST_SOURCE);
  if (!read.ok) return notReady(renderProblems([fileProblem(shownPath(path), read.fault)]));
  const value = parsed(read.text);
  if (value === undefined)
    return notReady(
      `intakeline: cannot read \`${shownPath(path)}\`: it is not valid JSON\n  fetch it again, or look at it with \`jq . FILE\`\n`,
    );
  const { sha256 } = read;
  const packaged = packagedTables(value.json);
  if (packaged === undefined) return ready({ file, sha256, content: { kind: 'json', value: value.json } });
  const tables = await readPackage(path, packaged);
  return tables.ok ? ready({ file, sha256, content: { kind: 'package', tables: tables.value } }) : tables;
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Tables lie where the package says, or in the folder `csv` beside it, as the specification publishes its example. One that is missing is empty. */
async function readPackage(
  path: string,
  packaged: readonly PackagedTable[],
): Promise<Ready<ReadonlyMap<string, SourceTable>>> {
  const tables = new Map<string, SourceTable>();
  for (const { name, path: named } of packaged) {
    const place = [besideFile(path, named), besideFile(path, 'csv', nameWithEnding(named))].find(
      (one) => kindOfPath(one) === 'file',
    );
    if (place === undefined) {
      if (name !== 'service') continue;
      return notReady(
        `intakeline: \`${shownPath(path)}\` names the table \`${named}\`, which is not there\n  put the tables beside it\n`,
      );
    }
    const table = await readTable(place);
    if (!table.ok) return table;
    tables.set(name, table.value);
  }
  return ready(tables);
}

/** Reads a whole table, in whatever delimiter and encoding. */
async function readTable(path: string): Promise<Ready<SourceTable>> {
  const opened = await openExport(path, { header: true });
  if (!opened.ok) return opened;
  const { source, names, dialect, firstLine, scanned } = opened.value;
  try {
    const bytes = await readRest(source);
    if (bytes === undefined)
      return notReady(`intakeline: \`${shownPath(path)}\` is larger than 256 MiB\n  cut it into several files\n`);
    const { decode } = fieldDecoder(scanned);
    const rows = readWholeTable(bytes, { dialect, columns: names.length, firstLine, decode });
    return ready({
      names,
      rows: rows.map((row) =>
        row.ok
          ? { kind: 'row', where: `line ${row.line}`, cells: row.cells }
          : { kind: 'unreadable', where: `line ${row.line}`, message: row.message },
      ),
    });
  } catch (error) {
    if (error instanceof BrokenInput) return notReady(explainInputFault(path, error.fault));
    throw error;
  } finally {
    source.close();
  }
}

const PIECE = 1 << 20; // bytes

/** All bytes that are left; undefined where they are too many. */
async function readRest(source: Parameters<typeof readFully>[0]): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const piece = new Uint8Array(PIECE);
    const count = await readFully(source, piece);
    pieces.push(piece.subarray(0, count));
    total += count;
    if (total > LARGEST_SOURCE) return undefined;
    if (count < PIECE) break;
  }
  return joinBytes(pieces);
}
