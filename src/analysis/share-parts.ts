/** Shares as whole numbers, so that they add up exactly. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { WHOLE } from './marginals.ts';

/** A share in millionths; one that is written more finely is reported. */
export function shareParts(share: number, path: Path, report: Report): number {
  const parts = Math.round(share * WHOLE);
  if (Math.abs(parts - share * WHOLE) > 1e-6)
    report({
      code: 'bad-shares',
      path,
      message: 'a share has six decimals at most',
      remedy: `round it to ${parts / WHOLE}`,
    });
  return parts;
}

/** Reports shares at the keys of a path that are not 1 together. */
export function sumToWhole(
  parts: readonly number[],
  path: Path,
  keys: readonly (string | number)[],
  report: Report,
): void {
  const sum = parts.reduce((total, one) => total + one, 0);
  if (sum === WHOLE) return;
  const difference = Math.abs(WHOLE - sum) / WHOLE;
  report({
    code: 'bad-shares',
    path,
    message: `the shares are ${sum / WHOLE} together, not 1`,
    remedy: sum < WHOLE ? `${difference} is missing` : `${difference} is too much`,
    relies: keys.map((key) => [...path, key]),
  });
}
