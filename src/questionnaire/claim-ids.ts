/** One id names one thing. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';

/** Remembers ids within one name space and reports each that is used again. */
export function claimIds(report: Report): (id: string, path: Path, what: string) => void {
  const owners = new Map<string, string>();
  return (id, path, what) => {
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, what);
    else
      report({
        code: 'duplicate-id',
        path,
        message: `\`${id}\` is already the id of ${owner}`,
        remedy: 'choose another id',
      });
  };
}
