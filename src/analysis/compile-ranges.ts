/** The shares of a number's ranges. */

import { type Grid, isOnGrid } from '../conditions/number-test.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { RangeShare } from './marginals.ts';
import type { MarginalSource } from './marginals-schema.ts';
import { shareParts, sumToWhole } from './share-parts.ts';

type Range = NonNullable<MarginalSource['ranges']>[number];

/** Compiles ranges of the numbers that a question accepts: they ascend, none overlaps the next, and their shares are 1 together. */
export function compileRanges(source: readonly Range[], path: Path, grid: Grid, report: Report): readonly RangeShare[] {
  const ranges = source.map(({ from, to, share }, index) => {
    checkEnds({ from, to }, [...path, index], grid, report);
    const before = source[index - 1];
    if (before !== undefined && from <= before.to)
      report({
        code: 'bad-ranges',
        path: [...path, index, 'from'],
        message: 'this range begins before the last one has ended',
        remedy: `ranges ascend: begin after ${before.to}`,
        relies: [[...path, index - 1, 'to']],
      });
    return { from, to, parts: shareParts(share, [...path, index, 'share'], report) };
  });
  const keys = source.flatMap((_, index) => [index]);
  sumToWhole(
    ranges.map(({ parts }) => parts),
    path,
    keys,
    report,
  );
  return ranges;
}

function checkEnds({ from, to }: Omit<Range, 'share'>, path: Path, grid: Grid, report: Report): void {
  const ends = Object.entries({ from, to });
  for (const [key, end] of ends)
    if (!isOnGrid(end, grid))
      report({
        code: 'bad-ranges',
        path: [...path, key],
        message: 'the question does not accept this number',
        remedy: `it accepts ${grid.min} to ${grid.max}${grid.step === 1 ? '' : ` in steps of ${grid.step}`}`,
      });
  if (from > to)
    report({
      code: 'bad-ranges',
      path: [...path, 'to'],
      message: 'a range ends before it begins',
      remedy: 'put the smaller number first',
      relies: [[...path, 'from']],
    });
}
