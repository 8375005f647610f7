/** Proves the properties of a folder over every possible caller. */

import { witnessOf } from '../analysis/breach.ts';
import type { Together } from '../analysis/compile-together.ts';
import type { Property } from '../analysis/model.ts';
import { type Proof, prove } from '../analysis/prove.ts';
import type { PropertiesSource } from '../analysis/schema.ts';
import { tellBreach } from '../analysis/tell-breach.ts';
import { asWitnessCaller } from '../callers/witness.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { type Finding, problemAt } from '../documents/collect.ts';
import type { Problem } from '../problems/problem.ts';
import type { Extra } from './content.ts';
import { limitInWords } from './limit-in-words.ts';

/** How many properties came to what end. One that speaks of several policies is counted under each of them. */
export type PropertyCounts = Readonly<Record<Proof['kind'], number>>;

export interface CheckedProperties {
  readonly problems: readonly Problem[];
  /** By id of the policy, in the order in which the policies were compiled. */
  readonly counts: ReadonlyMap<string, PropertyCounts>;
}

/**
 * Proves every property under every policy that it speaks of. `together` must have been compiled with `propertyConditions` of
 * the same properties.
 */
export function checkProperties(
  { document, value: properties }: Extra<PropertiesSource, readonly Property[]>,
  together: Together,
): CheckedProperties {
  const { proven, tooLarge } = proveAll(properties, together);
  const findings = properties.flatMap((property) => {
    const own = proven.filter((one) => one.property === property);
    return [...broken(own, together), ...vacuous(own)];
  });
  return {
    problems: [...findings, ...tooLarge].map((finding) => problemAt(document, finding)),
    counts: new Map([...together.policies.keys()].map((policy) => [policy, count(proven, policy)])),
  };
}

interface Proven {
  readonly property: Property;
  readonly policy: string;
  readonly proof: Proof;
}

/** Proves one property after the other; where one outgrows what is left of the budget, those after it stay unproved. */
function proveAll(
  properties: readonly Property[],
  together: Together,
): { readonly proven: readonly Proven[]; readonly tooLarge: readonly Finding[] } {
  const proven: Proven[] = [];
  for (const [place, property] of properties.entries()) {
    try {
      proven.push(...proveEverywhere(property, together));
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      return { proven, tooLarge: [outgrown(property, error, properties.length - place - 1)] };
    }
  }
  return { proven, tooLarge: [] };
}

function outgrown({ id, index }: Property, exceeded: BudgetExceeded, after: number): Finding {
  const others = after === 0 ? '' : `, and the ${after === 1 ? 'one' : after} after it not tried`;
  return {
    code: 'over-budget',
    path: ['properties', index, 'id'],
    message: `\`${id}\` is not proved${others}: with all policies it needs more than ${limitInWords(exceeded)}`,
    remedy: 'let its condition read fewer questions at once, or state it of fewer policies',
  };
}

function proveEverywhere(property: Property, { policies }: Together): readonly Proven[] {
  let ofQuestionnaire: Proof | undefined;
  return property.policies.flatMap((policy) => {
    const compiled = policies.get(policy);
    if (compiled === undefined) return [];
    const proof = ofQuestionnaire ?? prove(property.statement, compiled, policies);
    // Which question comes first is the same under every policy, and so is who shows it.
    if (property.statement.kind === 'asked-before') ofQuestionnaire = proof;
    return [{ property, policy, proof }];
  });
}

function broken(proven: readonly Proven[], { callers }: Together): readonly Finding[] {
  const found = proven.flatMap(({ property, policy, proof }) =>
    proof.kind === 'broken' ? proof.breaches.map((breach) => ({ property, policy, breach })) : [],
  );
  const isOfQuestionnaire = found[0]?.property.statement.kind === 'asked-before';
  return found
    .filter(({ policy }) => !isOfQuestionnaire || policy === found[0]?.policy)
    .map(({ property, policy, breach }) => {
      const witness = witnessOf(breach);
      const where = isOfQuestionnaire ? '' : ` under \`${policy}\``;
      return {
        code: 'property-broken',
        path: ['properties', property.index, 'id'],
        message: `\`${property.id}\` does not hold${where}: ${tellBreach(breach, property.statement)}`,
        remedy: 'correct the rules, or the property if its source says so',
        witness: witness && { ...asWitnessCaller(callers, witness), policy },
      };
    });
}

/** One finding for each reason, with all policies that it is true of. */
function vacuous(proven: readonly Proven[]): readonly Finding[] {
  const reasons = new Map<string, Proven[]>();
  for (const one of proven) {
    if (one.proof.kind !== 'vacuous') continue;
    reasons.set(one.proof.because, [...(reasons.get(one.proof.because) ?? []), one]);
  }
  return [...reasons].map(([because, found]) => ({
    code: 'property-vacuous',
    path: ['properties', found[0]?.property.index ?? 0, 'id'],
    message: `nothing could break \`${found[0]?.property.id}\` under ${found.map(({ policy }) => `\`${policy}\``).join(', ')}: ${because}`,
    remedy: 'state something that a rule could break, or delete the property',
  }));
}

function count(proven: readonly Proven[], policy: string): PropertyCounts {
  const own = proven.filter((one) => one.policy === policy);
  const of = (kind: Proof['kind']): number => own.filter(({ proof }) => proof.kind === kind).length;
  return {
    proved: of('proved'),
    broken: of('broken'),
    vacuous: of('vacuous'),
    'by-construction': of('by-construction'),
  };
}
