/** A directory of programs as the program uses it; and the lines to call where no program fits. */

import type { FirstStep, Level, Support } from '../policy/care-lists.ts';

export interface Phone {
  readonly number: string;
  readonly for: string | undefined;
}

export interface License {
  readonly number: string;
  readonly authority: string;
  /** The last day on which it is valid, YYYY-MM-DD. */
  readonly expires: string;
}

/** What a directory knows of a program. `undefined` is "not known", never "no". */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly organization: string | undefined;
  readonly levels: readonly Level[];
  /** First steps it can do itself; undefined where its source does not say. */
  readonly firstSteps: readonly FirstStep[] | undefined;
  /** Known to be offered; what is missing is not known. */
  readonly supports: readonly Support[];
  readonly serves: 'everyone' | 'women' | 'men' | undefined;
  readonly affirming: { readonly note: string; readonly cites: readonly string[] } | undefined;
  readonly address: string | undefined;
  readonly city: string | undefined;
  readonly county: string | undefined;
  /** Where it treats; undefined where not stated. */
  readonly states: readonly string[] | undefined;
  readonly postalCode: string | undefined;
  readonly phones: readonly Phone[];
  readonly license: License | undefined;
  readonly beds: number | undefined;
  readonly notStated: readonly string[];
  readonly week: string | undefined;
  readonly cites: readonly string[];
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly verifiedOn: string;
}

/** A national line. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly also: string | undefined;
  readonly for: string;
  readonly source: string;
  readonly verifiedOn: string;
}

export interface Directory {
  readonly id: string;
  readonly title: string;
  /** Entries verified longer ago than this are marked. */
  readonly staleAfterDays: number;
  /** Where to look when nothing here fits. */
  readonly locator: { readonly name: string; readonly address: string };
  readonly programs: readonly Program[];
  readonly lines: readonly Line[];
}
