/** Several policies on one caller's answers: what each may still say, why, and which sources disagree on it. */

import { type CompiledPolicy, OTHERWISE } from '../decision/compile.ts';
import { decide } from '../decision/decide.ts';
import { knownCaller } from '../decision/known-caller.ts';
import type { Certainty, Deciding } from '../decision/model.ts';
import { FIRST_STEPS, SUPPORTS } from '../policy/care-lists.ts';
import type { Disagreement } from '../policy/model.ts';
import type { Answers } from '../questionnaire/model.ts';
import { type PolicyReport, type RuleReport, ruleReport } from './compare-report.ts';
import { saidName, saidRegions } from './said.ts';

/** Something that a policy gives: for certain, or depending on answers that are not known. */
export interface Given {
  readonly id: string;
  readonly certainty: 'certain' | 'possible';
}

export interface CallerSide extends PolicyReport {
  /** Everything that some completion of the answers is told: levels, `silent`, `no-level/` and a disposition; never empty. */
  readonly possible: readonly string[];
  readonly firstSteps: readonly Given[];
  readonly supports: readonly Given[];
  /** The rules to which the lowest level is owed; where `isOneOf`, none is certain and they cover every completion together. */
  readonly rules: readonly RuleReport[];
  readonly isOneOf: boolean;
}

/** Plain JSON. */
export interface CallerComparison {
  readonly questionnaire: string;
  /** Answers that stop the call: an emergency whatever any policy says. */
  readonly stops: readonly { readonly question: string; readonly option: string }[];
  readonly sides: readonly CallerSide[];
  /** What not all of them say the same of. */
  readonly differ: readonly ('result' | 'first-steps' | 'supports')[];
  /** The points on which the sources say different things of this caller, or may. */
  readonly disagreements: readonly CallerPoint[];
}

export interface CallerPoint {
  readonly id: string;
  readonly says: string;
  readonly certainty: 'certain' | 'possible';
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly silent: readonly string[];
}

/** Sets the policies side by side; all of them compiled over the same callers, the disagreements' conditions among them. */
export function compareCaller(
  policies: readonly CompiledPolicy[],
  answers: Answers,
  disagreements: readonly Disagreement[],
): CallerComparison {
  const [first] = policies;
  const stops = first === undefined ? [] : decide(first, answers).stops;
  const sides = policies.map((compiled) => sideOf(compiled, answers, stops.length > 0));
  const points = first === undefined ? [] : disagreements.flatMap((one) => pointFor(one, first, answers));
  return {
    questionnaire: answers.questionnaire,
    stops,
    sides,
    differ: [
      ...(areSame(sides.map(({ possible }) => possible)) ? [] : (['result'] as const)),
      ...(areSame(sides.map(({ firstSteps }) => firstSteps)) ? [] : (['first-steps'] as const)),
      ...(areSame(sides.map(({ supports }) => supports)) ? [] : (['supports'] as const)),
    ],
    disagreements: points,
  };
}

function areSame(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size <= 1;
}

function sideOf(compiled: CompiledPolicy, answers: Answers, isStopped: boolean): CallerSide {
  const { policy } = compiled;
  const caller = knownCaller(compiled, answers);
  const decision = decide(compiled, answers);
  const possible = saidRegions(compiled)
    .filter(({ region }) => caller.certainty(region) !== 'no')
    .map(({ said }) => saidName(said));
  const { rules, isOneOf } = decidingIn(decision.deciding);
  return {
    ...{ name: policy.id, id: policy.id, version: policy.version, title: policy.title },
    possible: isStopped ? ['emergency'] : possible,
    firstSteps: given(FIRST_STEPS, decision.firstSteps),
    supports: given(SUPPORTS, decision.supports),
    rules: rules.map((id) => ruleReport(policy, id)),
    isOneOf,
  };
}

function given<Id extends string>(ids: readonly Id[], of: Readonly<Record<Id, Certainty>>): readonly Given[] {
  return ids.flatMap((id): readonly Given[] => {
    const certainty: Certainty = of[id];
    return certainty === 'no' ? [] : [{ id, certainty }];
  });
}

function decidingIn(deciding: Deciding): { readonly rules: readonly string[]; readonly isOneOf: boolean } {
  switch (deciding.kind) {
    case 'rules':
      return { rules: deciding.rules, isOneOf: false };
    case 'one-of':
      return { rules: deciding.rules, isOneOf: true };
    case 'otherwise':
      return { rules: [OTHERWISE], isOneOf: false };
    case 'none':
      return { rules: [], isOneOf: false };
    default:
      return deciding satisfies never;
  }
}

function pointFor(one: Disagreement, compiled: CompiledPolicy, answers: Answers): readonly CallerPoint[] {
  const certainty = knownCaller(compiled, answers).certainty(compiled.callers.region(one.when));
  if (certainty === 'no') return [];
  return [{ id: one.id, says: one.says.trim(), certainty, for: one.for, against: one.against, silent: one.silent }];
}
