/** Who answers for a translation is named by language, for the languages after the first, and never taken from a base. */

import { expect, test } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { compileQuestionnaire } from '../../src/questionnaire/compile.ts';
import { extendQuestionnaire } from '../../src/questionnaire/extend-questionnaire.ts';
import { extensionSchema } from '../../src/questionnaire/extension-schema.ts';
import { questionnaireSchema } from '../../src/questionnaire/schema.ts';
import { valueIn } from '../fixtures/read-fixture.ts';

const named = (reviewers: string) => `format: intakeline/questionnaire/1
id: house
version: "1"
title: { en: House, es: Casa }
languages: [en, es]
${reviewers}
sections: [{ id: one, title: { en: One, es: Uno } }]
questions:
  - id: sleeps
    section: one
    type: yes-no
    say: { en: Do you sleep?, es: ¿Duerme? }
    worse: "no"
`;

const documentOf = (reviewers: string) => valueIn(readDocument('house.yaml', named(reviewers), questionnaireSchema));

test('a reviewer is kept by language', () => {
  const { translationReviewers } = valueIn(
    compileQuestionnaire(documentOf('translations_reviewed_by: { es: B. Clinician }')),
  );
  expect(translationReviewers).toEqual(new Map([['es', 'B. Clinician']]));
  expect(valueIn(compileQuestionnaire(documentOf(''))).translationReviewers).toEqual(new Map());
});

test.each([
  ['en', 'the first language, which is no translation'],
  ['fr', 'a language that nobody declared'],
])('a reviewer of %s is a problem: %s', (language) => {
  const { ok, problems } = compileQuestionnaire(documentOf(`translations_reviewed_by: { ${language}: B. Clinician }`));
  expect([ok, problems.map(({ code, position }) => [code, position?.line])]).toEqual([false, [['unknown-key', 6]]]);
});

const SITE = `format: intakeline/questionnaire/1
extends: house
id: site
version: "1"
title: { en: Site, es: Sitio }
`;

test('a site names its own reviewers: those of the base have not seen its texts', () => {
  const base = documentOf('translations_reviewed_by: { es: B. Clinician }');
  const reviewersOf = (more: string) => {
    const own = valueIn(readDocument('site.yaml', SITE + more, extensionSchema));
    return valueIn(compileQuestionnaire(extendQuestionnaire(own, base).value)).translationReviewers;
  };
  expect(reviewersOf('')).toEqual(new Map());
  expect(reviewersOf('translations_reviewed_by: { es: C. Clinician }\n')).toEqual(new Map([['es', 'C. Clinician']]));
});
