/** The content after one slip, as far as the usual compile steps accept it. */

import { questionnaireConditions } from '../callers/callers.ts';
import { compileCondition, type Facts } from '../conditions/compile.ts';
import { holds, type ReadFact } from '../conditions/evaluate.ts';
import { ALWAYS, type Condition } from '../conditions/model.ts';
import { visitTests } from '../conditions/reads.ts';
import { collect, type Report } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { edited } from '../documents/edited.ts';
import { compileRule } from '../policy/compile-rule.ts';
import type { Policy, Rule } from '../policy/model.ts';
import type { PolicySource } from '../policy/schema.ts';
import type { Sources } from '../policy/texts.ts';
import { compileFact } from '../questionnaire/compile-facts.ts';
import { derivedValue } from '../questionnaire/complete-caller.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { QuestionnaireSource } from '../questionnaire/schema.ts';
import type { Slip } from './slip.ts';

/** The content that slips are made in. */
export interface Original {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly sources: Sources;
  readonly facts: Facts;
  /** Conditions elsewhere that name values of facts: of properties and disagreements. */
  readonly others: readonly Condition[];
}

/** What the program would use after the slip. */
export interface Mutant {
  readonly questionnaire: Questionnaire;
  /** The policies that are others now; all of them where the questionnaire is another. */
  readonly policies: readonly Policy[];
  /** The conditions that nothing else has. */
  readonly conditions: readonly Condition[];
  /**
   * Whether what was changed is otherwise for a caller whose original facts are read. Where it is not, nothing is: all else of
   * the content is the same.
   */
  readonly isFelt: (read: ReadFact) => boolean;
}

/** The policies after a slip in one of their files; undefined where the compiler refuses it. */
export function policyMutant(document: Document<PolicySource>, slip: Slip, original: Original): Mutant | undefined {
  const { questionnaire, policies } = original;
  const source = edited(document.value, slip.edit);
  const [part, index] = slip.at;
  if (part === 'otherwise') {
    const concerned = policies.filter(({ id }) => id === source.id);
    return {
      questionnaire,
      policies: concerned.map((policy) => ({ ...policy, otherwise: otherwiseOf(source, policy) })),
      conditions: [],
      isFelt: () => true,
    };
  }
  const before = document.value.rules[Number(index)];
  const rule = ownRule(policies, source.id, before?.id);
  if (rule === undefined || before === undefined) return undefined;
  if (slip.kind === 'rule-left-out') {
    // A rule that another one stands in for must be there.
    if (policies.some(({ rules }) => rules.some(({ replaces }) => replaces === rule.id))) return undefined;
    return {
      questionnaire,
      policies: withRule(policies, rule, []),
      conditions: [],
      isFelt: (read) => holds(rule.when, read),
    };
  }
  const after = source.rules[Number(index)];
  if (after === undefined) return undefined;
  const scope = { policy: source.id, facts: original.facts, sources: original.sources };
  const compiled = accepted(document, (report) => compileRule(after, ['rules', Number(index)], { ...scope, report }));
  if (compiled === undefined) return undefined;
  const isConditionKept = after.when === before.when;
  const changed = { ...compiled, because: rule.because, ...(isConditionKept ? { when: rule.when } : {}) };
  return {
    questionnaire,
    policies: withRule(policies, rule, [changed]),
    conditions: isConditionKept ? [] : [changed.when],
    isFelt: (read) => (isConditionKept ? holds(rule.when, read) : holds(rule.when, read) !== holds(changed.when, read)),
  };
}

/** The words stay those of the policy: no slip is made in them. */
function otherwiseOf({ otherwise }: PolicySource, policy: Policy): Policy['otherwise'] {
  return { ...otherwise, silent: otherwise.silent ?? false, because: policy.otherwise.because };
}

function ownRule(policies: readonly Policy[], policy: string, id: string | undefined): Rule | undefined {
  return policies.flatMap(({ rules }) => rules).find((rule) => rule.policy === policy && rule.id === id);
}

/** The policies that have the rule, with others in its place. */
function withRule(policies: readonly Policy[], rule: Rule, instead: readonly Rule[]): readonly Policy[] {
  return policies
    .filter(({ rules }) => rules.includes(rule))
    .map((policy) => ({ ...policy, rules: policy.rules.flatMap((one) => (one === rule ? instead : [one])) }));
}

/**
 * What a compile step makes; undefined where it reports an error. What shows only over all files at once (a question or fact that
 * nothing reads any more) does not count as refused: an author silences it by giving the question a `use`, and who lost the
 * rule is told something else all the same. A case or a property must notice.
 */
function accepted<T>(document: Document<unknown>, compile: (report: Report) => T): T | undefined {
  const { report, problems } = collect(document);
  const value = compile(report);
  return problems.some(({ severity }) => severity === 'error') ? undefined : value;
}

/** The questionnaire after a slip in its file; undefined where the compiler refuses it, or what refers to it. */
export function questionnaireMutant(
  document: Document<QuestionnaireSource>,
  slip: Slip,
  original: Original,
): Mutant | undefined {
  const source = edited(document.value, slip.edit);
  const compiled = accepted(document, (report) => changedPart(source, slip, { ...original, report }));
  if (compiled === undefined) return undefined;
  const mutant = { ...compiled, policies: original.policies };
  return namesOnlyValues(mutant, original) ? mutant : undefined;
}

type Changed = Omit<Mutant, 'policies'>;

/** Only what the slip touches is compiled anew: a whole questionnaire takes 6 ms, and there are a thousand slips. */
function changedPart(
  source: QuestionnaireSource,
  { at }: Slip,
  { questionnaire, facts, report }: Original & { readonly report: Report },
): Changed {
  const place = Number(at[1]);
  const put = <T>(list: readonly T[], change: (one: T) => T): readonly T[] =>
    list.map((one, index) => (index === place ? change(one) : one));
  if (at[0] === 'questions') {
    const gate = source.questions[place]?.ask_if;
    const path = ['questions', place, 'ask_if'];
    const askIf = gate === undefined ? ALWAYS : compileCondition(gate, path, facts, report);
    const questions = put(questionnaire.questions, (question) => ({ ...question, askIf }));
    const before = questionnaire.questions[place]?.askIf;
    return { questionnaire: { ...questionnaire, questions }, conditions: [askIf], isFelt: differ(before, askIf) };
  }
  if (at[0] === 'facts') {
    const definition = source.facts?.[place];
    const before = questionnaire.facts[place];
    if (definition === undefined || before === undefined) throw new Error('a slip in a fact that is not there');
    const fact = compileFact(definition, ['facts', place], facts, report);
    return {
      questionnaire: { ...questionnaire, facts: put(questionnaire.facts, () => fact) },
      conditions: fact.branches.map(({ when }) => when),
      isFelt: (read) => derivedValue(before, read) !== derivedValue(fact, read),
    };
  }
  const path = ['dispositions', place, 'when'];
  const when = compileCondition(source.dispositions?.[place]?.when, path, facts, report);
  const dispositions = put(questionnaire.dispositions, (one) => ({ ...one, when }));
  const before = questionnaire.dispositions[place]?.when;
  return { questionnaire: { ...questionnaire, dispositions }, conditions: [when], isFelt: differ(before, when) };
}

function differ(before: Condition | undefined, after: Condition): (read: ReadFact) => boolean {
  return (read) => before === undefined || holds(before, read) !== holds(after, read);
}

/** Whether nothing names a value that a fact no longer takes. */
function namesOnlyValues({ questionnaire, policies }: Mutant, original: Original): boolean {
  const before = new Map(original.questionnaire.facts.map(({ id, values }) => [id, values]));
  const lost = questionnaire.facts.flatMap(({ id, values }) =>
    (before.get(id) ?? []).filter((value) => !values.includes(value)).map((value) => ({ id, value })),
  );
  if (lost.length === 0) return true;
  let isSound = true;
  const rules = policies.flatMap((policy) => policy.rules);
  for (const condition of [
    ...questionnaireConditions(questionnaire),
    ...rules.map((rule) => rule.when),
    ...original.others,
  ])
    visitTests(condition, (test) => {
      if (test.kind === 'is' && lost.some(({ id, value }) => test.id === id && test.values.includes(value)))
        isSound = false;
    });
  return isSound;
}
