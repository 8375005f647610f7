/** Slips in `{ at_least: …, less_than: … }`: each bound one step up and down, or left out where there is another. */

import type { Path } from '../documents/document.ts';
import { inYaml } from './in-yaml.ts';
import { withoutKey } from './left-out.ts';
import type { Slip } from './slip.ts';

const BOUNDS = ['at_least', 'at_most', 'more_than', 'less_than'];

/** The slips in the bounds of a test whose numbers come in such steps. */
export function boundSlips(source: Readonly<Record<string, unknown>>, step: number, path: Path): readonly Slip[] {
  const bounds = BOUNDS.filter((bound) => bound in source);
  return bounds.flatMap((bound) => [
    ...moved(source[bound], step, [...path, bound]),
    ...(bounds.length < 2
      ? []
      : [
          {
            kind: 'condition-left-out',
            at: [...path, bound],
            part: 'key',
            what: `\`${inYaml({ [bound]: source[bound] })}\` left out`,
            edit: { path, value: withoutKey(source, bound) },
          } as const satisfies Slip,
        ]),
  ]);
}

/** A number one step down and one step up. */
export function moved(
  value: unknown,
  step: number,
  path: Path,
  kind: Slip['kind'] = 'threshold-moved',
): readonly Slip[] {
  if (typeof value !== 'number') return [];
  return [-step, step].map((by) => {
    const other = Number((value + by).toFixed(9)); // no trace of binary rounding
    return { kind, at: path, what: `${other} for ${value}`, edit: { path, value: other } };
  });
}
