/** Records of a source → a directory in our own form, with what became of each record. */

import { withoutForbiddenCharacters } from '../../documents/characters.ts';
import type { DirectorySource, ProgramSource, ProvenanceSource } from '../schema.ts';
import type { FoundProgram, FoundRecord, FoundRecords, ReportedRecord, Unmapped } from './found.ts';
import { programFrom } from './program-from.ts';
import { programId } from './program-id.ts';

/** The directory that is made, and what is said of all of its entries. */
export interface ImportHeading {
  /** The day of the import, YYYY-MM-DD. */
  readonly today: string;
  /** The day that somebody named for records without one; else that of the import. */
  readonly verifiedOn: string | undefined;
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly staleAfterDays: number;
}

/** One file, and what was found in it. */
export interface ReadSource {
  readonly importer: string;
  /** The file's name without its folder. */
  readonly file: string;
  readonly sha256: string;
  readonly found: FoundRecords;
}

/** A reported record, with its file. */
export type ReportedIn = ReportedRecord & { readonly file: string };

export interface ImportResult {
  readonly directory: DirectorySource;
  readonly reported: readonly ReportedIn[];
  readonly unreadColumns: readonly string[];
  /** Programs by what `verified_on` goes by: a day of the record, one that was named, or that of the import. */
  readonly dated: { readonly record: number; readonly named: number; readonly import: number };
}

/** Makes a directory of all files. Invariant: of each, the records are as many as its programs and those reported. */
export function assembleDirectory(sources: readonly ReadSource[], heading: ImportHeading): ImportResult {
  const takers = new Map<string, string>();
  const settled = sources.map((source) => settleSource(source, heading, takers));
  const programs = settled.flatMap(({ kept }) => kept);
  const ofRecord = programs.filter(({ found }) => found.verifiedOn !== undefined).length;
  const others = programs.length - ofRecord;
  const isNamed = heading.verifiedOn !== undefined;
  return {
    directory: {
      format: 'intakeline/directory/1',
      id: heading.id,
      title: heading.title,
      stale_after_days: heading.staleAfterDays,
      imports: settled.map(({ provenance }) => provenance),
      programs: programs.map(({ program }) => program),
    },
    reported: settled.flatMap(({ reported }) => reported),
    unreadColumns: [...new Set(sources.flatMap(({ found }) => found.unreadColumns))],
    dated: { record: ofRecord, named: isNamed ? others : 0, import: isNamed ? 0 : others },
  };
}

interface SettledSource {
  readonly kept: readonly Extract<Settled, { kind: 'program' }>[];
  readonly reported: readonly ReportedIn[];
  readonly provenance: ProvenanceSource;
}

function settleSource(
  { importer, file, sha256, found }: ReadSource,
  heading: ImportHeading,
  takers: Map<string, string>,
): SettledSource {
  const settled = found.records.map((record) => settle(record, heading, takers));
  const kept = settled.flatMap((one) => (one.kind === 'program' ? [one] : []));
  const reported = settled.flatMap((one) => (one.kind === 'reported' ? [{ ...one, file }] : []));
  const provenance: ProvenanceSource = {
    importer,
    file: cleaned(file),
    sha256,
    on: heading.today,
    read: found.records.length,
    imported: kept.length,
    reported: reported.length,
    unmapped: countedUnmapped(kept.flatMap(({ unmapped }) => unmapped)),
  };
  return { kept, reported, provenance };
}

type Settled =
  | {
      readonly kind: 'program';
      readonly program: ProgramSource;
      readonly found: FoundProgram;
      readonly unmapped: readonly Unmapped[];
    }
  | ReportedRecord;

/** `takers` knows where each id was taken. */
function settle(found: FoundRecord, heading: ImportHeading, takers: Map<string, string>): Settled {
  if (found.kind === 'reported') return found;
  const { where, record } = found;
  const report = (code: ReportedRecord['code'], message: string): Settled => ({
    kind: 'reported',
    where,
    code,
    message,
  });
  if (record === undefined) return report('record-without-id', 'it has no number of its own to be known by later');
  const id = programId(record);
  const taker = takers.get(id);
  if (taker !== undefined) return report('record-repeated', `its number stands in ${taker} already`);
  takers.set(id, where);
  const { gives } = found;
  if (found.name === undefined) return report('record-without-name', 'it has no name');
  if (found.phones.length === 0) return report('record-without-phone', 'it has no telephone number');
  if ((gives.levels ?? []).length + (gives.may_offer ?? []).length === 0)
    return report('record-without-level', 'nothing in it says what level of care it gives');
  const made = programFrom(found, { ...heading, programId: id, name: found.name, record });
  return { kind: 'program', program: made.program, found, unmapped: [...found.unmapped, ...made.unmapped] };
}

/** The most frequent first; one entry for each field and value. */
function countedUnmapped(all: readonly Unmapped[]): NonNullable<ProvenanceSource['unmapped']> {
  const counts = new Map<string, { readonly field: string; readonly value: string; records: number }>();
  for (const { field, value } of all) {
    const entry = counts.get(`${field}\n${value}`) ?? { field: cleaned(field), value: cleaned(value), records: 0 };
    entry.records += 1;
    counts.set(`${field}\n${value}`, entry);
  }
  return [...counts.values()].sort(
    (a, b) => b.records - a.records || order(a.field, b.field) || order(a.value, b.value),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What no file of ours may hold is shown as a mark in its place. */
function cleaned(text: string): string {
  return withoutForbiddenCharacters(text);
}
