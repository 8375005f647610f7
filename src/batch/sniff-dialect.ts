/** Tells from the beginning of a file how its records and fields are kept apart. */

import type { Dialect, LineEnd } from './dialect.ts';
import { DELIMITERS, rateSample } from './rate-sample.ts';
import { lineEndOf, readSample, type Sample } from './read-sample.ts';
import { readSepLine } from './sep-line.ts';

/** What somebody has said of the file, and so is not guessed. */
export interface GivenDialect {
  readonly delimiter?: number | undefined;
  readonly quote?: number | 'none' | undefined;
  readonly lineEnd?: LineEnd | undefined;
}

export interface SniffedDialect {
  readonly dialect: Dialect;
  /** Bytes of a first line such as `sep=;`, with its line end, which is no record; 0 where there is none. */
  readonly preamble: number;
  /** What says so; `assumed` where nothing does: no delimiter occurs, nothing is quoted, no line ends. */
  readonly by: {
    readonly delimiter: 'given' | 'sep-line' | 'found' | 'assumed';
    readonly quote: 'given' | 'found' | 'assumed';
    readonly lineEnd: 'given' | 'found' | 'assumed';
  };
  /** Records looked at, and how many of them have as many fields as the first. */
  readonly records: number;
  readonly alike: number;
}

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** With fewer, a `'` or a `"` at the beginning of a field is more likely text, or one slip. */
const FEWEST_QUOTED = 2;
const FEWEST_MISQUOTED = 3;

/**
 * Looks at the first bytes of a file, behind its byte order mark (SNIFFED of them are enough); `isWhole` says that they are all.
 * Of the delimiters, the one that makes it look most like a table is taken; of the quotes, the one that opens and closes fields.
 * No byte is both, unless a line such as `sep=;` names the quote that is given.
 */
export function sniffDialect(bytes: Uint8Array, given: GivenDialect, isWhole: boolean): SniffedDialect {
  const sep = readSepLine(bytes);
  const body = bytes.subarray(sep?.length ?? 0);
  const known = given.delimiter ?? sep?.delimiter;
  const samples = (known === undefined ? DELIMITERS.filter((one) => one !== given.quote) : [known]).map((one) =>
    sampleWith(body, one, given, isWhole),
  );
  const best = samples.reduce((left, right) => (rateSample(right) > rateSample(left) ? right : left));
  const lineEnd = lineEndOf(best);
  const width = best.fields[0]?.length ?? 0;
  const found = sep === undefined ? isFound(width > 1) : 'sep-line';
  return {
    dialect: { delimiter: best.delimiter, quote: best.quote, lineEnd: given.lineEnd ?? lineEnd ?? 'lf' },
    preamble: sep?.length ?? 0,
    by: {
      delimiter: given.delimiter === undefined ? found : 'given',
      quote: given.quote === undefined ? isFound(best.quoted > 0 || best.quote === undefined) : 'given',
      lineEnd: given.lineEnd === undefined ? isFound(lineEnd !== undefined) : 'given',
    },
    records: best.records.length,
    alike: best.fields.filter((fields) => fields.length === width).length,
  };
}

function isFound(found: boolean): 'found' | 'assumed' {
  return found ? 'found' : 'assumed';
}

/** The sample with a delimiter, and with the quote that was given or fits. */
function sampleWith(body: Uint8Array, delimiter: number, given: GivenDialect, isWhole: boolean): Sample {
  const lineEnd = given.lineEnd ?? 'mixed';
  const withQuote = (quote: number | undefined): Sample => readSample(body, { delimiter, quote, lineEnd }, isWhole);
  if (given.quote !== undefined) return withQuote(given.quote === 'none' ? undefined : given.quote);
  const withOther = (quote: number): Sample => withQuote(quote === delimiter ? undefined : quote);
  const double = withOther(DOUBLE_QUOTE);
  if (double.misquoted >= FEWEST_MISQUOTED && double.misquoted > 2 * double.quoted) return withQuote(undefined);
  if (double.quoted + double.misquoted > 0) return double;
  const single = withOther(SINGLE_QUOTE);
  return single.quoted >= FEWEST_QUOTED && single.misquoted === 0 ? single : double;
}
