/** Random small content as its author would write it: a questionnaire, a policy, cases and a property, with every caller countable. */

import fc from 'fast-check';
import { compileCases } from '../../src/analysis/compile-cases.ts';
import type { Case } from '../../src/analysis/model.ts';
import type { Mutable } from '../../src/analysis/mutate.ts';
import type { CasesSource } from '../../src/analysis/schema.ts';
import { builtDocument } from '../../src/documents/document.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { compilePolicies } from '../../src/policy/compile.ts';
import { policiesIn } from '../../src/policy/in-language.ts';
import type { PolicySource } from '../../src/policy/schema.ts';
import type { Sources } from '../../src/policy/texts.ts';
import { compileQuestionnaire } from '../../src/questionnaire/compile.ts';
import type { QuestionnaireSource } from '../../src/questionnaire/schema.ts';

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;
type Map = Readonly<Record<string, unknown>>;
interface Readable {
  readonly id: string;
  readonly values: readonly string[] | undefined; // of one answer; else a list of x and y, or a number
  readonly isNumber: boolean;
}

/** Content that compiles; what does not is drawn anew from the same source, since a filter would be given the very same again. */
export const smallContent: fc.Arbitrary<Mutable> = fc.gen().map((gen) => {
  for (;;) {
    const content = drawContent((arbitrary) => gen(() => arbitrary));
    if (content !== undefined) return content;
  }
});

const chance = (draw: Draw, percent: number): boolean => draw(fc.integer({ min: 1, max: 100 })) <= percent;

function drawContent(draw: Draw): Mutable | undefined {
  const source = drawQuestionnaire(draw);
  const document = builtDocument<QuestionnaireSource>('questionnaire.yaml', source.questionnaire);
  const questionnaire = compileQuestionnaire(document);
  if (!questionnaire.ok) return undefined;
  const sources: Sources = { byId: new Map(), disagreements: [], unjudged: new Set(['']) };
  const policy = builtDocument<PolicySource>('policies/small.yaml', drawPolicy(draw, source.readable));
  const policies = compilePolicies([policy], questionnaire.value, sources);
  if (!policies.ok) return undefined;
  return {
    questionnaire: questionnaire.value,
    policies: policiesIn(policies.value, 'en'),
    sources,
    files: { questionnaire: document, policies: [policy] },
    cases: [],
    properties: [],
  };
}

/** Cases that come out: callers with what is expected of them. */
export function casesOf({ questionnaire, policies }: Mutable, source: CasesSource): readonly Case[] {
  const compiled = compileCases(builtDocument<CasesSource>('cases.yaml', source), questionnaire, policies);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
}

function drawQuestionnaire(draw: Draw) {
  const readable: Readable[] = [];
  const questions = Array.from({ length: draw(fc.integer({ min: 2, max: 4 })) }, (_, index) => {
    const gate = index > 0 && chance(draw, 40) ? { ask_if: drawCondition(draw, readable, 1) } : {};
    const { question, reads } = drawQuestion(draw, `q${index}`);
    readable.push(reads);
    return { ...question, ...gate };
  });
  const facts = Array.from({ length: draw(fc.integer({ min: 0, max: 2 })) }, (_, index) => {
    const id = `fact_${index}`;
    const fact = drawFact(draw, id, readable);
    readable.push({ id, values: ['grave', 'some', 'none'], isNumber: false });
    return fact;
  });
  const dispositions = chance(draw, 40)
    ? [
        {
          id: 'ends',
          title: 'ends',
          when: drawCondition(draw, readable, 1),
          level: draw(fc.constantFrom('open', 'none')),
          say: 'words',
        },
      ]
    : [];
  const questionnaire = {
    format: 'intakeline/questionnaire/1',
    id: 'small',
    version: '1',
    title: 'small',
    languages: ['en'],
    sections: [{ id: 's', title: 'words' }],
    questions,
    facts,
    dispositions,
  } as QuestionnaireSource;
  return { questionnaire, readable };
}

function drawQuestion(draw: Draw, id: string): { readonly question: Map; readonly reads: Readable } {
  const common = { id, section: 's', say: 'words', unordered: 'random' };
  const options = (...ids: readonly string[]) => ids.map((option) => ({ id: option, label: option }));
  switch (draw(fc.constantFrom('yes-no', 'choice', 'choices', 'number'))) {
    case 'yes-no':
      return {
        question: { ...common, type: 'yes-no', baseline: 'no' },
        reads: { id, values: ['yes', 'no'], isNumber: false },
      };
    case 'choice':
      return {
        question: {
          ...common,
          type: 'choice',
          options: options('a', 'b', 'c'),
          baseline: draw(fc.constantFrom('a', 'b')),
        },
        reads: { id, values: ['a', 'b', 'c'], isNumber: false },
      };
    case 'choices':
      return {
        question: {
          ...common,
          type: 'choices',
          options: options('x', 'y'),
          none: 'none',
          baseline: draw(fc.constantFrom([], ['y'])),
        },
        reads: { id, values: undefined, isNumber: false },
      };
    default:
      return {
        question: { ...common, type: 'number', min: 1, max: 4, baseline: draw(fc.integer({ min: 1, max: 4 })) },
        reads: { id, values: undefined, isNumber: true },
      };
  }
}

function drawFact(draw: Draw, id: string, readable: readonly Readable[]): Map {
  const title = id;
  if (chance(draw, 30)) {
    const count = Array.from({ length: 3 }, () => drawCondition(draw, readable, 1));
    return {
      id,
      title,
      count,
      bands: [
        { value: 'none', from: 0 },
        { value: 'some', from: 1 },
        { value: 'grave', from: draw(fc.integer({ min: 2, max: 3 })) },
      ],
    };
  }
  const first_of = (chance(draw, 70) ? ['grave', 'some'] : ['grave', 'some', 'grave']).map((value) => ({
    value,
    when: drawCondition(draw, readable, 2),
  }));
  return { id, title, first_of, otherwise: 'none' };
}

function drawCondition(draw: Draw, readable: readonly Readable[], depth: number): Map {
  const condition: Record<string, unknown> = {};
  for (const { id, values, isNumber } of draw(
    fc.subarray([...readable], { minLength: 1, maxLength: Math.min(2, readable.length) }),
  ))
    condition[id] = drawTest(draw, values, isNumber);
  if (depth === 0 || chance(draw, 40)) return condition;
  const parts = Array.from({ length: draw(fc.integer({ min: 1, max: 3 })) }, () =>
    drawCondition(draw, readable, depth - 1),
  );
  const key = draw(fc.constantFrom('any', 'all', 'none', 'count'));
  const inner = key === 'count' ? { of: parts, at_least: draw(fc.integer({ min: 1, max: parts.length })) } : parts;
  return chance(draw, 50) ? { ...condition, [key]: inner } : { [key]: inner };
}

function drawTest(draw: Draw, values: readonly string[] | undefined, isNumber: boolean): unknown {
  if (isNumber)
    return {
      [draw(fc.constantFrom('at_least', 'at_most', 'more_than', 'less_than'))]: draw(fc.integer({ min: 2, max: 3 })),
    };
  if (values !== undefined) {
    const named = draw(fc.subarray([...values], { minLength: 1, maxLength: values.length - 1 }));
    return named.length === 1 ? named[0] : named;
  }
  return draw(fc.constantFrom<unknown>('x', 'y', ['x', 'y'], { includes_all: ['x', 'y'] }, 'none-of-these'));
}

function drawPolicy(draw: Draw, readable: readonly Readable[]): PolicySource {
  const rules = Array.from({ length: draw(fc.integer({ min: 1, max: 4 })) }, (_, index) => ({
    id: `r${index}`,
    when: drawCondition(draw, readable, 2),
    then: drawEffect(draw),
    because: 'b',
    cites: ['practice#J'],
  }));
  const otherwise = { level: draw(fc.constantFrom(...LEVELS.slice(0, 5))), because: 'b', cites: ['practice#J'] };
  return {
    format: 'intakeline/policy/1',
    id: 'small',
    version: '1',
    date: '2026-01-01',
    title: 'small',
    about: 'small',
    otherwise: chance(draw, 40) ? { ...otherwise, silent: true } : otherwise,
    rules,
  };
}

function drawEffect(draw: Draw): PolicySource['rules'][number]['then'] {
  if (chance(draw, 15)) return { at_least: 'emergency', do: ['call-911', 'keep-company'] };
  const first = draw(
    fc.subarray(['withdrawal-management', 'withdrawal-management-24h', 'medical-check-today'] as const),
  );
  const add = draw(fc.subarray(['naloxone', 'telehealth'] as const));
  return {
    ...(chance(draw, 75) || first.length + add.length === 0
      ? { at_least: draw(fc.constantFrom(...LEVELS.slice(0, 6))) }
      : {}),
    ...(first.length > 0 ? { first } : {}),
    ...(add.length > 0 ? { add } : {}),
  };
}
