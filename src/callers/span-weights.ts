/** What variables that a diagram does not test weigh together. */

import type { Weights } from './share.ts';

/** The product of the variables' weights from one to before another. Each product is made once: diagrams ask for few of them very often. */
export function spanWeights(weights: Weights): (from: number, to: number) => bigint {
  const sums = weights.map((own) => own.reduce((all, one) => all + one, 0n));
  const products = new Map<number, bigint>();
  return (from, to) => {
    if (to <= from) return 1n;
    const key = from * (sums.length + 1) + to;
    const before = products.get(key);
    if (before !== undefined) return before;
    const product = sums.slice(from, to).reduce((all, one) => all * one, 1n);
    products.set(key, product);
    return product;
  };
}
