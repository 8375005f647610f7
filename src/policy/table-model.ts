/** Tables as the program uses them: rules that give a level directly, to be examined. A table is no policy and decides nothing. */

import type { Condition } from '../conditions/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

export interface TableRule {
  readonly id: string;
  readonly when: Condition;
  readonly level: string;
}

/** States that are counted apart. */
export interface TableGroup {
  readonly id: string;
  readonly title: string;
  readonly when: Condition;
}

export interface Table {
  readonly id: string;
  readonly title: string;
  /** Whether the first rule that holds gives the level, or every one that holds. */
  readonly hit: 'first' | 'all';
  /** Least to most intensive. */
  readonly levels: readonly string[];
  /** What the rules read: that of the folder, or one made of the table's own inputs. */
  readonly questionnaire: Questionnaire;
  /** In the order in which they are tried. */
  readonly rules: readonly TableRule[];
  /** The level of every state that no rule reaches; undefined where the table says nothing of them. */
  readonly otherwise: string | undefined;
  readonly groups: readonly TableGroup[];
}
