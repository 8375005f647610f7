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

/** What is done instead of scoring saves no result, so that whoever names one expects something else. */
const savesResult = ({ out, report, rejects }: ScoreOptions): boolean =>
  out !== undefined || report !== undefined || rejects !== undefined;

const FAULTS: readonly UsageFault[] = [
  {
    holds: ({ checkLines, draftMapping }) => checkLines === true && draftMapping !== undefined,
    message: '`--check-lines` and `--draft-mapping` are two things to do instead of scoring',
    remedy: 'do one after the other',
  },
  {
    holds: (options) => options.checkLines === true && savesResult(options),
    message: '`--check-lines` scores nothing, so that there is no result to save',
    remedy: 'leave out `--out`, `--rejects` and `--report`',
  },
  {
    holds: (options) => options.draftMapping !== undefined && savesResult(options),
    message: '`--draft-mapping` scores nothing, so that there is no result to save',
    remedy: 'leave out `--out`, `--rejects` and `--report`',
  },
  {
    holds: ({ draftMapping, mapping }) => draftMapping !== undefined && mapping !== undefined,
    message: '`--draft-mapping` writes a mapping and reads none',
    remedy: 'leave out `--mapping`',
  },
  {
    holds: ({ draftMapping }, exports) => draftMapping !== undefined && exports.length > 1,
    message: '`--draft-mapping` makes a mapping from one export',
    remedy: 'name the export that has most of the codes',
  },
  {
    holds: ({ rejects = 'x' }) => ['', '.', '..'].includes(rejects.split('/').at(-1) ?? ''),
    message: '`--rejects` names a folder, and the names of the two files in it would begin with a dot',
    remedy: 'say what they are called as well, such as `FOLDER/NAME`',
  },
  {
    holds: ({ out = '', report = '' }) => [out, report].some((path) => /\.gz$/i.test(path)),
    message: 'what is saved is not packed, and the name says that it is',
    remedy: 'leave out `.gz`, or leave out `--out` and print the result into `gzip`',
  },
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
