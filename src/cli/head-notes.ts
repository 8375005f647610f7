/** How exports are written, in words. */

import type { LineEnd } from '../batch/dialect.ts';
import { delimiterName } from './delimiter-name.ts';
import { shownInput } from './input-faults.ts';
import type { ExportForm } from './open-export.ts';

/** How an export is written, a clause for each thing that was found out or given. */
export function headNotes(head: ExportForm): readonly string[] {
  const { dialect, by, isPacked } = head;
  return [
    ...(isPacked ? ['packed by gzip'] : []),
    encodingNote(head),
    `${delimiterName(dialect.delimiter)} between fields${guessed(by.dialect.by.delimiter)}`,
    dialect.quote === undefined
      ? 'nothing quoted'
      : `quoted by \`${String.fromCharCode(dialect.quote)}\`${guessed(by.dialect.by.quote)}`,
    `${LINE_ENDS[dialect.lineEnd]}${guessed(by.dialect.by.lineEnd)}`,
    ...(by.dialect.preamble > 0 ? ['a first line `sep=` kept'] : []),
  ];
}

/** How many exports are named that are written alike. */
const NAMED = 3;

/** A line for all exports that are written alike, in the order in which they come. */
export function headLines(heads: readonly ExportForm[]): readonly string[] {
  const paths = new Map<string, string[]>();
  for (const head of heads) {
    const notes = headNotes(head).join(', ');
    const alike = paths.get(notes) ?? [];
    alike.push(shownInput(head.path));
    paths.set(notes, alike);
  }
  return [...paths].map(([notes, alike]) => `${namesOf(alike)}: ${notes}`);
}

function namesOf(paths: readonly string[]): string {
  const others = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return `${paths.slice(0, NAMED).join(', ')}${others}`;
}

const LINE_ENDS: Readonly<Record<LineEnd, string>> = {
  lf: 'lines end with LF',
  crlf: 'lines end with CRLF',
  cr: 'lines end with CR',
  mixed: 'lines end with LF, CRLF or CR, mixed',
};

function guessed(by: string): string {
  return by === 'assumed' ? ' (assumed)' : '';
}

function encodingNote({ encoding, by }: ExportForm): string {
  const name = encoding.replace(/^utf/, 'UTF').replace(/^windows/, 'Windows');
  switch (by.encoding?.by) {
    case undefined:
      return isOtherName(by.encodingName, encoding) ? `${name} (for \`${by.encodingName}\`)` : name;
    case 'characters':
      return name;
    case 'mark':
      return `${name} with a byte order mark`;
    case 'ascii':
      return `${name} (only ASCII so far)`;
    case 'not-utf-8':
      return `${name} (because it is not UTF-8)`;
    case 'nul-bytes':
      return `${name} (because every other byte is NUL; say so with \`--encoding\` to be sure)`;
    default:
      return name;
  }
}

/** `latin1` is read as another encoding of which it is nearly a part, `us-ascii` as one of which it is. */
function isOtherName(name: string | undefined, encoding: string): boolean {
  return name !== undefined && plainName(name) !== plainName(encoding);
}

function plainName(encoding: string): string {
  return encoding.toLowerCase().replace(/[^0-9a-z]/g, '');
}
