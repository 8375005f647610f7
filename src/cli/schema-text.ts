/** The JSON Schema of a kind of file, as it is printed and saved. */

import type { EditorNames } from '../analysis/editor-names.ts';
import { editorSchema } from '../analysis/editor-schema.ts';
import { jsonSchemaOf } from '../documents/json-schema.ts';
import { answersSchema } from '../questionnaire/schema.ts';
import { CONTENT_SCHEMAS } from './parse-content.ts';
import type { SchemaKind } from './schema-kinds.ts';

/** Writes the schema with the ids of a questionnaire; without them any id is possible. */
export function schemaText(kind: SchemaKind, names: EditorNames | undefined): string {
  const open = jsonSchemaOf(kind === 'answers' ? answersSchema : CONTENT_SCHEMAS[kind]);
  return `${JSON.stringify(editorSchema(open, names), null, 1)}\n`;
}
