/** Two policies over all possible callers: where they differ, for how many, and who shows it. */

import type { Callers } from '../callers/callers.ts';
import { type Weights, weigher, wholeWeight } from '../callers/share.ts';
import { type Witness, witness } from '../callers/witness.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { FIRST_STEPS, type FirstStep, SUPPORTS, type Support } from '../policy/care-lists.ts';
import { type Reasons, reasonsFor } from './reasons.ts';
import { isEmergency, type Said, type SaidRegion, type Step, saidRegions, stepBetween } from './said.ts';

/** What is measured: how likely answers are taken to be. */
export interface Measure {
  readonly weights: Weights;
}

/** Two policies whose diagrams lie in one forest, and the callers who can answer under both. */
export interface ComparedPolicies {
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
  /** Whose witnesses are looked for: the questions of both. */
  readonly callers: Callers;
}

/** Somebody who shows a difference, with what each side says and why. */
export interface Shown {
  readonly witness: Witness;
  readonly before: Reasons;
  readonly after: Reasons;
}

/** The callers of whom one policy says one thing and the other another, or the same. */
export interface ComparedCell {
  readonly before: Said;
  readonly after: Said;
  readonly step: Step;
  /** By measure. */
  readonly weights: readonly bigint[];
  /** Undefined where both say the same. */
  readonly shown: Shown | undefined;
}

/** The callers who get something under one of the two only. */
export interface ComparedAddition {
  readonly kind: 'first-step' | 'support';
  readonly id: FirstStep | Support;
  readonly under: 'before' | 'after';
  readonly weights: readonly bigint[];
  /** The same of the callers who are an emergency under neither. */
  readonly calm: readonly bigint[];
  readonly shown: Shown;
}

/** Weights by measure throughout. */
export interface Comparison {
  readonly wholes: readonly bigint[];
  /** Callers who are an emergency under neither. */
  readonly calm: readonly bigint[];
  /** Every pair that occurs, in the order of what is said. */
  readonly cells: readonly ComparedCell[];
  readonly additions: readonly ComparedAddition[];
  /** The callers who do not get the same first steps and supports, whatever else; and those of them who are an emergency under neither. */
  readonly given: { readonly weights: readonly bigint[]; readonly calm: readonly bigint[] };
}

/** Prepares comparing policies of one forest, so that all pairs share the work; what is weighed is weighed once. */
export function comparer(callers: Callers, measures: readonly Measure[]): (compared: ComparedPolicies) => Comparison {
  const { forest } = callers;
  const weighers = measures.map(({ weights }) => weigher(forest, weights));
  const wholes = measures.map(({ weights }) => wholeWeight(weights));
  const weigh = (region: Node): readonly bigint[] => weighers.map((one) => one(region));
  const regions = new Map<CompiledPolicy, readonly SaidRegion[]>();
  const saidBy = (compiled: CompiledPolicy): readonly SaidRegion[] => {
    const found = regions.get(compiled) ?? saidRegions(compiled);
    regions.set(compiled, found);
    return found;
  };
  return (compared) => {
    const show = shower(compared);
    const cells = saidBy(compared.before).flatMap((before) =>
      saidBy(compared.after).flatMap((after) => {
        const region = forest.and(before.region, after.region);
        if (region === FALSE) return [];
        const step = stepBetween(before.said, after.said);
        const shown = step === 'same' ? undefined : show(region);
        return [{ before: before.said, after: after.said, step, weights: weigh(region), shown }];
      }),
    );
    const emergencies = [...saidBy(compared.before), ...saidBy(compared.after)].filter(({ said }) => isEmergency(said));
    const calmRegion = forest.not(emergencies.map(({ region }) => region).reduce(forest.or, FALSE));
    const measure = (region: Node) => ({ weights: weigh(region), calm: weigh(forest.and(region, calmRegion)) });
    const differences = additionRegions(compared);
    const additions = differences.flatMap(({ region, ...about }): readonly ComparedAddition[] => {
      const shown = show(region);
      return shown === undefined ? [] : [{ ...about, ...measure(region), shown }];
    });
    const givenApart = differences.map(({ region }) => region).reduce(forest.or, FALSE);
    return { wholes, calm: weigh(calmRegion), cells, additions, given: measure(givenApart) };
  };
}

/** Shows a region that is not empty by its witness. */
function shower({ before, after, callers }: ComparedPolicies): (region: Node) => Shown | undefined {
  return (region) => {
    const found = witness(callers, region);
    return (
      found && {
        witness: found,
        before: reasonsFor(before, found.values),
        after: reasonsFor(after, found.values),
      }
    );
  };
}

/** For each first step and support those who get it under one of the two only; none that nobody gets so. */
function additionRegions({ before, after, callers: { forest } }: ComparedPolicies) {
  const between = (kind: ComparedAddition['kind'], id: FirstStep | Support, here: Node, there: Node) =>
    [
      { kind, id, under: 'before' as const, region: forest.and(here, forest.not(there)) },
      { kind, id, under: 'after' as const, region: forest.and(there, forest.not(here)) },
    ].filter(({ region }) => region !== FALSE);
  return [
    ...FIRST_STEPS.flatMap((id) => between('first-step', id, before.firstSteps[id], after.firstSteps[id])),
    ...SUPPORTS.flatMap((id) => between('support', id, before.supports[id], after.supports[id])),
  ];
}
