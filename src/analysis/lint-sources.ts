/** Sources, and facts of sources, that nothing cites. */

import type { Finding } from '../documents/collect.ts';
import { checkCitations } from '../policy/check-citations.ts';
import type { SourcesSource } from '../policy/schema.ts';
import type { Sources } from '../policy/texts.ts';
import type { FactSource } from '../questionnaire/schema.ts';
import { textsIn } from './lint-texts.ts';

const CITATION = /^(?<source>[a-z][a-z0-9-]*)#[A-Z][0-9]*[a-z]?$/;

/**
 * Sources and facts that none of the values cites. A disagreement cites as well as a rule, and what it calls silent is named by it.
 * A fact that only stands above others (`C3` above `C3a`) is cited with them.
 */
export function sourceFindings(sources: SourcesSource, values: readonly unknown[]): readonly Finding[] {
  const cited = new Set(
    [...values, sources.disagreements].flatMap((value) => textsIn(value)).flatMap(({ text }) => citationsOf(text)),
  );
  const silent = new Set((sources.disagreements ?? []).flatMap((one) => one.silent ?? []));
  return sources.sources.flatMap(({ id, facts }, index): readonly Finding[] => {
    const path = ['sources', index];
    if (![...cited].some((citation) => citation.startsWith(`${id}#`)) && !silent.has(id))
      return [
        {
          code: 'unused-source',
          path: [...path, 'id'],
          message: `nothing cites \`${id}\``,
          remedy: 'cite it where it is followed, or delete it',
        },
      ];
    return Object.keys(facts)
      .filter((fact) => ![...cited].some((citation) => isOrIsBelow(citation, `${id}#${fact}`)))
      .map((fact) => ({
        code: 'unused-fact',
        path: [...path, 'facts', fact],
        part: 'key',
        message: `nothing cites \`${id}#${fact}\``,
        remedy: 'cite it where it is followed, or delete it',
      }));
  });
}

function citationsOf(text: string): readonly string[] {
  return CITATION.test(text) ? [text] : [];
}

function isOrIsBelow(citation: string, fact: string): boolean {
  return citation === fact || (citation.startsWith(fact) && /^[a-z]$/.test(citation.slice(fact.length)));
}

/** Citations of derived facts that lead nowhere: the questionnaire is compiled before the sources are known. */
export function citationFindings(facts: readonly FactSource[] = [], sources: Sources): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [index, { cites }] of facts.entries())
    checkCitations(cites, ['facts', index, 'cites'], sources, (finding) => findings.push(finding));
  return findings;
}
