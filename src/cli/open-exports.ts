/** Opens several exports that must be alike: their rows are scored as if they stood in one. */

import { BrokenInput } from '../io/broken-input.ts';
import { sizeOf } from '../io/open-input.ts';
import { delimiterName } from './delimiter-name.ts';
import { shownInput } from './input-faults.ts';
import { type ExportForm, type ExportHead, type OpenExport, openExport, type ReadOptions } from './open-export.ts';
import { notReady, type Ready, ready } from './ready.ts';

export interface OpenExports {
  /** How the exports are written: all like the first, which is scored first, and of which more is kept. */
  readonly heads: readonly [ExportHead, ...ExportForm[]];
  /** The exports one after another, each from its first record on. Throws `BrokenInput`. */
  readonly inputs: () => AsyncGenerator<OpenExport>;
  /** Lets go of what is open. */
  readonly close: () => void;
}

/** Opens every export as far as its first record, or says why they cannot be scored together. */
export async function openExports(paths: readonly string[], options: ReadOptions): Promise<Ready<OpenExports>> {
  const [firstPath = '-', ...others] = paths;
  const first = await openExport(firstPath, options);
  if (!first.ok) return first;
  const heads: [ExportHead, ...ExportForm[]] = [first.value];
  const opened = new Map<ExportForm, OpenExport>([[first.value, first.value]]);
  const close = (): void => {
    for (const { source } of opened.values()) source.close();
  };
  for (const path of others) {
    const one = await openLike(first.value, path, options);
    if (!one.ok) {
      close();
      return one;
    }
    const form = formOf(one.value);
    heads.push(form);
    // A year of daily files is more than may be open at once, and more than should be kept of each.
    if (canReopen(one.value)) one.value.source.close();
    else opened.set(form, one.value);
  }
  const inputs = async function* (): AsyncGenerator<OpenExport> {
    for (const head of heads) yield opened.get(head) ?? (await reopened(head, first.value, options));
  };
  return ready({ heads, inputs, close });
}

function formOf({ path, isPacked, encoding, dialect, by }: OpenExport): ExportForm {
  return { path, isPacked, encoding, dialect, by };
}

function canReopen({ path, source }: OpenExport): boolean {
  return path !== '-' && source.size !== undefined;
}

/** Opens an export that must be like the first. */
async function openLike(first: ExportHead, path: string, options: ReadOptions): Promise<Ready<OpenExport>> {
  const { delimiter, quote } = first.dialect;
  const opened = await openExport(path, { ...options, delimiter, quote: quote ?? 'none' });
  const found = opened.ok ? differenceFrom(first, opened.value) : undefined;
  if (opened.ok && found === undefined) return ready(readAs(first, opened.value));
  if (opened.ok) opened.value.source.close();
  const difference = (await otherDelimiter(first, path, options)) ?? found;
  if (difference === undefined) return opened;
  const [message, remedy] = difference;
  return notReady(`intakeline: ${shownInput(path)} is not like ${shownInput(first.path)}: ${message}\n  ${remedy}\n`);
}

/** A file of which only ASCII was seen is read on in the encoding of the first one. */
function readAs({ encoding, scanned }: ExportHead, other: OpenExport): OpenExport {
  return { ...other, encoding, scanned };
}

type Difference = readonly [message: string, remedy: string];

const APART = 'score each with its own command';

/** What differs, and what to do. What a short file leaves open is taken to be as in the first. No name is shown: it may be a cell. */
function differenceFrom(first: ExportHead, other: ExportHead): Difference | undefined {
  const isOpen = first.scanned === first.encoding && other.by.encoding?.by === 'ascii';
  if (first.encoding !== other.encoding && !isOpen) {
    return [
      `its encoding is ${other.encoding}, not ${first.encoding}`,
      `${APART}, or name the encoding of all with \`--encoding\``,
    ];
  }
  if (first.dialect.lineEnd !== other.dialect.lineEnd && other.by.dialect.by.lineEnd !== 'assumed') {
    return ['its lines end otherwise', `${APART}, or name the line end of all with \`--line-end\``];
  }
  return namesDiffer(first.names, other.names);
}

function namesDiffer(first: readonly string[], other: readonly string[]): Difference | undefined {
  const place = first.findIndex((name, index) => name !== other[index]);
  if (place === -1) return first.length === other.length ? undefined : ['its header has more columns', APART];
  if (place === other.length) return ['its header has fewer columns', APART];
  return [
    `column ${place + 1} of its header has another name`,
    `${APART}; if the first line is a record, see \`--no-header\``,
  ];
}

/** Whether a file that does not fit is one whose fields are kept apart otherwise. */
async function otherDelimiter(first: ExportHead, path: string, options: ReadOptions): Promise<Difference | undefined> {
  if (path === '-' || sizeOf(path) === undefined || options.delimiter !== undefined) return undefined;
  const alone = await openExport(path, options);
  if (!alone.ok) return undefined;
  alone.value.source.close();
  const { delimiter } = alone.value.dialect;
  const isFound = alone.value.by.dialect.by.delimiter !== 'assumed';
  if (!isFound || delimiter === first.dialect.delimiter) return undefined;
  return [`it has ${delimiterName(delimiter)} between fields, not ${delimiterName(first.dialect.delimiter)}`, APART];
}

/** The same export once more. */
async function reopened({ path }: ExportForm, first: ExportHead, options: ReadOptions): Promise<OpenExport> {
  const again = await openLike(first, path, options);
  if (!again.ok) throw new BrokenInput({ kind: 'changed' });
  return again.value;
}
