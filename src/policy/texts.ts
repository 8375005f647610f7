/** What levels.yaml and sources.yaml become: looked up by id, complete for the closed lists. */

import type { Text } from '../questionnaire/schema.ts';
import type { Action, FirstStep, Level, Support } from './care-lists.ts';
import type { Disagreement } from './model.ts';
import type { LevelsSource, SourcesSource } from './schema.ts';

export type LevelText = LevelsSource['levels'][number];
export type DescribedText = LevelsSource['first_steps'][number];

export interface CareTexts {
  readonly levels: Readonly<Record<Level, LevelText>>;
  readonly firstSteps: Readonly<Record<FirstStep, DescribedText>>;
  readonly supports: Readonly<Record<Support, DescribedText>>;
  readonly aftercare: readonly string[];
  readonly aftercareCites: readonly string[];
}

export type Source = SourcesSource['sources'][number];

export interface Sources {
  readonly byId: ReadonlyMap<string, Source>;
  readonly disagreements: readonly Disagreement[];
  /** Of a faulty file: the sources of which it is not known what they say, '' where one lost its id. */
  readonly unjudged?: ReadonlySet<string>;
}

export interface Emergency {
  readonly title: string;
  /** What a counselor does, in order; what to do when the caller is gone stands last among them. */
  readonly steps: readonly Text[];
  readonly ifCutOff: Text | undefined;
  /** What is said to somebody who is in danger. */
  readonly actions: Readonly<Record<Action, Text>>;
  /** What is said to somebody who calls about a person in danger. */
  readonly actionsForOther: Readonly<Record<Action, Text>>;
  readonly notices: readonly Text[];
  readonly lines: readonly string[];
}
