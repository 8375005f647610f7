/** Texts that stand for a range of numbers, and numbers that become options. */

import { type Grid, isOnGrid } from '../conditions/number-test.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { ClaimText } from './claim-texts.ts';
import type { CellReading, RangesByText } from './mapping.ts';
import { answerIds, gridOf, type ReadingPlace } from './reading-place.ts';
import { optionKeys, reportUnknownKey } from './text-map.ts';

type Bands = Extract<CellReading, { kind: 'bands' }>['bands'];

interface Span {
  readonly from: number;
  readonly to: number;
  readonly path: Path;
}

/** Compiles `ranges`: both ends are numbers that the question takes. Two ranges lie apart, or one within the other. */
export function compileRanges({ source, question, path, scope }: ReadingPlace, claim: ClaimText): RangesByText {
  const ranges = new Map<string, readonly [number, number]>();
  const spans: Span[] = [];
  for (const [text, [from = 0, to = 0]] of Object.entries(source.ranges ?? {})) {
    const span = { from, to, path: [...path, 'ranges', text] };
    const folded = claim(text, { path: span.path, part: 'key' }, `the range from ${from} to ${to}`);
    if (!isAscending(span, scope.report) || !isWithin(span, gridOf(question), scope.report)) continue;
    spans.push(span);
    if (folded !== undefined) ranges.set(folded, [from, to]);
  }
  reportOverlaps(spans, (one, other) => !isPartOf(one, other) && !isPartOf(other, one), scope.report);
  return ranges;
}

/** Compiles `bands`: from `at_least`, or else from 0, so that a negative code is never taken for a small number, to `at_most`. */
export function compileBands({ source, question, path, scope }: ReadingPlace): Bands {
  const known = optionKeys(answerIds(question));
  const spans = Object.entries(source.bands ?? {}).flatMap(([answer, band]) => {
    const { at_least: from = 0, at_most: to = Number.POSITIVE_INFINITY } = band;
    const span = { answer, from, to, path: [...path, 'bands', answer] };
    reportUnknownKey(answer, known, span.path, scope.report);
    return isAscending(span, scope.report) ? [span] : [];
  });
  reportOverlaps(spans, () => true, scope.report);
  return spans.map(({ from, to, answer }) => ({ from, to, answer }));
}

function isAscending({ from, to, path }: Span, report: Report): boolean {
  if (from <= to) return true;
  const message = 'the range ends before it begins';
  report({ code: 'bad-number-range', path, message, remedy: 'write the smaller number first' });
  return false;
}

function isWithin({ from, to, path }: Span, grid: Grid, report: Report): boolean {
  if (isOnGrid(from, grid) && isOnGrid(to, grid)) return true;
  report({
    code: 'bad-number-range',
    path,
    message: 'the range goes beyond what the question takes',
    remedy: `the question takes numbers from ${grid.min} to ${grid.max}${grid.step === 1 ? '' : ` in steps of ${grid.step}`}`,
  });
  return false;
}

/** Each span that shares numbers with an earlier one in a way that is wrong. */
function reportOverlaps<T extends Span>(
  spans: readonly T[],
  isWrong: (one: T, other: T) => boolean,
  report: Report,
): void {
  for (const [index, span] of spans.entries()) {
    const other = spans.slice(0, index).find((one) => one.from <= span.to && span.from <= one.to && isWrong(one, span));
    if (other !== undefined)
      report({
        code: 'bad-number-range',
        path: span.path,
        message: `some of these numbers belong to \`${other.path.at(-1) ?? ''}\` already`,
        remedy: 'end one where the other begins',
        relies: [other.path],
      });
  }
}

function isPartOf(one: Span, other: Span): boolean {
  return one.from >= other.from && one.to <= other.to;
}
