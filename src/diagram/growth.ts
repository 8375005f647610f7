/** What makes a forest grow: the nodes and the remembered results that each statement adds. */

import type { Forest } from './forest.ts';

export interface Growth {
  readonly statement: string;
  readonly nodes: number;
  readonly remembered: number;
}

export interface GrowthMeter {
  /** Does some work for a statement and remembers what it added, whether it came to an end or outgrew the budget. */
  readonly measured: <T>(statement: string, work: () => T) => T;
  /** What added most of the one or the other, most first; nothing that added none. */
  readonly largest: (what: 'nodes' | 'memo', most: number) => readonly Growth[];
}

/** Measures a forest while something is compiled in it. Work for the same statement adds up. */
export function growthMeter(forest: Forest): GrowthMeter {
  const grown = new Map<string, Growth>();
  return {
    measured: (statement, work) => {
      const [nodes, remembered] = [forest.size(), forest.memoSize()];
      try {
        return work();
      } finally {
        const before = grown.get(statement);
        grown.set(statement, {
          statement,
          nodes: (before?.nodes ?? 0) + forest.size() - nodes,
          remembered: (before?.remembered ?? 0) + forest.memoSize() - remembered,
        });
      }
    },
    largest: (what, most) => {
      const size = (one: Growth): number => (what === 'nodes' ? one.nodes : one.remembered);
      const all = [...grown.values()].filter((one) => size(one) > 0);
      return all.sort((left, right) => size(right) - size(left)).slice(0, most);
    },
  };
}
