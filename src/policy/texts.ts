/**
 * What levels.yaml and sources.yaml become: looked up by id, complete for the closed lists. `Words` is how a text to read stands
 * in them: `Text` where every language is kept, `string` where one was chosen (in-language.ts).
 */

import type { Text } from '../questionnaire/schema.ts';
import type { Action, FirstStep, Level, Support } from './care-lists.ts';
import type { Disagreement } from './model.ts';
import type { SourcesSource } from './schema.ts';

/** A level of care in words. */
export interface LevelText<Words = string> {
  readonly id: Level;
  readonly name: Words;
  readonly sentence: Words;
  readonly hours?: Words | undefined;
  readonly days?: Words | undefined;
  readonly length?: Words | undefined;
  readonly therapies?: readonly Words[] | undefined;
  readonly week?: readonly Words[] | undefined;
  readonly asam?: string | undefined;
  readonly cites?: readonly string[] | undefined;
}

/** A first step or a support in words. */
export interface DescribedText<Words = string> {
  readonly id: string;
  readonly name: Words;
  readonly sentence: Words;
  readonly meanwhile?: Words | undefined;
}

export interface CareTexts<Words = string> {
  readonly levels: Readonly<Record<Level, LevelText<Words>>>;
  readonly firstSteps: Readonly<Record<FirstStep, DescribedText<Words>>>;
  readonly supports: Readonly<Record<Support, DescribedText<Words>>>;
  readonly aftercare: readonly Words[];
  readonly aftercareCites: readonly string[];
}

type SourceSource = SourcesSource['sources'][number];
type SourceFact = SourceSource['facts'][string];

/** A source; its title and its publisher stand as they were published. */
export interface Source<Words = string> extends Omit<SourceSource, 'short' | 'facts'> {
  readonly short: Words;
  readonly facts: Readonly<Record<string, Omit<SourceFact, 'says'> & { readonly says: Words }>>;
}

export interface Sources<Words = string> {
  readonly byId: ReadonlyMap<string, Source<Words>>;
  readonly disagreements: readonly Disagreement<Words>[];
  /** Of a faulty file: the sources of which it is not known what they say, '' where one lost its id. */
  readonly unjudged?: ReadonlySet<string>;
}

export interface Emergency {
  readonly title: Text;
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
