/** The kinds of files that a questionnaire is made of, and of those that go with it. */

import type { MarginalsSource } from '../analysis/marginals-schema.ts';
import type { CasesSource, PropertiesSource } from '../analysis/schema.ts';
import type { MappingSource } from '../batch/schema.ts';
import type { DirectoryMappingSource } from '../directory/mapping-schema.ts';
import type { DirectorySource } from '../directory/schema.ts';
import type { NoticesSource } from '../policy/notices-schema.ts';
import type { LevelsSource, PolicySource, SourcesSource } from '../policy/schema.ts';
import type { TableSource } from '../policy/table-schema.ts';
import type { ExtensionSource } from '../questionnaire/extension-schema.ts';
import type { ModuleSource } from '../questionnaire/module-schema.ts';
import type { EmergencySource, QuestionnaireSource } from '../questionnaire/schema.ts';
import type { ConfigSource } from '../site/schema.ts';

/** What each kind of file holds. */
export interface ContentSources {
  readonly questionnaire: QuestionnaireSource;
  /** Questions that a questionnaire may include. */
  readonly module: ModuleSource;
  /** A site's questionnaire: what differs from another one, with `extends`. */
  readonly extension: ExtensionSource;
  readonly levels: LevelsSource;
  readonly emergency: EmergencySource;
  readonly sources: SourcesSource;
  readonly policy: PolicySource;
  /** A set of rules in the form of a policy, with `kind: table`. */
  readonly table: TableSource;
  readonly directory: DirectorySource;
  readonly cases: CasesSource;
  readonly properties: PropertiesSource;
  readonly marginals: MarginalsSource;
  readonly mapping: MappingSource;
  readonly notices: NoticesSource;
  readonly 'directory-mapping': DirectoryMappingSource;
  /** The settings of a site. */
  readonly config: ConfigSource;
}

/** A kind of file. */
export type ContentKind = keyof ContentSources;

/** The file of the build that holds the parsed content of a kind; what only a check, `score` or a questionnaire with modules reads lies apart, unread by `decide`. */
export const BUILT_FILES = {
  questionnaire: 'content.json',
  module: 'modules.json',
  extension: 'content.json',
  levels: 'content.json',
  emergency: 'content.json',
  sources: 'content.json',
  policy: 'content.json',
  directory: 'content.json',
  cases: 'checks.json',
  properties: 'checks.json',
  marginals: 'checks.json',
  mapping: 'mappings.json',
  'directory-mapping': 'mappings.json',
  table: 'checks.json',
  notices: 'notices.json',
  config: 'checks.json',
} as const satisfies Readonly<Record<ContentKind, string>>;
