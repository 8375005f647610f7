/** Random pairs to compare: two policies over one questionnaire, and two versions of a questionnaire with a policy each. */

import fc from 'fast-check';
import { ALWAYS, type FactKind, type FactValue } from '../../src/conditions/model.ts';
import { readIds } from '../../src/conditions/reads.ts';
import type { Policy } from '../../src/policy/model.ts';
import type { Answers, Question, Questionnaire } from '../../src/questionnaire/model.ts';
import {
  chance,
  type Draw,
  drawAnswers,
  drawCondition,
  drawDisposition,
  drawFact,
  drawPolicy,
  drawQuestion,
  type Readable,
  small,
  valuesOf,
} from './small-policies.ts';

export interface SmallPair {
  readonly before: { readonly questionnaire: Questionnaire; readonly policy: Policy };
  readonly after: { readonly questionnaire: Questionnaire; readonly policy: Policy };
  /** For each number in a draw: a weight from 0 to 3. */
  readonly weights: readonly bigint[];
}

const MOST = 300;

/** Whether every caller can be listed soon: more combinations of answers take long and show nothing more. */
export function isSmall({ before, after }: SmallPair): boolean {
  const kinds = new Map(
    [...before.questionnaire.questions, ...after.questionnaire.questions].map(({ id, kind }) => [id, kind]),
  );
  return [...kinds.values()].reduce((product, kind) => product * valuesOf(kind).length, 1) <= MOST;
}

const weights = fc.array(fc.bigInt({ min: 0n, max: 3n }), { minLength: 12, maxLength: 40 });

/** Two policies over one questionnaire; the second has some of the first one's rules. */
export const policyPair: fc.Arbitrary<SmallPair> = fc
  .tuple(small, fc.gen(), weights)
  .map(([{ questionnaire: unstopped, policy }, gen, drawn]) => {
    const draw: Draw = (arbitrary) => gen(() => arbitrary);
    const questionnaire = withStops(draw, unstopped);
    const other = changedPolicy(draw, questionnaire, policy);
    return { before: { questionnaire, policy }, after: { questionnaire, policy: other }, weights: drawn };
  });

/** Two versions: questions come and go, lose and get options, are gated otherwise; facts, endings and rules change. */
export const versionPair: fc.Arbitrary<SmallPair> = fc
  .tuple(small, fc.gen(), weights)
  .map(([{ questionnaire: unstopped, policy }, gen, drawn]) => {
    const draw: Draw = (arbitrary) => gen(() => arbitrary);
    const questionnaire = withStops(draw, unstopped);
    const after = changedQuestionnaire(draw, questionnaire);
    return {
      before: { questionnaire, policy },
      after: { questionnaire: after, policy: changedPolicy(draw, after, policy) },
      weights: drawn,
    };
  });

/** Some questions stop the call at one of their answers, whatever a policy says. */
function withStops(draw: Draw, questionnaire: Questionnaire): Questionnaire {
  const questions = questionnaire.questions.map((question) => ({ ...question, stop: drawStop(draw, question.kind) }));
  return { ...questionnaire, questions };
}

function drawStop(draw: Draw, kind: FactKind): readonly string[] {
  const options = kind.kind === 'values' ? kind.values : kind.kind === 'options' ? kind.options : [];
  return options.length > 0 && chance(draw, 25) ? [draw(fc.constantFrom(...options))] : [];
}

function changedPolicy(draw: Draw, questionnaire: Questionnaire, policy: Policy): Policy {
  const names = new Set([...questionnaire.questions, ...questionnaire.facts].map(({ id }) => id));
  const fresh = drawPolicy(draw, questionnaire);
  const kept = policy.rules.filter(({ when }) => [...readIds(when)].every((id) => names.has(id)) && chance(draw, 75));
  const added = fresh.rules.filter(() => chance(draw, 40)).map((rule) => ({ ...rule, id: `new-${rule.id}` }));
  const otherwise = chance(draw, 60) ? policy.otherwise : fresh.otherwise;
  return { ...fresh, otherwise, rules: [...kept, ...added] };
}

function changedQuestionnaire(draw: Draw, before: Questionnaire): Questionnaire {
  const questions: Question[] = [];
  const readable: Readable[] = [];
  const add = (question: Question): void => {
    questions.push({ ...question, index: questions.length });
    readable.push(question);
  };
  const order = chance(draw, 25) ? [...before.questions].reverse() : before.questions;
  for (const question of order) {
    if (questions.length > 0 && chance(draw, 10)) continue;
    add(changedQuestion(draw, question, readable));
    if (before.questions.length < 4 && chance(draw, 15))
      add({ ...drawQuestion(draw, questions.length, ALWAYS), id: `new_${question.id}` });
  }
  const facts = before.facts
    .filter(() => chance(draw, 85))
    .map((fact) => {
      const own =
        chance(draw, 50) && fact.branches.every(({ when }) => isReadable(when, readable))
          ? fact
          : drawFact(draw, fact.id, [...readable]);
      readable.push({ id: fact.id, kind: { kind: 'values', values: fact.values } });
      return own;
    });
  const kept = before.dispositions.filter(({ when }) => when === undefined || isReadable(when, readable));
  const dispositions = chance(draw, 60) ? kept : [...kept.slice(1), drawDisposition(draw, 'end-new', readable)];
  return { ...before, version: '2', questions, facts, dispositions };
}

function isReadable(when: Parameters<typeof readIds>[0], readable: readonly Readable[]): boolean {
  return [...readIds(when)].every((id) => readable.some((one) => one.id === id));
}

function changedQuestion(draw: Draw, question: Question, readable: readonly Readable[]): Question {
  const isKept = chance(draw, 60) && isReadable(question.askIf, readable);
  const gate = readable.length > 0 && chance(draw, 45) ? drawCondition(draw, readable, 1) : ALWAYS;
  const kind = chance(draw, 70) ? question.kind : changedKind(draw, question.kind);
  const baseline = valuesOf(kind).find((value) => JSON.stringify(value) === JSON.stringify(question.baseline));
  const stop = chance(draw, 70) ? question.stop : drawStop(draw, kind);
  return { ...question, askIf: isKept ? question.askIf : gate, kind, stop, baseline: baseline ?? valuesOf(kind)[0] };
}

/** The kind with an answer less or one more, or other numbers; rarely one that has nothing in common with it. */
function changedKind(draw: Draw, kind: FactKind): FactKind {
  if (chance(draw, 5)) return { kind: 'values', values: ['other', 'another'] };
  if (kind.kind === 'values')
    return { ...kind, values: chance(draw, 50) ? kind.values.slice(0, -1) : [...kind.values, 'added'] };
  if (kind.kind === 'options')
    return { ...kind, options: chance(draw, 50) ? kind.options.slice(1) : [...kind.options, 'added'] };
  if (kind.kind !== 'number') return kind;
  const numbers = valuesOf(kind).filter((value) => typeof value === 'number');
  const from = draw(fc.nat({ max: numbers.length - 1 }));
  const to = draw(fc.integer({ min: from, max: numbers.length - 1 }));
  return { ...kind, min: numbers[from] ?? kind.min, max: numbers[to] ?? kind.max };
}

/** A caller who answered some of the questions of whatever questionnaire. */
export const answersFor: fc.Arbitrary<(questionnaire: Questionnaire) => Answers> = fc
  .gen()
  .map((gen) => (questionnaire) => drawAnswers((arbitrary) => gen(() => arbitrary), questionnaire));

/** Every combination of values of the questions. */
export function combinations(
  questions: readonly { readonly id: string; readonly values: readonly FactValue[] }[],
): readonly ReadonlyMap<string, FactValue>[] {
  return questions.reduce<readonly ReadonlyMap<string, FactValue>[]>(
    (all, { id, values }) => all.flatMap((one) => values.map((value) => new Map([...one, [id, value]]))),
    [new Map()],
  );
}
