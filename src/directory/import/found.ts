/** What an importer found in one record of a source, before anything is asked of it. */

import type { ProblemCode } from '../../problems/codes.ts';
import type { GivesSource } from '../mapping-schema.ts';
import type { GivenPhone } from '../phone.ts';
import type { ProgramSource } from '../schema.ts';

/** A value to which nothing of a program corresponds. */
export interface Unmapped {
  readonly field: string;
  readonly value: string;
}

/** A record that describes a program, with the texts of the source. What is undefined, the source does not say. */
export interface FoundProgram {
  readonly kind: 'program';
  /** Where it stands, for a person: `line 12`, `row 3`. */
  readonly where: string;
  /** The source's own number or id of the record. */
  readonly record: string | undefined;
  readonly name: string | undefined;
  readonly organization?: string | undefined;
  readonly address?: string | undefined;
  readonly city?: string | undefined;
  readonly county?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  readonly website?: string | undefined;
  readonly beds?: string | undefined;
  readonly license?: ProgramSource['license'];
  readonly phones: readonly GivenPhone[];
  readonly gives: GivesSource;
  /** YYYY-MM-DD, where the record has a day of its own. */
  readonly verifiedOn?: string | undefined;
  readonly unmapped: readonly Unmapped[];
}

/** A record of which no program was made, with the reason. */
export interface ReportedRecord {
  readonly kind: 'reported';
  readonly where: string;
  readonly code: Extract<ProblemCode, `record-${string}`>;
  readonly message: string;
}

/** Every record of a source is one or the other: read = imported + reported. */
export type FoundRecord = FoundProgram | ReportedRecord;

/** What a whole source holds. */
export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  /** Columns of which nothing was read. */
  readonly unreadColumns: readonly string[];
}
