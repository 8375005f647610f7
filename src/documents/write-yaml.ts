/** A value → YAML text that `readYaml` reads back. */

import { Document, isScalar, visit } from 'yaml';
import { withoutForbiddenCharacters } from './characters.ts';

/** Readers of YAML 1.1, which are many, take these for true and false. */
const ONCE_BOOLEAN = /^(y|yes|n|no|on|off)$/i;

/** Writes maps, lists, texts and numbers; lists of single values stand on one line. What no file may hold becomes U+FFFD. */
export function yamlText(value: unknown): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, list) {
      list.flow = list.items.every((item) => isScalar(item));
    },
    Scalar(_, scalar) {
      if (typeof scalar.value !== 'string') return;
      const text = withoutForbiddenCharacters(scalar.value);
      scalar.value = text;
      if (ONCE_BOOLEAN.test(text)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
