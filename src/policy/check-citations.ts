/** A citation must lead to something. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { nearest, suggest } from '../problems/did-you-mean.ts';
import type { Sources } from './texts.ts';

/** Reports citations that name no source, or no fact of their source. */
export function checkCitations(
  citations: readonly string[] | undefined,
  path: Path,
  sources: Sources<unknown>,
  report: Report,
): void {
  for (const [index, citation] of (citations ?? []).entries()) {
    const [id = '', fact = ''] = citation.split('#');
    const here = [...path, index];
    checkSource(id, here, sources, report);
    const source = sources.byId.get(id);
    if (source === undefined || sources.unjudged?.has(id) || Object.hasOwn(source.facts, fact)) continue;
    report({
      code: 'unknown-citation',
      path: here,
      message: `the source \`${id}\` has no fact \`${fact}\``,
      remedy: suggest(fact, Object.keys(source.facts)),
    });
  }
}

/** Reports an id that no source has. */
export function checkSource(
  id: string,
  path: Path,
  { byId, unjudged = new Set() }: Sources<unknown>,
  report: Report,
): void {
  if (byId.has(id) || unjudged.has('') || nearest(id, unjudged) !== undefined) return;
  report({
    code: 'unknown-citation',
    path,
    message: `there is no source \`${id}\``,
    remedy: suggest(id, byId.keys()),
  });
}
