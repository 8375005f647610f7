/** Random files of every encoding and with `sep=` lines, through the door by which exports come in. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import type { Dialect } from '../../src/batch/dialect.ts';
import { type OpenExport, openExport, type ReadOptions } from '../../src/cli/open-export.ts';
import { compareWithPeer } from '../batch/csv-peer.ts';
import { FILES, tableFile, wildFile } from '../batch/random-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-random-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

interface Written {
  /** The bytes that are to be found behind the door: UTF-8, or those of Windows-1252 as they stand. */
  readonly bytes: Buffer;
  readonly encoding: (typeof ENCODINGS)[number];
  readonly dialect: Dialect;
  readonly hasSep: boolean;
}

/** Writes the file of a seed: each encoding with every dialect, half of them with a byte order mark or `sep=` where that can be. */
function write(path: string, seed: number): Written {
  const { bytes: plain, dialect } = seed % 5 === 0 ? tableFile(seed) : wildFile(seed);
  const turn = Math.floor(seed / 48); // each dialect comes round every 48 seeds
  const encoding = ENCODINGS[turn % 4] ?? 'utf-8';
  const hasSep = turn % 3 === 0;
  const ending = dialect.lineEnd === 'cr' ? '\r' : dialect.lineEnd === 'crlf' ? '\r\n' : '\n';
  const mark = encoding === 'windows-1252' || (encoding === 'utf-8' && turn % 8 === 0) ? '' : '\ufeff';
  const sep = hasSep ? `sep=${String.fromCharCode(dialect.delimiter)}${ending}` : '';
  // What Windows-1252 has no letter for becomes `?`.
  const text = iconv.decode(iconv.encode(`${Buffer.from(plain)}`, encoding), encoding);
  const file = iconv.encode(mark + sep + text, encoding, { addBOM: false });
  writeFileSync(path, file);
  const bytes = encoding === 'windows-1252' ? file : Buffer.from(mark + sep + text);
  return { bytes, encoding, dialect, hasSep };
}

/** Everything is found out, or everything but the delimiter that a `sep=` names is given. */
function optionsFor({ dialect, hasSep, encoding }: Written, areGiven: boolean): ReadOptions {
  const { delimiter, quote, lineEnd } = dialect;
  const without = { header: false, columns: [] };
  if (!areGiven) return without;
  return { ...without, encoding, quote: quote ?? 'none', lineEnd, ...(hasSep ? {} : { delimiter }) };
}

async function restOf({ source }: OpenExport): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const into = new Uint8Array(64);
  for (let count = await source.read(into); count > 0; count = await source.read(into))
    chunks.push(Buffer.from(into.subarray(0, count)));
  source.close();
  return Buffer.concat(chunks);
}

test(`${FILES / 3} random files in four encodings, some with \`sep=\`, are read as csv-parse reads their text`, async () => {
  const met: Record<string, number> = {};
  const count = (what: string): void => {
    met[what] = (met[what] ?? 0) + 1;
  };
  const path = join(folder, 'in.csv');
  for (let seed = 0; seed < FILES / 3; seed++) {
    const written = write(path, seed);
    const areGiven = Math.floor(seed / (48 * 12)) % 2 === 0; // for each encoding, with and without `sep=`
    const opened = await openExport(path, optionsFor(written, areGiven));
    if (!opened.ok) throw new Error(`${seed}: ${opened.notes}`);
    const { dialect, encoding, lead } = opened.value;
    const bytes = await restOf(opened.value);
    if (!Buffer.concat([lead, bytes]).equals(written.bytes)) throw new Error(`${seed}: other bytes`);
    if (areGiven) expect({ seed, dialect }).toEqual({ seed, dialect: written.dialect });
    if (written.hasSep) expect(dialect.delimiter).toBe(written.dialect.delimiter);
    compareWithPeer({ seed, bytes, dialect }, count);
    count(`${encoding}${written.hasSep ? ' sep' : ''}`);
  }
  const dialects = Object.keys(met).filter((what) => /^(lf|crlf|cr|mixed) /.test(what));
  expect(dialects.length).toBe(48);
  for (const encoding of ENCODINGS) {
    expect(met[encoding]).toBeGreaterThan(300);
    expect(met[`${encoding} sep`]).toBeGreaterThan(150);
  }
}, 60_000);
