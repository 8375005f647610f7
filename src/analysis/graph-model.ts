/** A picture of a questionnaire, a policy or a call, before anybody draws it: nodes in groups and arrows between them. */

/** What a node stands for. `elsewhere` is a question or fact that has its own node in another group, or in another picture. */
export type NodeKind = 'question' | 'elsewhere' | 'fact' | 'junction' | 'rule' | 'level' | 'ending';

/** What stands above a node in a word. */
export type Mark = 'safety' | 'stop' | 'restricted' | 'reading ours' | 'decides' | 'possible' | 'not asked' | 'open';

/** How much a node counts in the picture: `faint` what did not come about, `possible` what still may, `strong` what decided. */
export type Weight = 'faint' | 'possible' | 'usual' | 'strong';

export interface GraphNode {
  /** Unique in the graph; never shown. */
  readonly id: string;
  readonly kind: NodeKind;
  /** Id of the group it lies in. */
  readonly group: string;
  readonly heading: string;
  /** A sentence under the heading; may be empty. */
  readonly text: string;
  /** Lines under the text. */
  readonly details: readonly string[];
  readonly marks: readonly Mark[];
  readonly weight: Weight;
}

/** An arrow between nodes of one group. `then`: what is asked next; `reads`: the second depends on the first. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'then' | 'reads';
  /** May be empty. */
  readonly label: string;
}

export interface GraphGroup {
  readonly id: string;
  /** Empty where the graph is one group without a frame. */
  readonly title: string;
  /** Whether what stands below each other keeps the order of `nodes`; else where fewest arrows cross. */
  readonly isOrdered: boolean;
}

export interface Graph {
  readonly title: string;
  /** One sentence on what is seen, also for somebody who cannot see it. */
  readonly about: string;
  readonly language: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** In reading order; no group is empty. */
  readonly groups: readonly GraphGroup[];
  /** Whether each group is followed by the next, as the sections of a script. */
  readonly isSequence: boolean;
}
