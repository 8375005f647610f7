/** Whether the options of `score` go together, asked before anything is read. */

import { knownEncoding } from '../io/encodings.ts';
import type { ScoreOptions } from './add-score.ts';
import { encodingComplaint } from './encoding-complaint.ts';

/** What stands against the command line, with what to do; undefined where nothing does. */
export function usageComplaint(exports: readonly string[], options: ScoreOptions): string | undefined {
  const found = FAULTS.find(({ holds }) => holds(options, exports));
  if (found !== undefined) return `intakeline: ${found.message}\n  ${found.remedy}\n`;
  const { encoding } = options;
  if (encoding === undefined || knownEncoding(encoding) !== undefined) return undefined;
  return encodingComplaint(encoding);
}

interface UsageFault {
  readonly holds: (options: ScoreOptions, exports: readonly string[]) => boolean;
  readonly message: string;
  readonly remedy: string;
}

/** `-` `.` `:`: what ids and lists of the result are written with, beside letters, digits and `;`, which is replaced. */
export const OWN_CHARACTERS: ReadonlySet<number> = new Set([0x2d, 0x2e, 0x3a]);

const FAULTS: readonly UsageFault[] = [
  {
    holds: (_, exports) => exports.filter((path) => path === '-').length > 1,
    message: 'standard input is named more than once',
    remedy: 'name it once: it can be read only once',
  },
  {
    holds: ({ header, columns, checkLines }) => !header && columns === undefined && checkLines !== true,
    message: '`--no-header` does not say what the columns are',
    remedy: 'name them with `--columns`, in their order',
  },
  {
    holds: ({ header, columns }) => header && columns !== undefined,
    message: '`--columns` names the columns of an input that has a header',
    remedy: 'leave it out, or say with `--no-header` that the first line is a record',
  },
  {
    holds: ({ delimiter, quote }) => delimiter !== undefined && delimiter === quote,
    message: 'the delimiter and the quote are the same character',
    remedy: 'name two different ones',
  },
  {
    holds: ({ delimiter, quote }) => quote === 'none' && delimiter !== undefined && OWN_CHARACTERS.has(delimiter),
    message: 'the delimiter stands in ids of the result, and nothing may be quoted',
    remedy: 'name the quote, or change the delimiter of the export',
  },
  {
    holds: ({ onlyNewColumns }, exports) => onlyNewColumns === true && exports.length > 1,
    message: '`--only-new-columns` cannot say to which of several exports a line belongs',
    remedy: 'score one export at a time',
  },
];
