/** `policies: [all]`, or ids of policies. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { Policy } from '../policy/model.ts';
import { suggest } from '../problems/did-you-mean.ts';

/** The ids of the policies that are meant; those that do not exist are reported. */
export function compilePolicyIds(
  ids: readonly string[],
  path: Path,
  policies: readonly Policy[],
  report: Report,
): readonly string[] {
  const known = policies.map((policy) => policy.id);
  if (ids.length === 1 && ids[0] === 'all') return known;
  for (const [index, id] of ids.entries()) {
    if (!known.includes(id))
      report({
        code: 'unknown-policy',
        path: [...path, index],
        message: `there is no policy \`${id}\``,
        remedy: suggest(id, [...known, 'all']),
      });
  }
  return ids;
}
