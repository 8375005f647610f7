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

/**
 * A questionnaire of `size` questions in blocks of eight, a fact for each block, and as many rules as questions:
 * most read one block, one in four reads the facts of two neighbouring blocks. Half the questions after the first of a block are gated by it.
 */
export function generatePolicy(
  size: number,
  seed: number,
): { readonly questionnaire: Questionnaire; readonly policy: Policy } {
  const next = seeded(seed);
  const questions = Array.from({ length: size }, (_, index) => makeQuestion(index, next));
  const blocks = Array.from({ length: Math.ceil(size / BLOCK) }, (_, block) =>
    questions.slice(block * BLOCK, (block + 1) * BLOCK),
  );
  const facts = blocks.map((block, index) => makeFact(`fact_${index}`, block, next));
  const rules = questions.map((_, index) => makeRule(index, blocks[index % blocks.length] ?? [], facts, next));
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

function makeQuestion(index: number, next: (limit: number) => number): Question {
  const first = index - (index % BLOCK);
  const gated = index !== first && next(2) === 0;
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
    order: { kind: 'unordered', because: 'generated' },
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

function makeRule(
  index: number,
  block: readonly Question[],
  facts: readonly DerivedFact[],
  next: (limit: number) => number,
): Rule {
  const first = next(facts.length - 1);
  const two = facts.slice(first, first + 2).map((fact): Condition => ({ kind: 'is', id: fact.id, values: ['grave'] }));
  const when: Condition = { kind: 'all', of: next(4) === 0 ? two : pick(block, 3, next).map((one) => test(one, next)) };
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
