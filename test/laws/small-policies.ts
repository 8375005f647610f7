/** Random small questionnaires, policies and partial answers, small enough that every caller can be listed. */

import fc from 'fast-check';
import type { Condition, FactKind, FactValue } from '../../src/conditions/model.ts';
import { ALWAYS } from '../../src/conditions/model.ts';
import { LEVELS, SUPPORTS } from '../../src/policy/care-lists.ts';
import type { Policy, Rule } from '../../src/policy/model.ts';
import type {
  Answers,
  DerivedFact,
  Disposition,
  Order,
  Question,
  Questionnaire,
} from '../../src/questionnaire/model.ts';

/** Something to draw from: fast-check's generator as a plain function of arbitraries. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** Something that a condition can read. */
export interface Readable {
  readonly id: string;
  readonly kind: FactKind;
}

export interface Small {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly answers: Answers;
}

/** A questionnaire with a policy and a caller who answered some of it; shrinks by fast-check's own means. */
export const small: fc.Arbitrary<Small> = fc.gen().map((gen) => {
  const draw: Draw = (arbitrary) => gen(() => arbitrary);
  const questionnaire = drawQuestionnaire(draw);
  return { questionnaire, policy: drawPolicy(draw, questionnaire), answers: drawAnswers(draw, questionnaire) };
});

/** The same with another policy over the same callers, and something that draws what is to be said of them. */
export interface SmallPair {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly [Policy, Policy];
}

/** A questionnaire with two policies and something said of them; `also` draws it. */
export function smallPair<T>(also: (draw: Draw, pair: SmallPair) => T): fc.Arbitrary<SmallPair & { readonly also: T }> {
  return fc.gen().map((gen) => {
    const draw: Draw = (arbitrary) => gen(() => arbitrary);
    const questionnaire = drawQuestionnaire(draw);
    const policy = drawPolicy(draw, questionnaire);
    // Half of them share all but one rule, so that one may well be as protective as the other.
    const other = chance(draw, 50) ? drawPolicy(draw, questionnaire) : withoutOneRule(draw, policy);
    const pair: SmallPair = { questionnaire, policies: [policy, { ...other, id: 'other' }] };
    return { ...pair, also: also(draw, pair) };
  });
}

function withoutOneRule(draw: Draw, policy: Policy): Policy {
  const left = draw(fc.nat({ max: policy.rules.length - 1 }));
  return { ...policy, rules: policy.rules.filter((_, index) => index !== left) };
}

const text = { en: 'words' };
/** True in so many of a hundred draws. */
export const chance = (draw: Draw, percent: number): boolean => draw(fc.integer({ min: 1, max: 100 })) <= percent;

function drawQuestionnaire(draw: Draw): Questionnaire {
  const count = draw(fc.integer({ min: 2, max: 5 }));
  const questions: Question[] = [];
  const readable: Readable[] = [];
  for (let index = 0; index < count; index++) {
    const askIf = index > 0 && chance(draw, 45) ? drawCondition(draw, readable, 1) : ALWAYS;
    const question = drawQuestion(draw, index, askIf);
    questions.push(question);
    readable.push(question);
  }
  const facts: DerivedFact[] = [];
  for (let index = draw(fc.integer({ min: 0, max: 2 })); index > 0; index--) {
    const fact = drawFact(draw, `fact_${facts.length}`, [...readable]);
    facts.push(fact);
    readable.push({ id: fact.id, kind: { kind: 'values', values: fact.values } });
  }
  const dispositions: Disposition[] = [];
  for (let index = draw(fc.integer({ min: 0, max: 2 })); index > 0; index--) {
    dispositions.push(drawDisposition(draw, `end-${dispositions.length}`, readable));
  }
  return {
    id: 'small',
    version: '1',
    title: 'small',
    languages: ['en'],
    sections: [{ id: 's', title: text }],
    questions,
    facts,
    dispositions,
  };
}

export function drawQuestion(draw: Draw, index: number, askIf: Condition): Question {
  const kind = draw(
    fc.constantFrom<FactKind>(
      { kind: 'values', values: ['yes', 'no'] },
      { kind: 'values', values: ['a', 'b', 'c'] },
      { kind: 'options', options: ['x', 'y'] },
      { kind: 'number', min: 1, max: 4, step: 1 },
      { kind: 'number', min: -0.1, max: 0.2, step: 0.1 }, // 0.1 + 0.2 is not 0.3 in binary
      { kind: 'number', min: 0.9, max: 1.2, step: 0.1 },
    ),
  );
  return {
    id: `q${index}`,
    index,
    section: 's',
    type: kind.kind === 'number' ? 'number' : kind.kind === 'options' ? 'choices' : 'choice',
    kind,
    say: text,
    sayForOther: undefined,
    probe: undefined,
    help: undefined,
    options: [],
    none: undefined,
    askIf,
    order: drawOrder(draw, kind),
    baseline: draw(fc.constantFrom(...valuesOf(kind))),
    stop: [],
    safety: false,
    changeable: chance(draw, 50),
    restricted: false,
    uses: [],
  };
}

/** Often no order, so that there is something to leave alone; options in random ranks, equals among them. */
function drawOrder(draw: Draw, kind: FactKind): Order {
  if (chance(draw, 30)) return { kind: 'unordered', because: 'random' };
  if (kind.kind !== 'values') return { kind: draw(fc.constantFrom('more', 'less')) };
  const ranks = kind.values.map((value) => [value, draw(fc.nat({ max: kind.values.length - 1 }))] as const);
  const inUse = [...new Set(ranks.map(([, rank]) => rank))].sort((left, right) => left - right);
  return { kind: 'ranks', ranks: new Map(ranks.map(([value, rank]) => [value, inUse.indexOf(rank)])) };
}

function subsets(options: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = options;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

/** Every value that a fact of this kind can have. */
export function valuesOf(kind: FactKind): readonly FactValue[] {
  switch (kind.kind) {
    case 'values':
      return kind.values;
    case 'options':
      return subsets(kind.options);
    case 'number':
      return Array.from({ length: Math.round((kind.max - kind.min) / kind.step) + 1 }, (_, place) =>
        Number((kind.min + place * kind.step).toFixed(1)),
      );
    default:
      return [];
  }
}

export function drawFact(draw: Draw, id: string, readable: readonly Readable[]): DerivedFact {
  const values = ['grave', 'some', 'none'];
  const branches = draw(fc.array(fc.constantFrom('grave', 'some'), { minLength: 1, maxLength: 3 })).map((value) => ({
    value,
    when: drawCondition(draw, readable, 2),
  }));
  return { id, title: id, values, branches, otherwise: 'none', labels: new Map() };
}

export function drawDisposition(draw: Draw, id: string, readable: readonly Readable[]): Disposition {
  const level = draw(fc.constantFrom('open', 'none'));
  return {
    id,
    title: id,
    say: text,
    steps: [],
    lines: [],
    when: drawCondition(draw, readable, 1),
    level,
    ends: 'after-safety',
    supports: ['family-support'],
  };
}

/** A condition on some of what can be read, nested at most so deep. */
export function drawCondition(draw: Draw, readable: readonly Readable[], depth: number): Condition {
  if (depth > 0 && chance(draw, 60)) {
    const of = draw(fc.integer({ min: 1, max: 3 }));
    const parts = Array.from({ length: of }, () => drawCondition(draw, readable, depth - 1));
    const kind = draw(fc.constantFrom('all', 'any', 'none', 'sum'));
    if (kind === 'sum') return drawSum(draw, parts);
    return kind === 'all' || kind === 'any' || kind === 'none' ? { kind, of: parts } : ALWAYS;
  }
  return drawTest(draw, draw(fc.constantFrom(...readable)));
}

function drawSum(draw: Draw, parts: readonly Condition[]): Condition {
  const atLeast = draw(fc.integer({ min: 0, max: 4 }));
  const atMost = chance(draw, 50) ? Number.POSITIVE_INFINITY : atLeast + draw(fc.integer({ min: 0, max: 2 }));
  return {
    kind: 'sum',
    terms: parts.map((when) => ({ points: draw(fc.integer({ min: 1, max: 3 })), when })),
    atLeast,
    atMost,
  };
}

function drawTest(draw: Draw, { id, kind }: Readable): Condition {
  switch (kind.kind) {
    case 'values':
      return { kind: 'is', id, values: draw(fc.subarray([...kind.values], { minLength: 1 })) };
    case 'options':
      if (chance(draw, 25)) return { kind: 'names-none', id };
      return {
        kind: 'names',
        id,
        options: draw(fc.subarray([...kind.options], { minLength: 1 })),
        every: chance(draw, 40),
      };
    case 'number': {
      const numbers = valuesOf(kind).filter((value) => typeof value === 'number');
      const first = draw(fc.nat({ max: numbers.length - 1 }));
      const last = draw(fc.integer({ min: first, max: numbers.length - 1 }));
      return { kind: 'within', id, from: numbers[first] ?? kind.min, to: numbers[last] ?? kind.max };
    }
    default:
      return ALWAYS;
  }
}

/** Every question and fact. */
export function readableOf(questionnaire: Questionnaire): readonly Readable[] {
  return [
    ...questionnaire.questions,
    ...questionnaire.facts.map((fact): Readable => ({ id: fact.id, kind: { kind: 'values', values: fact.values } })),
  ];
}

/** A policy of one to five rules over the questions and facts. */
export function drawPolicy(draw: Draw, questionnaire: Questionnaire): Policy {
  const readable = readableOf(questionnaire);
  const rules = Array.from({ length: draw(fc.integer({ min: 1, max: 5 })) }, (_, index) =>
    drawRule(draw, `r${index}`, readable),
  );
  return {
    id: 'random',
    version: '1',
    date: '2026-01-01',
    title: 'random',
    about: 'random',
    reviewedBy: undefined,
    program: undefined,
    network: false,
    otherwise: {
      level: draw(fc.constantFrom(...LEVELS)),
      silent: chance(draw, 50),
      because: 'b',
      cites: ['practice#J'],
    },
    rules,
  };
}

const STEPS = ['withdrawal-management', 'withdrawal-management-24h', 'safe-place'] as const;

function drawRule(draw: Draw, id: string, readable: readonly Readable[]): Rule {
  const when = drawCondition(draw, readable, 2);
  const atLeast = chance(draw, 75) ? draw(fc.constantFrom(...LEVELS, 'emergency' as const)) : undefined;
  return {
    id,
    policy: 'random',
    when,
    atLeast,
    first: draw(fc.subarray([...STEPS])),
    add: draw(fc.subarray(SUPPORTS.slice(0, 5))),
    do: atLeast === 'emergency' && chance(draw, 80) ? ['call-911'] : [], // the compiler takes them from an emergency only
    because: 'b',
    cites: ['practice#J'],
    readingOurs: false,
    replaces: undefined,
  };
}

export function drawAnswers(draw: Draw, questionnaire: Questionnaire): Answers {
  const values = new Map<string, FactValue>();
  const unknownOptions = new Map<string, ReadonlyMap<string, 'unsure'>>();
  for (const { id, kind } of questionnaire.questions) {
    if (!chance(draw, 55)) continue;
    const value = draw(fc.constantFrom(...valuesOf(kind)));
    if (kind.kind === 'options' && chance(draw, 30)) {
      const unknown = draw(fc.constantFrom(...kind.options));
      unknownOptions.set(id, new Map([[unknown, 'unsure']]));
      values.set(id, typeof value === 'object' ? value.filter((option) => option !== unknown) : value);
    } else values.set(id, value);
  }
  return { questionnaire: questionnaire.id, values, unknown: new Map(), unknownOptions };
}
