/** A mapping as the program uses it: how the columns and codes of an export become answers. */

import type { FactValue } from '../conditions/model.ts';
import type { Grid } from '../conditions/number-test.ts';

/** Names that a column may have, best first: the first one that a header has is meant. */
export type ColumnNames = readonly string[];

/** What happens to an answer whose question certainly does not apply, unless it is the baseline, which is ignored and counted. */
export type Skipped = 'reject' | 'ignore';

export interface Mapping {
  readonly id: string;
  readonly title: string;
  readonly questionnaire: string;
  /** Set where a column is meant only by its exact name; otherwise capitals make no difference. */
  readonly exactNames?: true;
  /** Texts that say that nothing was recorded, folded (fold-text.ts); the empty text is always one. */
  readonly missing: ReadonlySet<string>;
  /** One per question that the export answers, in script order. */
  readonly readings: readonly Reading[];
  /** The column that says how a call ended, where its answers alone do not. */
  readonly ended: EndedReading | undefined;
  /** The column that says that a call was stopped as an emergency, whatever its answers. */
  readonly emergency: ColumnTest | undefined;
  readonly implications: readonly Implication[];
  readonly assumptions: readonly Assumption[];
}

/** How a question is answered. Texts are folded wherever they are compared. */
export type Reading = {
  readonly question: string;
  readonly skipped: Skipped;
  /** Known texts of its columns that leave it open, beside the missing ones. */
  readonly unclear: ReadonlySet<string>;
} & (
  | { readonly kind: 'cell'; readonly column: ColumnNames; readonly cell: CellReading }
  | { readonly kind: 'date'; readonly column: ColumnNames; readonly date: DateReading }
  | OptionsReading
  | CasesReading
);

/** Ranges of numbers by source text, both ends included. */
export type RangesByText = ReadonlyMap<string, readonly [from: number, to: number]>;

/** One column, one answer. */
export type CellReading =
  | {
      readonly kind: 'values';
      /** Answer by source text. */
      readonly values: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: 'number';
      /** The numbers that the question takes. */
      readonly grid: Grid;
      /** Source texts that stand for a range; any other text must be a number. */
      readonly ranges: RangesByText;
    }
  | {
      /** Codes that stand for ranges, and nothing else: a `13` that is none of them may be any code, and no number. */
      readonly kind: 'ranges';
      readonly ranges: RangesByText;
    }
  | {
      /** A number that becomes an option: of the band in which it lies, both ends included. */
      readonly kind: 'bands';
      readonly bands: readonly { readonly from: number; readonly to: number; readonly answer: string }[];
    }
  | {
      /**
       * Options in one cell, such as `a;b?`: `b` is neither named nor denied, what is not mentioned beside `a` or `none` is
       * denied; of an option that no text names nothing is ever known.
       */
      readonly kind: 'list';
      /** Every option of the question. */
      readonly options: readonly string[];
      readonly separator: string;
      readonly values: ReadonlyMap<string, string>;
      readonly none: ReadonlySet<string>;
      /** What stands behind an option that is unsure. */
      readonly unsure: string | undefined;
    };

/** Whole years or days between two days; the question takes a number. */
export interface DateReading {
  /** The numbers that the question takes. */
  readonly grid: Grid;
  /** `YYYY`, `MM` (or `M`) and `DD` (or `D`) with what stands between them. */
  readonly format: string;
  /** What such a date looks like. */
  readonly pattern: RegExp;
  /** The later day: a column in the same format, or the day of the run. */
  readonly until: ColumnNames | 'today';
  readonly unit: 'years' | 'days';
}

/**
 * Several columns into the options of a `choices` question. An option is named where some part of it says yes. It is denied where
 * all say no and something shows that this means no: `none` says yes, one of `askedIf` holds, or, where `namingAsks`, another
 * option is named. Else it is unknown.
 */
export interface OptionsReading {
  readonly kind: 'options';
  /** Every option of the question in its order, at most 31; one without parts is neither named nor denied. */
  readonly options: readonly { readonly option: string; readonly parts: readonly FlagReading[] }[];
  /** A column that says "none of these". */
  readonly none: FlagReading | undefined;
  /** What shows that the whole group was asked: any of these. */
  readonly askedIf: readonly ColumnTest[];
  /** Whether a named option shows it, too. Not of columns that each name one option: the list may be full. */
  readonly namingAsks: boolean;
}

/** A column that says yes or no. A text that is neither, nor missing, is unknown to the mapping. */
export interface FlagReading {
  readonly column: ColumnNames;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
}

/** Holds where the column has one of the texts. */
export interface ColumnTest {
  readonly column: ColumnNames;
  readonly values: ReadonlySet<string>;
}

/** The first case whose tests all hold gives the answer; where none does, the question is open. At most 31 cases. */
export interface CasesReading {
  readonly kind: 'cases';
  readonly cases: readonly { readonly when: readonly ColumnTest[]; readonly answer: FactValue | undefined }[];
}

export interface EndedReading {
  readonly column: ColumnNames;
  /** Disposition by source text. */
  readonly values: ReadonlyMap<string, string>;
}

/** What a text in a column says about other questions: their answers where the row has none, else the two must agree. */
export interface Implication {
  readonly test: ColumnTest;
  readonly answers: ReadonlyMap<string, FactValue>;
  readonly because: string;
}

/** What is taken for granted of a question about which nothing is recorded in a row. */
export interface Assumption {
  readonly question: string;
  readonly answer: FactValue;
  readonly because: string;
}
