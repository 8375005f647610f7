/** Policies as the program uses them. */

import type { Condition } from '../conditions/model.ts';
import type { Action, FirstStep, Level, Support } from './care-lists.ts';

export interface Rule {
  readonly id: string;
  /** Id of the policy that wrote it: this one or one that it extends. */
  readonly policy: string;
  readonly when: Condition;
  readonly atLeast: Level | undefined;
  readonly first: readonly FirstStep[];
  readonly add: readonly Support[];
  readonly do: readonly Action[];
  readonly because: string;
  readonly cites: readonly string[];
  /** The level is our reading of a page that names none. */
  readonly readingOurs: boolean;
  readonly replaces: string | undefined;
}

/** What the policy says of a caller for whom no rule with a level holds. `silent`: the page does not say. */
export interface Otherwise {
  readonly level: Level;
  readonly silent: boolean;
  readonly because: string;
  readonly cites: readonly string[];
}

export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly date: string;
  readonly title: string;
  readonly about: string;
  readonly reviewedBy: string | undefined;
  readonly program: string | undefined;
  readonly network: boolean;
  readonly otherwise: Otherwise;
  /** Own rules and those of every extended policy, replaced ones left out. Their order means nothing. */
  readonly rules: readonly Rule[];
}

/** A point on which the sources say different things, and for which callers it matters. */
export interface Disagreement {
  readonly id: string;
  readonly when: Condition;
  readonly says: string;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly silent: readonly string[];
}
