/** What a questionnaire and a policy mean, each as one text whose hash a journal names: equal texts, an equal interview. */

import type { Condition } from '../conditions/model.ts';
import type { Policy } from '../policy/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

/** Everything that is asked, read out or scored; not the version, which its author may forget to raise or raise for nothing. */
export function questionnaireText({ version: _, questions, facts, dispositions, ...rest }: Questionnaire): string {
  return canonical({
    ...rest,
    questions: questions.map((question) => ({ ...question, askIf: sorted(question.askIf) })),
    facts: facts.map((fact) => ({
      ...fact,
      branches: fact.branches.map(({ value, when }) => ({ value, when: sorted(when) })),
    })),
    dispositions: dispositions.map((one) => ({ ...one, when: one.when && sorted(one.when) })),
  });
}

/** What the rules decide, own and extended ones, in whatever order they stand; not their reasons and citations. */
export function policyText({ id, otherwise, rules }: Policy): string {
  const meanings = rules.map((rule) => ({
    id: rule.id,
    when: sorted(rule.when),
    atLeast: rule.atLeast,
    first: [...rule.first].sort(),
    add: [...rule.add].sort(),
    do: [...rule.do].sort(),
  }));
  const byId = meanings.sort((left, right) => (left.id < right.id ? -1 : 1));
  return canonical({ id, otherwise: { level: otherwise.level, silent: otherwise.silent }, rules: byId });
}

/** The same condition with the parts whose order means nothing in an order of their own. */
function sorted(condition: Condition): unknown {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return { ...condition, of: inOrder(condition.of.map(sorted)) };
    case 'sum':
      return {
        ...condition,
        terms: inOrder(condition.terms.map(({ points, when }) => ({ points, when: sorted(when) }))),
      };
    case 'is':
      return { ...condition, values: [...condition.values].sort() };
    case 'names':
      return { ...condition, options: [...condition.options].sort() };
    default:
      return condition;
  }
}

function inOrder(values: readonly unknown[]): readonly string[] {
  return values.map(canonical).sort();
}

/** JSON with the keys of every map in order, be it an object or a Map. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (one instanceof Map) return inKeyOrder([...one]);
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return inKeyOrder(Object.entries(one));
  });
}

function inKeyOrder(entries: readonly (readonly [unknown, unknown])[]): unknown {
  const keyed = entries.map(([key, value]) => [String(key), value] as const);
  return Object.fromEntries(keyed.sort(([left], [right]) => (left < right ? -1 : 1)));
}
