/** Questionnaires and policies of any size, made from a seed: shaped like an intake, for measuring growth. */

import { ALWAYS, type Condition } from '../../src/conditions/model.ts';
import { FIRST_STEPS, LEVELS } from '../../src/policy/care-lists.ts';
import type { Policy, Rule } from '../../src/policy/model.ts';
import type { DerivedFact, Question, Questionnaire } from '../../src/questionnaire/model.ts';

/** A small generator of repeatable numbers below `limit` (mulberry32, public domain). */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const BLOCK = 8; // questions that are read together, as a section of an intake is
const WINDOW = 7; // questions among which a rule finds those that it reads

/**
 * How rules read questions: those of one section of an intake, as rules do; those near each other in an order that is not that of
 * the script; or any.
 * In blocks there is a fact for each block, most rules read one block, one in four reads the facts of two neighbouring blocks, and
 * half the questions after the first of a block are gated by it.
 */
export type PolicyKind = 'blocks' | 'window' | 'random';

/** A questionnaire of `size` questions, and as many rules. */
export function generatePolicy(
  size: number,
  seed: number,
  kind: PolicyKind = 'blocks',
): { readonly questionnaire: Questionnaire; readonly policy: Policy } {
  const next = seeded(seed);
  const isBlocks = kind === 'blocks';
  const questions = Array.from({ length: size }, (_, index) => makeQuestion(index, isBlocks, next));
  const blocks = Array.from({ length: Math.ceil(size / BLOCK) }, (_, block) =>
    questions.slice(block * BLOCK, (block + 1) * BLOCK),
  );
  const facts = isBlocks ? blocks.map((block, index) => makeFact(`fact_${index}`, block, next)) : [];
  const hidden = isBlocks ? questions : shuffled(questions, next);
  const rules = questions.map((_, index) =>
    isBlocks
      ? makeRule(index, blockCondition(blocks[index % blocks.length] ?? [], facts, next), next)
      : makeRule(index, nearCondition(hidden, kind === 'window' ? WINDOW : size, next), next),
  );
  return {
    questionnaire: {
      id: 'generated',
      version: '1',
      title: 'generated',
      languages: ['en'],
      sections: [],
      questions,
      facts,
      dispositions: [],
    },
    policy: {
      id: 'generated',
      version: '1',
      date: '2026-01-01',
      title: 'generated',
      about: 'generated',
      reviewedBy: undefined,
      program: undefined,
      network: false,
      otherwise: { level: 'information', silent: false, because: 'b', cites: [] },
      rules,
    },
  };
}

function makeQuestion(index: number, isInBlock: boolean, next: (limit: number) => number): Question {
  const first = index - (index % BLOCK);
  const gated = isInBlock && index !== first && next(2) === 0;
  const wide = index !== first && next(3) === 0;
  const values = wide ? ['a', 'b', 'c', 'd'] : ['yes', 'no'];
  const text = { en: 'words' };
  return {
    id: `q${index}`,
    index,
    section: 's',
    type: wide ? 'choice' : 'yes-no',
    kind: { kind: 'values', values },
    say: text,
    sayForOther: undefined,
    probe: undefined,
    help: undefined,
    options: [],
    none: undefined,
    askIf: gated ? { kind: 'is', id: `q${first}`, values: ['yes'] } : ALWAYS,
    order: { kind: 'ranks', ranks: new Map(values.map((value, rank) => [value, rank])) },
    baseline: values[0],
    stop: [],
    safety: false,
    changeable: next(4) === 0,
    restricted: false,
    uses: [],
  };
}

function test(question: Question, next: (limit: number) => number): Condition {
  const values = question.kind.kind === 'values' ? question.kind.values : [];
  return { kind: 'is', id: question.id, values: [values[next(values.length)] ?? 'yes'] };
}

function pick<T>(from: readonly T[], count: number, next: (limit: number) => number): readonly T[] {
  return Array.from({ length: count }, () => from[next(from.length)]).flatMap((one) => one ?? []);
}

function makeFact(id: string, block: readonly Question[], next: (limit: number) => number): DerivedFact {
  const grave: Condition = {
    kind: 'sum',
    terms: block.map((one) => ({ points: 1, when: test(one, next) })),
    atLeast: 5,
    atMost: Number.POSITIVE_INFINITY,
  };
  const some: Condition = { kind: 'any', of: pick(block, 3, next).map((one) => test(one, next)) };
  const branches = [
    { value: 'grave', when: grave },
    { value: 'some', when: some },
  ];
  return { id, title: id, values: ['grave', 'some', 'none'], branches, otherwise: 'none', labels: new Map() };
}

/** Three tests of one block, or two facts of neighbouring blocks. */
function blockCondition(
  block: readonly Question[],
  facts: readonly DerivedFact[],
  next: (limit: number) => number,
): Condition {
  const first = next(facts.length - 1);
  const two = facts.slice(first, first + 2).map((fact): Condition => ({ kind: 'is', id: fact.id, values: ['grave'] }));
  return { kind: 'all', of: next(4) === 0 ? two : pick(block, 3, next).map((one) => test(one, next)) };
}

/** Two or three tests on different questions that stand near each other, joined by `all`; one in four by `any` instead. */
function nearCondition(questions: readonly Question[], window: number, next: (limit: number) => number): Condition {
  const from = next(Math.max(1, questions.length - window + 1));
  const pool = questions.slice(from, from + window);
  const [first, ...others] = [...new Set(pick(pool, 2 + next(2), next))].map((one) => test(one, next));
  if (first === undefined) return ALWAYS;
  return others.length > 0 && next(4) === 0
    ? { kind: 'all', of: [first, { kind: 'any', of: others }] }
    : { kind: 'all', of: [first, ...others] };
}

/** The same in another order. */
function shuffled<T>(all: readonly T[], next: (limit: number) => number): readonly T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(next(left.length), 1));
}

function makeRule(index: number, when: Condition, next: (limit: number) => number): Rule {
  const step = FIRST_STEPS[next(FIRST_STEPS.length)];
  return {
    id: `r${index}`,
    policy: 'generated',
    when,
    atLeast: LEVELS[1 + next(LEVELS.length - 1)],
    first: next(5) === 0 && step !== undefined ? [step] : [],
    add: [],
    do: [],
    because: 'b',
    cites: [],
    readingOurs: false,
    replaces: undefined,
  };
}
