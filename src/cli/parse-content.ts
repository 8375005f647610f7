/** Parses content files. Loaded only when a file is not the one that was built in: YAML and schemas cost start-up time. */

import type { z } from 'zod';
import { marginalsSchema } from '../analysis/marginals-schema.ts';
import { casesSchema, propertiesSchema } from '../analysis/schema.ts';
import { mappingSchema } from '../batch/schema.ts';
import { directoryMappingSchema } from '../directory/mapping-schema.ts';
import { directorySchema } from '../directory/schema.ts';
import type { Draft } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { draftDocument, readDocument } from '../documents/read-document.ts';
import { draftJson } from '../documents/read-json.ts';
import { levelsSchema, policySchema, sourcesSchema } from '../policy/schema.ts';
import { tableSchema } from '../policy/table-schema.ts';
import type { Outcome } from '../problems/problem.ts';
import { extensionSchema } from '../questionnaire/extension-schema.ts';
import { emergencySchema, questionnaireSchema } from '../questionnaire/schema.ts';
import { configSchema } from '../site/schema.ts';
import { BUILT_FILES, type ContentKind, type ContentSources } from './content-kinds.ts';

/** The schema of each kind of file. */
export const CONTENT_SCHEMAS: { readonly [K in ContentKind]: z.ZodType<ContentSources[K]> } = {
  questionnaire: questionnaireSchema,
  extension: extensionSchema,
  levels: levelsSchema,
  emergency: emergencySchema,
  sources: sourcesSchema,
  policy: policySchema,
  table: tableSchema,
  directory: directorySchema,
  cases: casesSchema,
  properties: propertiesSchema,
  marginals: marginalsSchema,
  mapping: mappingSchema,
  'directory-mapping': directoryMappingSchema,
  config: configSchema,
};

/** Reads the text of a content file. */
export function parseContent<K extends ContentKind>(
  kind: K,
  file: string,
  text: string,
): Outcome<Document<ContentSources[K]>> {
  return readDocument<ContentSources[K]>(file, text, CONTENT_SCHEMAS[kind]);
}

/** The same, but with what is usable of a file that does not fit its schema; undefined where the text is no YAML. */
export function draftContent<K extends ContentKind>(
  kind: K,
  file: string,
  text: string,
): Draft<Document<ContentSources[K]> | undefined> {
  const draft = kind === 'directory' && file.endsWith('.json') ? draftJson : draftDocument;
  return draft<ContentSources[K]>(file, text, CONTENT_SCHEMAS[kind]);
}

/** The file of the build into which the parsed content of a kind goes. */
export function builtFile(kind: ContentKind): string {
  return BUILT_FILES[kind];
}
