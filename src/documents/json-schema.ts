/** The schema of a kind of file, as JSON Schema for editors. */

import * as z from 'zod';

/** A JSON Schema, or any part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * What a person may write, as JSON Schema of draft 7, which editors know best. What a schema says in `meta({ completes })`
 * stands in it as a key of that name, for whoever knows the ids of a questionnaire (analysis/editor-schema.ts).
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return { ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) };
}
