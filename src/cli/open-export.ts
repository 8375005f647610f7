/** Opens an export and finds out how it is written, up to its first record. */

import { LONGEST_LOOK } from '../batch/cut.ts';
import { type Dialect, type ScannedEncoding, SNIFFED } from '../batch/dialect.ts';
import { type Header, readHeader } from '../batch/read-header.ts';
import { REJECT_CODES } from '../batch/reject-codes.ts';
import { type SniffedDialect, sniffDialect } from '../batch/sniff-dialect.ts';
import { type SniffedEncoding, sniffEncoding } from '../batch/sniff-encoding.ts';
import { BrokenInput } from '../io/broken-input.ts';
import { type ByteSource, prefixed, readFully } from '../io/byte-source.ts';
import { fieldDecoder, isScanned } from '../io/encodings.ts';
import { openInput } from '../io/open-input.ts';
import { transcoded } from '../io/transcoded.ts';
import type { ScoreOptions } from './add-score.ts';
import { foreignForm } from './foreign-form.ts';
import { explainInputFault, shownInput } from './input-faults.ts';
import { notReady, type Ready, ready } from './ready.ts';
import { OWN_CHARACTERS } from './score-usage.ts';

/** How an export is written, as people are told. */
export interface ExportForm {
  readonly path: string;
  readonly isPacked: boolean;
  /** Its encoding; where that is not scanned as it stands, all bytes of the head and the source are those of its text as UTF-8. */
  readonly encoding: string;
  readonly dialect: Dialect;
  /** What was found out, and by what; of the encoding nothing where it was given. */
  readonly by: {
    readonly encoding: SniffedEncoding | undefined;
    /** What the encoding was called where it was given. */
    readonly encodingName: string | undefined;
    readonly dialect: SniffedDialect;
  };
}

/** An export up to its first record. */
export interface ExportHead extends ExportForm {
  readonly scanned: ScannedEncoding;
  /** A byte order mark and a line such as `sep=;`. */
  readonly lead: Uint8Array;
  /** The header as it stands, its line end not included; empty where there is none. */
  readonly header: Uint8Array;
  readonly names: readonly string[];
  /** The line on which the first record begins, from 1. */
  readonly firstLine: number;
  /** Blank lines before the header: they are left out. */
  readonly blank: number;
}

/** An export, read up to its first record. */
export interface OpenExport extends ExportHead {
  readonly source: ByteSource;
}

/** How to read an export, and what breaks off waiting for it. */
export interface ReadOptions extends DialectOptions {
  readonly signal?: AbortSignal | undefined;
}

export type DialectOptions = Pick<
  ScoreOptions,
  'delimiter' | 'quote' | 'lineEnd' | 'encoding' | 'header' | 'columns'
> & {
  /** What the encoding was called where it was given. */
  readonly encodingName?: string | undefined;
};

/** Opens an export, or says why it cannot be read. */
export async function openExport(path: string, options: ReadOptions): Promise<Ready<OpenExport>> {
  let source: ByteSource | undefined;
  try {
    const input = await openInput(path, options.signal);
    source = input.source;
    const read = await readHead(input.source, options);
    if (read.ok) return ready({ ...read.value, path, isPacked: input.isPacked });
    source.close();
    return notReady(`intakeline: cannot read ${shownInput(path)}: ${read.notes}`);
  } catch (error) {
    source?.close();
    if (!(error instanceof BrokenInput)) throw error;
    return notReady(explainInputFault(path, error.fault));
  }
}

type Head = Omit<OpenExport, 'path' | 'isPacked'>;

async function readHead(raw: ByteSource, options: DialectOptions): Promise<Ready<Head>> {
  const first = await beginning(raw, SNIFFED);
  const foreign = foreignForm(first.bytes);
  if (foreign !== undefined) return notReady(foreign);
  const sniffed = options.encoding === undefined ? sniffEncoding(first.bytes, first.isWhole) : undefined;
  const encoding = options.encoding ?? sniffed?.encoding ?? 'utf-8';
  if (isScanned(encoding)) return readScanned({ source: raw, first, encoding, scanned: encoding, sniffed }, options);
  const source = transcoded(prefixed(first.bytes, raw), encoding);
  return readScanned({ source, first: await beginning(source, SNIFFED), encoding, scanned: 'utf-8', sniffed }, options);
}

/** The first bytes of a source, and whether they are all of it. */
interface Beginning {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

async function beginning(source: ByteSource, size: number): Promise<Beginning> {
  const bytes = new Uint8Array(size);
  const count = await readFully(source, bytes);
  return { bytes: bytes.subarray(0, count), isWhole: count < size };
}

interface Scanned {
  readonly source: ByteSource;
  readonly first: Beginning;
  readonly encoding: string;
  readonly scanned: ScannedEncoding;
  readonly sniffed: SniffedEncoding | undefined;
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

async function readScanned(
  { source, first, encoding, scanned, sniffed }: Scanned,
  options: DialectOptions,
): Promise<Ready<Head>> {
  const mark = scanned === 'utf-8' && UTF8_MARK.every((byte, at) => first.bytes[at] === byte) ? UTF8_MARK.length : 0;
  const dialect = sniffDialect(first.bytes.subarray(mark), options, first.isWhole);
  const complaint = sepComplaint(dialect);
  if (complaint !== undefined) return notReady(complaint);
  const from = mark + dialect.preamble;
  const found = options.header
    ? await findHeader(source, first, from, dialect.dialect)
    : { bytes: first.bytes, header: undefined };
  const { bytes, header } = found;
  if (header !== undefined && header.kind !== 'header')
    return notReady(first.bytes.length === 0 ? EMPTY : explainHeader(header));
  const { decode, decodeLoosely } = fieldDecoder(scanned);
  const nameOf = (field: Uint8Array): string => decode(field) ?? decodeLoosely(field);
  return ready({
    encoding,
    scanned,
    dialect: dialect.dialect,
    by: { encoding: sniffed, encodingName: options.encodingName, dialect },
    lead: bytes.slice(0, from),
    header: bytes.slice(header?.start ?? from, header?.end ?? from),
    names: header?.fields.map(nameOf) ?? options.columns ?? [],
    firstLine: 1 + (dialect.preamble > 0 ? 1 : 0) + (header?.lines ?? 0),
    blank: header?.blank ?? 0,
    source: prefixed(bytes.subarray(header?.next ?? from), source),
  });
}

/** What the command line is refused for (score-usage.ts) can stand in a first line, too, or be found out. */
function sepComplaint({ dialect: { delimiter, quote } }: SniffedDialect): string | undefined {
  if (delimiter === quote)
    return 'its first line `sep=` names the character that `--quote` names\n  name another quote, or the delimiter with `--delimiter`\n';
  if (quote !== undefined || !OWN_CHARACTERS.has(delimiter)) return undefined;
  return 'its delimiter stands in ids of the result, and nothing is quoted\n  name the quote with `--quote`, or change the delimiter of the export\n';
}

/** Reads on until the header is whole. */
async function findHeader(
  source: ByteSource,
  { bytes, isWhole }: Beginning,
  from: number,
  dialect: Dialect,
): Promise<{ readonly bytes: Uint8Array; readonly header: Header }> {
  const header = readHeader(bytes, from, dialect, isWhole);
  if (header.kind !== 'more') return { bytes, header };
  const all = new Uint8Array(bytes.length + LONGEST_LOOK);
  all.set(bytes);
  const count = bytes.length + (await readFully(source, all.subarray(bytes.length)));
  const more = all.subarray(0, count);
  return { bytes: more, header: readHeader(more, from, dialect, count < all.length) };
}

const EMPTY = 'it is empty\n  check that this is the right file, and that whoever wrote it was done\n';

function explainHeader(header: Exclude<Header, { kind: 'header' }>): string {
  switch (header.kind) {
    case 'none':
      return 'it has no header\n  check that this is the right file; `--no-header` and `--columns` read a file without one\n';
    case 'more':
      return 'no header within 2 MiB\n  check that this is a delimited file\n';
    case 'unreadable':
      return `in its header ${REJECT_CODES[header.code].message}\n  ${REJECT_CODES[header.code].remedy}, or say with \`--quote\` what stands around fields\n`;
    default:
      return header satisfies never;
  }
}
