/** properties.yaml → what must hold for every caller. */

import { collect } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { checkCitations } from '../policy/check-citations.ts';
import type { Policy } from '../policy/model.ts';
import type { Sources } from '../policy/texts.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import { factsOf } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { compilePolicyIds } from './check-policies.ts';
import { compileStatement } from './compile-statement.ts';
import type { Property } from './model.ts';
import type { PropertiesSource } from './schema.ts';

/** What the properties speak about. */
export interface PropertyScope {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly sources: Sources;
}

/** Compiles the properties. */
export function compileProperties(
  document: Document<PropertiesSource>,
  scope: PropertyScope,
): Outcome<readonly Property[]> {
  const { report, outcome } = collect(document);
  const claim = claimIds(report);
  const facts = factsOf(scope.questionnaire);
  const properties = document.value.properties.flatMap((source, index): Property[] => {
    const path = ['properties', index];
    claim(source.id, [...path, 'id'], 'another property');
    checkCitations(source.cites, [...path, 'cites'], scope.sources, report);
    const policies = compilePolicyIds(source.policies, [...path, 'policies'], scope.policies, report);
    const statement = compileStatement(source, path, { ...scope, facts, report });
    if (statement === undefined) return [];
    return [
      {
        id: source.id,
        index,
        number: source.number,
        says: source.says,
        policies,
        cites: source.cites ?? [],
        statement,
      },
    ];
  });
  return outcome(properties);
}
