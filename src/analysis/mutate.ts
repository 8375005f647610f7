/** Makes every slip in a folder's content, and judges what becomes of each. */

import type { Budget } from '../diagram/forest.ts';
import type { Document } from '../documents/document.ts';
import type { Policy } from '../policy/model.ts';
import type { PolicySource } from '../policy/schema.ts';
import type { Sources } from '../policy/texts.ts';
import { factsOf } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { QuestionnaireSource } from '../questionnaire/schema.ts';
import { questionnaireSlips } from './fact-slips.ts';
import { createJudge, type Fate } from './judge-mutants.ts';
import type { Case, Property } from './model.ts';
import { type Mutant, type Original, policyMutant, questionnaireMutant } from './mutant.ts';
import { brokenBy } from './mutant-properties.ts';
import { createBench } from './mutation-bench.ts';
import { propertyConditions } from './prove.ts';
import { policySlips } from './rule-slips.ts';
import type { Slip } from './slip.ts';

/** Content with the files that it was made of, and what is to notice a slip in it. */
export interface Mutable {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly sources: Sources;
  readonly files: {
    readonly questionnaire: Document<QuestionnaireSource>;
    readonly policies: readonly Document<PolicySource>[];
  };
  readonly cases: readonly Case[];
  readonly properties: readonly Property[];
}

/** A slip in a file, and what became of it; undefined where the compiler refuses it. */
export interface Judged {
  readonly document: Document<unknown>;
  readonly slip: Slip;
  readonly fate: Fate | undefined;
}

/** Some of all slips, by their places: from one, up to another. */
export interface SlipRange {
  readonly from: number;
  readonly to: number;
}

/** Judges some slips. What becomes of one does not depend on which are judged before it. */
export type JudgeSlips = (range: SlipRange) => readonly (Fate | undefined)[];

/**
 * Makes the judge of slips that were made in the content.
 * @throws BudgetExceeded where the content alone, cut at the thresholds of all slips, outgrows the budget
 */
export function slipJudge(content: Mutable, made: readonly Made[], budget?: Budget): JudgeSlips {
  const bench = createBench({
    ...content,
    others: [...propertyConditions(content.properties), ...made.flatMap(({ mutant }) => mutant?.conditions ?? [])],
    budget,
  });
  const judge = createJudge(bench, { cases: content.cases, broken: brokenBy(content.properties) });
  return ({ from, to }) => made.slice(from, to).map(({ mutant }) => mutant && judge(mutant));
}

export interface Made {
  readonly document: Document<unknown>;
  readonly slip: Slip;
  readonly mutant: Mutant | undefined;
}

/** Every slip that could be made in the content, in the order of the files and of what stands in them. */
export function mutants({ questionnaire, policies, sources, files, properties }: Mutable): readonly Made[] {
  const facts = factsOf(questionnaire);
  const disagreements = sources.disagreements.map(({ when }) => when);
  const others = [...propertyConditions(properties), ...disagreements];
  const original: Original = { questionnaire, policies, sources, facts, others };
  const { questionnaire: document } = files;
  return [
    ...questionnaireSlips(document.value, facts).map((slip) => ({
      document,
      slip,
      mutant: questionnaireMutant(document, slip, original),
    })),
    ...files.policies.flatMap((policy) =>
      policySlips(policy.value, facts).map((slip) => ({
        document: policy,
        slip,
        mutant: policyMutant(policy, slip, original),
      })),
    ),
  ];
}
