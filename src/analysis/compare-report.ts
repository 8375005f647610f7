/** Comparisons over all callers as a report: plain JSON in which every rule has its reason and every share is exact. */

import { asWitnessCaller } from '../callers/witness.ts';
import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import type { Policy } from '../policy/model.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import type { ComparedAddition, ComparedCell, ComparedPolicies, Comparison, Shown } from './compare-policies.ts';
import type { VersionDifference } from './join-versions.ts';
import type { Reasons } from './reasons.ts';
import { isEmergency, STEPS, type Step, saidName } from './said.ts';
import { type Share, shareOf } from './share-of.ts';

/** How likely answers are taken to be, in words. */
export interface MeasureReport {
  readonly id: 'all-answers' | 'marginals';
  readonly title: string;
}

/** By measure, in the order of the report. Among the calm (those who are no emergency under either) where that can be said. */
export interface Shares {
  readonly all: readonly Share[];
  readonly calm: readonly (Share | null)[];
}

export interface PolicyReport {
  /** What the policy is called in the comparison, each once: its id, or that with `before` and `after`. */
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
}

export interface RuleReport {
  readonly rule: string;
  readonly because: string;
  readonly cites: readonly string[];
}

export interface SideReport {
  /** A level's id, `silent` or `no-level/` and a disposition. */
  readonly says: string;
  /** Whether an answer stops the call: an emergency whatever the policy says. */
  readonly isStopped: boolean;
  readonly rules: readonly RuleReport[];
  readonly firstSteps: readonly string[];
  readonly supports: readonly string[];
  /** Questions that the witness answers and that are not put to them here. */
  readonly notAsked: readonly string[];
}

export interface ShownReport {
  readonly witness: WitnessCaller;
  readonly before: SideReport;
  readonly after: SideReport;
}

export interface CellReport {
  readonly before: string;
  readonly after: string;
  readonly step: Step;
  readonly shares: Shares;
  /** Null where both say the same. */
  readonly shown: ShownReport | null;
}

export interface AdditionReport {
  readonly kind: ComparedAddition['kind'];
  readonly id: string;
  readonly under: ComparedAddition['under'];
  readonly shares: Shares;
  readonly shown: ShownReport;
}

export interface PairReport {
  readonly before: PolicyReport;
  readonly after: PolicyReport;
  /** Share of the callers who are an emergency under neither, by measure. */
  readonly calm: readonly Share[];
  /** Shares by step; `differ` is all that are not `same`. */
  readonly steps: Readonly<Record<Step | 'differ', Shares>>;
  /** Every pair that occurs: what is the same in the order of levels, then differences, as loud as they are and most weight first. */
  readonly cells: readonly CellReport[];
  readonly additions: readonly AdditionReport[];
  /** The callers who do not get the same first steps and supports, whatever else. */
  readonly given: Shares;
}

export interface CompareReport {
  readonly questionnaire: string;
  /** Whether the pairs are two versions of one policy. */
  readonly areVersions: boolean;
  readonly measures: readonly MeasureReport[];
  /** What only one version of the questionnaire has; nothing where there is one version. */
  readonly versions: readonly VersionDifference[];
  /** Policies that the other folder does not have. */
  readonly unpaired: readonly { readonly policy: string; readonly only: 'before' | 'after' }[];
  readonly pairs: readonly PairReport[];
}

/** One pair of a report. `loudFirst` puts steps down first, as whoever accepts an edit needs them; else the heaviest comes first. */
export function pairReport(
  compared: ComparedPolicies,
  comparison: Comparison,
  { names, loudFirst }: { readonly names: readonly [before: string, after: string]; readonly loudFirst: boolean },
): PairReport {
  const { wholes, calm } = comparison;
  const shares = (weights: readonly bigint[], isCalm: boolean): Shares => ({
    all: weights.map((weight, index) => shareOf(weight, wholes[index] ?? 1n)),
    calm: weights.map((weight, index) => (isCalm && calm[index] ? shareOf(weight, calm[index]) : null)),
  });
  const sharesOf = (one: Pick<ComparedAddition, 'weights' | 'calm'>): Shares => ({
    all: shares(one.weights, true).all,
    calm: shares(one.calm, true).calm,
  });
  const shown = (one: Shown): ShownReport => ({
    witness: asWitnessCaller(compared.callers, one.witness),
    before: sideReport(compared.before.policy, one.before),
    after: sideReport(compared.after.policy, one.after),
  });
  const summed = (passes: (cell: ComparedCell) => boolean): Shares => {
    const add = (some: readonly ComparedCell[]) =>
      wholes.map((_, index) => some.reduce((sum, { weights }) => sum + (weights[index] ?? 0n), 0n));
    const some = comparison.cells.filter(passes);
    return { all: shares(add(some), true).all, calm: shares(add(some.filter(isCalmCell)), true).calm };
  };
  const bySteps = STEPS.map((step) => [step, summed((cell) => cell.step === step)] as const);
  const sorted = sortedCells(comparison.cells, loudFirst);
  return {
    before: policyReport(compared.before, names[0]),
    after: policyReport(compared.after, names[1]),
    calm: calm.map((weight, index) => shareOf(weight, wholes[index] ?? 1n)),
    steps: { ...record(bySteps), differ: summed((cell) => cell.step !== 'same') },
    cells: sorted.map((cell) => ({
      before: saidName(cell.before),
      after: saidName(cell.after),
      step: cell.step,
      shares: shares(cell.weights, isCalmCell(cell)),
      shown: cell.shown === undefined ? null : shown(cell.shown),
    })),
    given: sharesOf(comparison.given),
    additions: [...comparison.additions].sort(byWeight).map((one) => ({
      ...{ kind: one.kind, id: one.id, under: one.under },
      shares: sharesOf(one),
      shown: shown(one.shown),
    })),
  };
}

function record(entries: readonly (readonly [Step, Shares])[]): Readonly<Record<Step, Shares>> {
  const found = new Map(entries);
  const of = (step: Step): Shares => found.get(step) ?? { all: [], calm: [] };
  return { same: of('same'), down: of('down'), up: of('up'), silent: of('silent'), 'no-level': of('no-level') };
}

function isCalmCell({ before, after }: ComparedCell): boolean {
  return !isEmergency(before) && !isEmergency(after);
}

/** Differences from the loudest step to the quietest. */
const LOUDNESS: readonly Step[] = ['same', 'down', 'no-level', 'silent', 'up'];

function sortedCells(cells: readonly ComparedCell[], loudFirst: boolean): readonly ComparedCell[] {
  const same = cells.filter(({ step }) => step === 'same');
  const apart = cells.filter(({ step }) => step !== 'same');
  const loudness = ({ step }: ComparedCell) => (loudFirst ? LOUDNESS.indexOf(step) : 0);
  return [...same, ...apart.sort((left, right) => loudness(left) - loudness(right) || byWeight(left, right))];
}

/** By the last measure, which says most about callers. */
function byWeight(
  left: { readonly weights: readonly bigint[] },
  right: { readonly weights: readonly bigint[] },
): number {
  const difference = (right.weights.at(-1) ?? 0n) - (left.weights.at(-1) ?? 0n);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return (right.weights[0] ?? 0n) > (left.weights[0] ?? 0n) ? 1 : -1;
}

function policyReport({ policy: { id, version, title } }: CompiledPolicy, name: string): PolicyReport {
  return { name, id, version, title };
}

/** What one side says of a witness, with the reasons of its rules. */
export function sideReport(policy: Policy, { said, rules, ...given }: Reasons): SideReport {
  return { says: saidName(said), rules: rules.map((id) => ruleReport(policy, id)), ...given };
}

/** A rule of a policy, or its `otherwise`, with its reason. */
export function ruleReport({ rules, otherwise }: Policy, id: string): RuleReport {
  const { because, cites } = (id === OTHERWISE ? otherwise : rules.find((one) => one.id === id)) ?? otherwise;
  return { rule: id, because: because.trim(), cites };
}
