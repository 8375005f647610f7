/** The kinds of files for which there is a JSON Schema. */

import { BUILT_FILES, type ContentKind } from './content-kinds.ts';

/** Every kind of file that a person writes. */
export type SchemaKind = ContentKind | 'answers';

/** The kinds, in the order in which they are listed. */
export function schemaKinds(): readonly SchemaKind[] {
  return [
    'answers',
    ...Object.keys(BUILT_FILES).filter((kind): kind is ContentKind => Object.hasOwn(BUILT_FILES, kind)),
  ];
}
