/** Every possible caller of a questionnaire: a condition becomes the diagram of the callers for whom it holds. */

import type { Condition } from '../conditions/model.ts';
import { type Budget, createForest, FALSE, type Forest, type Node, type StoredNodes, TRUE } from '../diagram/forest.ts';
import type { DerivedFact, Questionnaire } from '../questionnaire/model.ts';
import { createEncoding, type Encoding, type Variable } from './encoding.ts';
import { testingOrder } from './order.ts';

/** The variables of all callers, cut at every threshold of everything that is compiled together, and the forest over them. */
export interface Space {
  readonly encoding: Encoding;
  readonly forest: Forest;
}

export interface Callers extends Space {
  readonly questionnaire: Questionnaire;
  /**
   * The callers for whom a condition holds, gates and derived facts put in (normal form: a test holds where its
   * question applies and the answer passes). Its numbers must be among those the encoding was made for.
   */
  readonly region: (condition: Condition) => Node;
  /** The callers to whom a question applies. */
  readonly applies: (question: string) => Node;
  /** The callers for whom a derived fact has a value. */
  readonly factRegion: (fact: string, value: string) => Node;
}

/** Diagrams of a questionnaire that were compiled before, as nodes that the forest begins with. */
export interface StoredCallers {
  readonly nodes: StoredNodes;
  /** The callers to whom each question applies. */
  readonly gates: ReadonlyMap<string, Node>;
  /** The callers for whom each derived fact has each of its values. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Node>>;
}

/** Choices of the compiler that nothing visible may depend on. */
export interface CallersOptions {
  /** What was stored under the very same questionnaire, conditions and order. */
  readonly stored?: StoredCallers;
  readonly budget?: Budget;
  /** Order of testing, all question ids; by default computed. Questions must follow those their gates read. */
  readonly order?: readonly string[];
}

/** Prepares the space of all callers for conditions that will be compiled together; `conditions` must hold all of them. */
export function createCallers(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
  options: CallersOptions = {},
): Callers {
  return callersIn(createSpace(questionnaire, conditions, options), questionnaire, options.stored);
}

/** The space of a questionnaire's callers for several things that are compiled together; `conditions` must hold all of theirs. */
export function createSpace(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
  options: CallersOptions = {},
): Space {
  const all = [...conditions, ...questionnaireConditions(questionnaire)];
  const order = options.order ?? testingOrder(questionnaire, conditions);
  const encoding = createEncoding(questionnaire, order, all);
  return { encoding, forest: createForest(encoding.widths, options.budget, options.stored?.nodes) };
}

/**
 * The callers of a questionnaire in a space that may be shared. Another version of the questionnaire (other facts, other
 * gates) has its own callers in the same space, as long as its questions and numbers are among those the space was made for
 * and no gate reads a question that is tested after its own.
 */
export function callersIn(space: Space, questionnaire: Questionnaire, stored?: StoredCallers): Callers {
  return { ...space, questionnaire, ...createRegions(questionnaire, space, stored) };
}

/** Every condition of the questionnaire itself: gates, derived facts, dispositions. */
export function questionnaireConditions(questionnaire: Questionnaire): readonly Condition[] {
  return [
    ...questionnaire.questions.map((question) => question.askIf),
    ...questionnaire.facts.flatMap((fact) => fact.branches.map((branch) => branch.when)),
    ...questionnaire.dispositions.flatMap((disposition) => disposition.when ?? []),
  ];
}

function createRegions(questionnaire: Questionnaire, { encoding, forest }: Space, stored: StoredCallers | undefined) {
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const facts = new Map(questionnaire.facts.map((fact) => [fact.id, fact]));
  const gates = new Map<string, Node>(stored?.gates);
  const values = new Map<string, ReadonlyMap<string, Node>>(stored?.facts);
  const regions = new Map<Condition, Node>(); // policies that extend the same one share its conditions

  const anyOf = (nodes: readonly Node[]): Node => nodes.reduce(forest.or, FALSE);
  const allOf = (nodes: readonly Node[]): Node => nodes.reduce(forest.and, TRUE);

  const applies = (id: string): Node => {
    const before = gates.get(id);
    if (before !== undefined) return before;
    const question = questions.get(id);
    const gate = question === undefined ? FALSE : region(question.askIf);
    gates.set(id, gate);
    return gate;
  };
  const factValues = (fact: DerivedFact): ReadonlyMap<string, Node> => {
    const before = values.get(fact.id);
    if (before !== undefined) return before;
    const found = new Map<string, Node>(fact.values.map((value) => [value, FALSE]));
    const give = (value: string, where: Node) => found.set(value, forest.or(found.get(value) ?? FALSE, where));
    let left = TRUE; // callers for whom no branch held so far
    for (const branch of fact.branches) {
      const here = region(branch.when);
      give(branch.value, forest.and(left, here));
      left = forest.and(left, forest.not(here));
    }
    give(fact.otherwise, left);
    values.set(fact.id, found);
    return found;
  };
  const factRegion = (id: string, value: string): Node => {
    const fact = facts.get(id);
    return fact === undefined ? FALSE : (factValues(fact).get(value) ?? FALSE);
  };

  /** The callers to whom the question applies and for whom some of its variables pass. */
  const tested = (id: string, passes: (variable: Variable, value: number) => boolean, every: boolean): Node => {
    const nodes = (encoding.ofQuestion.get(id) ?? []).map((number) => {
      const variable = encoding.variables[number];
      const width = encoding.widths[number] ?? 0;
      const children = Array.from({ length: width }, (_, value) =>
        variable !== undefined && passes(variable, value) ? TRUE : FALSE,
      );
      return forest.make(number, children);
    });
    return forest.and(applies(id), every ? allOf(nodes) : anyOf(nodes));
  };
  /** A space of two versions has only the options of both: nobody in it names another one. */
  const hasOption = (id: string, option: string): boolean => {
    const own = (encoding.ofQuestion.get(id) ?? []).map((number) => encoding.variables[number]);
    return own.some((variable) => variable?.kind === 'option' && variable.option === option);
  };
  const region = (condition: Condition): Node => {
    const before = regions.get(condition);
    if (before !== undefined) return before;
    const found = compileRegion(condition);
    regions.set(condition, found);
    return found;
  };
  const compileRegion = (condition: Condition): Node => {
    switch (condition.kind) {
      case 'all':
        return allOf(condition.of.map(region));
      case 'any':
        return anyOf(condition.of.map(region));
      case 'none':
        return forest.not(anyOf(condition.of.map(region)));
      case 'sum':
        return sumRegion(
          forest,
          condition.terms.map((term) => ({ points: term.points, where: region(term.when) })),
          condition,
        );
      case 'is':
        if (facts.has(condition.id)) return anyOf(condition.values.map((value) => factRegion(condition.id, value)));
        return tested(
          condition.id,
          (variable, value) => variable.kind === 'value' && condition.values.includes(variable.values[value] ?? ''),
          false,
        );
      case 'names':
        if (condition.every && !condition.options.every((option) => hasOption(condition.id, option))) return FALSE;
        return condition.every
          ? tested(
              condition.id,
              (variable, value) =>
                variable.kind === 'option' && (value === 1 || !condition.options.includes(variable.option)),
              true,
            )
          : tested(
              condition.id,
              (variable, value) =>
                variable.kind === 'option' && value === 1 && condition.options.includes(variable.option),
              false,
            );
      case 'names-none':
        return tested(condition.id, (_, value) => value === 0, true);
      case 'within':
        return withinRegion(condition);
      default:
        return condition satisfies never;
    }
  };
  const withinRegion = (condition: Extract<Condition, { kind: 'within' }>): Node => {
    const kind = questions.get(condition.id)?.kind;
    if (kind?.kind !== 'number') return FALSE;
    // A number that nothing cuts has no variable: every value passes or none does.
    if (encoding.ofQuestion.get(condition.id)?.length === 0)
      return condition.from <= kind.min && condition.to >= kind.min ? applies(condition.id) : FALSE;
    return tested(
      condition.id,
      (variable, value) => {
        const start = variable.kind === 'band' ? variable.starts[value] : undefined;
        return start !== undefined && start >= condition.from && start <= condition.to;
      },
      false,
    );
  };
  return { region, applies, factRegion };
}

/** The callers whose points lie between the bounds: one region per sum that can be reached so far, those beyond both bounds put together. */
function sumRegion(
  forest: Forest,
  terms: readonly { readonly points: number; readonly where: Node }[],
  bounds: { readonly atLeast: number; readonly atMost: number },
): Node {
  const total = terms.reduce((sum, term) => sum + term.points, 0);
  const cap = bounds.atMost >= total ? Math.min(bounds.atLeast, total + 1) : Math.min(bounds.atMost, total) + 1;
  const passing = [...sumRegions(forest, terms, cap)].filter(([sum]) => sum >= bounds.atLeast && sum <= bounds.atMost);
  return passing.map(([, region]) => region).reduce(forest.or, FALSE);
}

/** The callers who have each sum of points that can be reached, those from `cap` on put together as `cap`. */
export function sumRegions(
  forest: Forest,
  terms: readonly { readonly points: number; readonly where: Node }[],
  cap: number,
): ReadonlyMap<number, Node> {
  let bySum: ReadonlyMap<number, Node> = new Map([[0, TRUE]]);
  for (const { points, where } of terms) {
    const without = forest.not(where);
    const next = new Map<number, Node>();
    const add = (sum: number, region: Node): void => {
      if (region !== FALSE) next.set(sum, forest.or(next.get(sum) ?? FALSE, region));
    };
    for (const [sum, region] of bySum) {
      add(sum, forest.and(region, without));
      add(Math.min(sum + points, cap), forest.and(region, where));
    }
    bySum = next;
  }
  return bySum;
}
