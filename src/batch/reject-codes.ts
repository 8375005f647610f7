/** Why a row could not be scored: the closed list, with what is said of each. No message ever holds a value. */

interface Entry {
  /** What is wrong, in one clause. */
  readonly message: string;
  /** What whoever corrects the row can do. */
  readonly remedy: string;
}

/** The closed list: code → what it says. */
export const REJECT_CODES = {
  // The record
  'quote-not-closed': {
    message: 'a quote is opened and not closed',
    remedy: 'close it, or double it where it is part of the text',
  },
  'text-after-quote': {
    message: 'text follows a closing quote',
    remedy: 'double the quotes inside a quoted field',
  },
  'record-too-long': {
    message: 'the record is longer than 1 MiB',
    remedy: 'look for a quote or a line end that is missing',
  },
  'too-few-fields': { message: 'the record has fewer fields than the header', remedy: 'add the missing fields' },
  'too-many-fields': {
    message: 'the record has more fields than the header',
    remedy: 'quote fields that hold a delimiter; where every row ends with a delimiter, end the header with one, too',
  },
  'other-line-end': {
    message: 'a line end of another kind stands inside the record',
    remedy: 'score it again with `--line-end mixed`',
  },
  // A field
  'invalid-encoding': {
    message: 'the bytes are no text in the encoding of the file',
    remedy: 'name the encoding with `--encoding`, or correct the field',
  },
  'unknown-value': { message: 'the mapping does not know the value', remedy: 'correct it, or add it to the mapping' },
  'not-a-number': { message: 'the value is not a whole number', remedy: 'write it with digits only' },
  'out-of-range': {
    message: 'the number is outside what the question takes',
    remedy: 'correct it; left empty, it is unknown',
  },
  'not-a-date': {
    message: 'the value is not a date in the form that the mapping names',
    remedy: 'correct it, or the form in the mapping',
  },
  'dates-reversed': { message: 'the later of two dates comes first', remedy: 'correct one of them' },
  // The row
  contradiction: {
    message: 'the question does not apply, given the other answers',
    remedy: 'find out which answer is right and correct the other; empty it only where it was never said',
  },
  'conflicting-answers': {
    message: 'two columns answer the same question differently',
    remedy: 'find out which is right, and correct the other',
  },
  'none-and-some': {
    message: '"none of these" is marked together with one of them',
    remedy: 'find out whether one was named: then take the mark of "none of these" away',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type RejectCode = keyof typeof REJECT_CODES;

/** One reason for a reject. */
export interface RowProblem {
  readonly code: RejectCode;
  /** Place of the column in the header, from 0; undefined where the record as a whole is meant. */
  readonly column: number | undefined;
}
