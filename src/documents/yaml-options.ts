/** How the YAML library reads a file: YAML 1.2, its core schema, nothing that files of this program never need. */

import type { ParseOptions, ScalarTag, SchemaOptions, Tags } from 'yaml';

type Options = ParseOptions & SchemaOptions & { readonly version: '1.2'; readonly prettyErrors: false };

/**
 * A plain text that the core schema cannot take for a number, a truth value or nothing. Said first and in one test:
 * the library tries eight on each text otherwise, which is a fifth of the time to read the largest file.
 */
const PLAIN_TEXT: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  test: /^(?![-+.\d~]|(?:[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)$)./s,
  resolve: (text) => text,
};

/** The options of the library. */
export const YAML_OPTIONS: Options = {
  version: '1.2',
  schema: 'core',
  customTags: (tags: Tags) => [PLAIN_TEXT, ...tags],
  strict: true,
  uniqueKeys: false,
  stringKeys: true,
  prettyErrors: false,
  merge: false,
};
