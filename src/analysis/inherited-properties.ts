/** The properties of the questionnaire that a site extends must hold for the site's policies as well. */

import { composedDocument, type Origin } from '../documents/composed.ts';
import type { Document } from '../documents/document.ts';
import type { Heirs } from './heirs.ts';
import type { PropertiesSource } from './schema.ts';

/** The properties of both. What must hold for a policy must hold for each policy of the site that extends it. */
export function inheritProperties(
  own: Document<PropertiesSource> | undefined,
  base: Document<PropertiesSource>,
  heirs: Heirs,
): Document<PropertiesSource> {
  const main = own ?? base;
  const inherited = base.value.properties.map((property) => ({
    ...property,
    policies: [
      ...new Set([...property.policies, ...property.policies.flatMap((id) => heirs.get(id) ?? []).map(({ id }) => id)]),
    ],
  }));
  const added = own?.value.properties ?? [];
  const origins = [
    ...inherited.map(
      (_, index): Origin => ({ path: ['properties', index], document: base, at: ['properties', index] }),
    ),
    ...added.map(
      (_, index): Origin => ({
        path: ['properties', inherited.length + index],
        document: main,
        at: ['properties', index],
      }),
    ),
  ];
  return composedDocument(main, { ...base.value, properties: [...inherited, ...added] }, origins);
}
