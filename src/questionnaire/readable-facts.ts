/** What conditions may read of a questionnaire whose definitions may be faulty. */

import type { Facts, Readable } from '../conditions/compile.ts';
import type { FactKind } from '../conditions/model.ts';
import type { Path } from '../documents/document.ts';
import { type Flawed, isSound } from '../documents/flaws.ts';
import { factKind } from './compile-facts.ts';
import { isMakeshift } from './question-kind.ts';
import type { FactSource, QuestionnaireSource } from './schema.ts';

/** Every question and fact; of a faulty one it is known only that it is there. */
export function readableFacts(
  document: Flawed & { readonly value: QuestionnaireSource },
  kinds: readonly FactKind[],
): Facts {
  const facts = new Map<string, Readable>();
  const define = (id: string, path: Path, kind: Readable): void => {
    facts.set(id, isSound(document, [...path, 'id']) ? kind : 'misnamed');
  };
  for (const [index, { id }] of document.value.questions.entries()) {
    const kind = kinds[index];
    define(id, ['questions', index], kind === undefined || isMakeshift(kind) ? 'unjudged' : kind);
  }
  for (const [index, fact] of (document.value.facts ?? []).entries()) {
    const path = ['facts', index];
    define(fact.id, path, hasKnownValues(fact, path, document) ? factKind(fact) : 'unjudged');
  }
  const areListsSound = isSound(document, ['questions']) && isSound(document, ['facts']);
  return areListsSound ? facts : facts.set('', 'misnamed');
}

/** Whether the values of a fact are all there: only then can another be called unknown. */
function hasKnownValues(fact: FactSource, path: Path, document: Flawed): boolean {
  const { first_of: branches, bands, otherwise } = fact;
  const values = [
    ...(branches ?? []).map((_, index) => ['first_of', index, 'value']),
    ...(bands ?? []).map((_, index) => ['bands', index, 'value']),
  ];
  const parts = [['first_of'], ['bands'], ['otherwise'], ...values];
  const isComplete = branches === undefined ? bands !== undefined : otherwise !== undefined;
  return isComplete && parts.every((part) => isSound(document, [...path, ...part]));
}
