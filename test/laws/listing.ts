/** Every caller listed, one by one: the definitions that the diagrams must agree with. */

import type { ReadFact } from '../../src/conditions/evaluate.ts';
import type { Condition, FactValue } from '../../src/conditions/model.ts';
import { visitTests } from '../../src/conditions/reads.ts';
import { evaluate, type Verdict } from '../../src/decision/evaluate.ts';
import type { Policy } from '../../src/policy/model.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Answers, Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { valuesOf } from './small-policies.ts';

export interface Listed {
  readonly values: ReadonlyMap<string, FactValue>;
  readonly read: ReadFact;
  readonly verdict: Verdict;
}

/** All complete callers of a questionnaire, with the verdict of a policy on each. */
export function listCallers(questionnaire: Questionnaire, policy: Policy): readonly Listed[] {
  let all: ReadonlyMap<string, FactValue>[] = [new Map()];
  for (const { id, kind } of questionnaire.questions) {
    all = all.flatMap((values) => valuesOf(kind).map((value) => new Map([...values, [id, value]])));
  }
  return all.map((values) => {
    const read = readCaller(questionnaire, values);
    return { values, read, verdict: evaluate(questionnaire, policy, read) };
  });
}

/** The callers who agree with the answers wherever there is one. */
export function completions(all: readonly Listed[], questionnaire: Questionnaire, answers: Answers): readonly Listed[] {
  return all.filter(({ values }) =>
    questionnaire.questions.every(
      (question) => differingParts(question, answers, values.get(question.id)).length === 0,
    ),
  );
}

/** One part of an answer that can be known on its own: an option of a `choices` question, else the whole answer. */
export interface Part {
  readonly option: string | undefined;
  readonly value: number;
}

/** The known parts of an answer from which a value differs, with the value's own. Numbers are compared as they are. */
export function differingParts(question: Question, answers: Answers, value: FactValue | undefined): readonly Part[] {
  const known = answers.values.get(question.id);
  if (known === undefined || value === undefined) return [];
  if (question.kind.kind !== 'options')
    return known === value ? [] : [{ option: undefined, value: rank(question, value) }];
  return question.kind.options.flatMap((option) => {
    if (answers.unknownOptions.get(question.id)?.has(option)) return [];
    const has = (set: FactValue) => typeof set === 'object' && set.includes(option);
    return has(known) === has(value) ? [] : [{ option, value: has(value) ? 1 : 0 }];
  });
}

/** Place of a value among those of its question. */
export function rank(question: Question, value: FactValue): number {
  return valuesOf(question.kind).indexOf(value);
}

/** The numbers of a question cut into runs that no condition tells apart: the first number of each run. */
export function runs(question: Question, conditions: readonly Condition[]): readonly number[] {
  const numbers = valuesOf(question.kind).filter((value) => typeof value === 'number');
  const toldApart = (left: number, right: number): boolean => {
    let apart = false;
    for (const condition of conditions) {
      visitTests(condition, (test) => {
        if (test.kind !== 'within' || test.id !== question.id) return;
        const passes = (value: number) => value >= test.from && value <= test.to;
        if (passes(left) !== passes(right)) apart = true;
      });
    }
    return apart;
  };
  return numbers.filter((value, place) => place === 0 || toldApart(numbers[place - 1] ?? value, value));
}

/** The answers with every number replaced by the first of its run, so that numbers in one run count as the same answer. */
export function withRuns(questionnaire: Questionnaire, conditions: readonly Condition[]) {
  const starts = new Map(questionnaire.questions.map((question) => [question.id, runs(question, conditions)]));
  return (id: string, value: FactValue): FactValue => {
    if (typeof value !== 'number') return value;
    return (starts.get(id) ?? []).filter((start) => start <= value).at(-1) ?? value;
  };
}
