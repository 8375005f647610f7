/**
 * Policies as the program uses them. `Words` is how a text to read stands in them: `Text` where every language is kept, `string`
 * where one was chosen (in-language.ts).
 */

import type { Condition } from '../conditions/model.ts';
import type { Action, FirstStep, Level, Support } from './care-lists.ts';

export interface Rule<Words = string> {
  readonly id: string;
  /** Id of the policy that wrote it: this one or one that it extends. */
  readonly policy: string;
  readonly when: Condition;
  readonly atLeast: Level | undefined;
  readonly first: readonly FirstStep[];
  readonly add: readonly Support[];
  readonly do: readonly Action[];
  readonly because: Words;
  readonly cites: readonly string[];
  /** The level is our reading of a page that names none. */
  readonly readingOurs: boolean;
  readonly replaces: string | undefined;
}

/** What the policy says of a caller for whom no rule with a level holds. `silent`: the page does not say. */
export interface Otherwise<Words = string> {
  readonly level: Level;
  readonly silent: boolean;
  readonly because: Words;
  readonly cites: readonly string[];
}

export interface Policy<Words = string> {
  readonly id: string;
  readonly version: string;
  readonly date: string;
  readonly title: Words;
  readonly about: Words;
  readonly reviewedBy: string | undefined;
  readonly program: string | undefined;
  readonly network: boolean;
  readonly otherwise: Otherwise<Words>;
  /** Own rules and those of every extended policy, replaced ones left out. Their order means nothing. */
  readonly rules: readonly Rule<Words>[];
}

/** A point on which the sources say different things, and for which callers it matters. */
export interface Disagreement<Words = string> {
  readonly id: string;
  readonly when: Condition;
  readonly says: Words;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly silent: readonly string[];
}
