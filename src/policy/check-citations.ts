/** A citation must lead to something. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Sources } from './texts.ts';

/** Reports citations that name no source, or no fact of their source. */
export function checkCitations(
  citations: readonly string[] | undefined,
  path: Path,
  sources: Sources,
  report: Report,
): void {
  for (const [index, citation] of (citations ?? []).entries()) {
    const [id = '', fact = ''] = citation.split('#');
    const source = sources.byId.get(id);
    const here = [...path, index];
    if (source === undefined) {
      report({
        code: 'unknown-citation',
        path: here,
        message: `there is no source \`${id}\``,
        remedy: suggest(id, sources.byId.keys()),
      });
    } else if (!Object.hasOwn(source.facts, fact)) {
      report({
        code: 'unknown-citation',
        path: here,
        message: `the source \`${id}\` has no fact \`${fact}\``,
        remedy: suggest(fact, Object.keys(source.facts)),
      });
    }
  }
}
