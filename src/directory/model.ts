/**
 * A directory of programs as the program uses it; and the lines to call where no program fits. `Words` is how a text to read
 * stands in them: `Text` where every language is kept, `string` where one was chosen (in-language.ts).
 */

import type { FirstStep, Level, Support } from '../policy/care-lists.ts';
import type { Medicine, Opening, Payment } from './lists.ts';

export interface Phone<Words = string> {
  readonly number: string;
  readonly for: Words | undefined;
  /** Why the number may be wrong; undefined where nothing speaks against it. */
  readonly doubtful?: Words | undefined;
}

export interface License {
  readonly number: string;
  readonly authority: string;
  /** The last day on which it is valid, YYYY-MM-DD. */
  readonly expires: string;
}

/** A place on the globe, in degrees (WGS 84). */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** Whether somebody can begin, as the program said on a day. */
export interface Availability {
  readonly opening: Opening;
  readonly waitDays: number | undefined;
  readonly beds: number | undefined;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** What a directory knows of a program. `undefined` is "not known", never "no". */
export interface Program<Words = string> {
  readonly id: string;
  readonly name: string;
  readonly organization: string | undefined;
  readonly levels: readonly Level[];
  /** Levels that its source neither names nor rules out. */
  readonly mayOffer: readonly Level[];
  /** First steps it can do itself; undefined where its source does not say. */
  readonly firstSteps: readonly FirstStep[] | undefined;
  /** Known to be offered; what is missing is not known. */
  readonly supports: readonly Support[];
  readonly serves: 'everyone' | 'women' | 'men' | undefined;
  /** In years, both included. */
  readonly ages: { readonly from: number | undefined; readonly to: number | undefined } | undefined;
  readonly pregnant: boolean | undefined;
  readonly children: boolean | undefined;
  readonly payments: readonly Payment[] | undefined;
  readonly medicines: readonly Medicine[] | undefined;
  /** ISO 639 codes. */
  readonly languages: readonly string[] | undefined;
  readonly interpreter: boolean | undefined;
  readonly evenings: boolean | undefined;
  readonly availability: Availability | undefined;
  readonly affirming: { readonly note: Words; readonly cites: readonly string[] } | undefined;
  readonly address: string | undefined;
  readonly city: string | undefined;
  readonly county: string | undefined;
  /** Where it treats; undefined where not stated. */
  readonly states: readonly string[] | undefined;
  readonly postalCode: string | undefined;
  readonly place: GeoPoint | undefined;
  readonly website: string | undefined;
  readonly phones: readonly Phone<Words>[];
  readonly license: License | undefined;
  readonly beds: number | undefined;
  readonly notStated: readonly Words[];
  readonly week: Words | undefined;
  readonly cites: readonly string[];
  readonly source: string;
  /** The record of an imported file that it was made from. */
  readonly record: string | undefined;
  /** YYYY-MM-DD. */
  readonly verifiedOn: string;
}

/** What an import read of one file: read = imported + reported. */
export interface Provenance {
  readonly importer: string;
  readonly file: string;
  readonly sha256: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly read: number;
  readonly imported: number;
  readonly reported: number;
  readonly unmapped: readonly { readonly field: string; readonly value: string; readonly records: number }[];
}

/** A national line. */
export interface Line<Words = string> {
  readonly id: string;
  readonly name: Words;
  readonly number: string;
  readonly also: Words | undefined;
  readonly for: Words;
  readonly source: string;
  readonly verifiedOn: string;
}

export interface Directory<Words = string> {
  readonly id: string;
  readonly title: Words;
  /** Entries verified longer ago than this are marked. */
  readonly staleAfterDays: number;
  /** For how many days what a program said of its openings is believed. */
  readonly availabilityHoldsDays: number;
  /** Where to look when nothing here fits. */
  readonly locator: { readonly name: Words; readonly address: string } | undefined;
  readonly imports: readonly Provenance[];
  readonly programs: readonly Program<Words>[];
  readonly lines: readonly Line<Words>[];
}
