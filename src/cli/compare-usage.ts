/** Whether the options of `compare` go together, asked before anything is read. */

import type { CompareOptions } from './add-compare.ts';

/** What stands against the command line, with what to do; undefined where nothing does. */
export function compareUsage(ids: readonly string[], options: CompareOptions): string | undefined {
  const found = FAULTS.find(({ holds }) => holds(options, ids));
  return found && `intakeline: ${found.message}\n  ${found.remedy}\n`;
}

interface UsageFault {
  readonly holds: (options: CompareOptions, ids: readonly string[]) => boolean;
  readonly message: string;
  readonly remedy: string;
}

const FAULTS: readonly UsageFault[] = [
  {
    holds: (_, ids) => new Set(ids).size < ids.length,
    message: 'a policy is named twice',
    remedy: 'name each once',
  },
  {
    holds: ({ before }, ids) => before === undefined && ids.length === 1,
    message: 'one policy alone is compared with nothing',
    remedy: 'name another one, or with `--before` the folder of an earlier version',
  },
  {
    holds: ({ caller, over, before }) => [caller, over, before].filter((one) => one !== undefined).length > 1,
    message: '`--caller`, `--over` and `--before` each compare something else',
    remedy: 'keep one of them',
  },
  {
    holds: ({ before, beforePolicy }, ids) => beforePolicy !== undefined && (before === undefined || ids.length !== 1),
    message: '`--before-policy` says what one policy is called in the folder of `--before`',
    remedy: 'name one policy and that folder, or leave it out',
  },
  {
    holds: (options) => options.over === undefined && saysHowRowsAreRead(options),
    message: 'some of the options say how rows are read, and there are none',
    remedy: 'name an export with `--over`, or leave them out',
  },
  {
    holds: ({ caller, over, marginals, witnesses }) =>
      (caller !== undefined || over !== undefined) && [marginals, witnesses].some((one) => one !== undefined),
    message: '`--marginals` and `--witnesses` are about all possible callers',
    remedy: 'leave them out, or leave out `--caller` and `--over`',
  },
];

function saysHowRowsAreRead(options: CompareOptions): boolean {
  const { mapping, rejects, today, columns, delimiter, quote, lineEnd, encoding, header } = options;
  const named = [mapping, rejects, today, columns, delimiter, quote, lineEnd, encoding];
  return !header || named.some((one) => one !== undefined);
}
