/** Looks at every text of a folder that may be written per language, as the schemas of its files say where they are. */

import { translationFindings } from '../analysis/lint-translations.ts';
import { collect } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { partsOf } from '../documents/schema-parts.ts';
import type { Problem } from '../problems/problem.ts';
import { checkText } from '../questionnaire/check-texts.ts';
import { type Text, text as textSchema } from '../questionnaire/schema.ts';
import type { Content } from './content.ts';
import type { ContentKind } from './content-kinds.ts';
import { CONTENT_SCHEMAS } from './parse-content.ts';

/** The kinds whose missing texts no call can do without: they are looked for whenever the files are loaded. */
const CHECKED_ON_LOADING: readonly ContentKind[] = ['questionnaire', 'emergency'];

/** Missing texts of the files that a call can do without in a language, and doubtful translations in all of them. */
export function lintTranslations({ documents, questionnaire }: Content): readonly Problem[] {
  const { languages } = questionnaire;
  const { policies, areMissing: _, ...single } = documents;
  return [
    ...Object.entries(single).flatMap(([kind, document]) =>
      isKind(kind) && document !== undefined ? lintTexts(kind, document, languages) : [],
    ),
    ...policies.flatMap((document) => lintTexts('policy', document, languages)),
  ];
}

function isKind(kind: string): kind is ContentKind {
  return Object.hasOwn(CONTENT_SCHEMAS, kind);
}

/** The same for one file; `languages` are those of the questionnaire, the first of them the one to compare with. */
export function lintTexts(
  kind: ContentKind,
  document: Document<unknown>,
  languages: readonly string[],
): readonly Problem[] {
  const { report, problems } = collect(document);
  for (const { value, path } of partsOf(CONTENT_SCHEMAS[kind], textSchema, document.value)) {
    const text = textOf(value);
    if (text === undefined) continue;
    if (!CHECKED_ON_LOADING.includes(kind)) checkText(text, path, { languages, declaredAt: [] }, report);
    for (const finding of translationFindings(text, path, languages)) report(finding);
  }
  return problems;
}

function textOf(value: unknown): Text | undefined {
  const read = textSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
