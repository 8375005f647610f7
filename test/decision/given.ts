/** Small questionnaires, policies and callers written by hand, each part overridable where a test is about it. */

import { ALWAYS, type Condition, type FactValue } from '../../src/conditions/model.ts';
import { type CompiledPolicy, type CompileOptions, compilePolicy } from '../../src/decision/compile.ts';
import type { Policy, Rule } from '../../src/policy/model.ts';
import type { Answers, DerivedFact, Disposition, Question, Questionnaire } from '../../src/questionnaire/model.ts';

type QuestionParts = Partial<Omit<Question, 'id' | 'index' | 'type' | 'kind'>>;

function question(id: string, type: Question['type'], kind: Question['kind'], parts: QuestionParts): Question {
  return {
    id,
    index: 0,
    section: 'all',
    type,
    kind,
    say: `Say ${id}?`,
    sayForOther: undefined,
    probe: undefined,
    help: undefined,
    options: [],
    none: undefined,
    askIf: ALWAYS,
    order: { kind: 'unordered', because: 'invented' },
    baseline: undefined,
    stop: [],
    safety: false,
    changeable: false,
    restricted: false,
    uses: [],
    ...parts,
  };
}

/** A question answered by yes or no; no is the baseline. */
export function yesNo(id: string, parts: QuestionParts = {}): Question {
  return question(id, 'yes-no', { kind: 'values', values: ['yes', 'no'] }, { baseline: 'no', ...parts });
}

/** A question with one answer of several; the first is the baseline. */
export function choice(id: string, values: readonly string[], parts: QuestionParts = {}): Question {
  return question(id, 'choice', { kind: 'values', values }, { baseline: values[0], ...parts });
}

/** A question with any number of answers; none of them is the baseline. */
export function choices(id: string, options: readonly string[], parts: QuestionParts = {}): Question {
  return question(id, 'choices', { kind: 'options', options }, { baseline: [], ...parts });
}

/** A question for a whole number; the least is the baseline. */
export function number(id: string, min: number, max: number, parts: QuestionParts = {}): Question {
  return question(id, 'number', { kind: 'number', min, max, step: 1 }, { baseline: min, ...parts });
}

/** A question for free text, which no condition may read. */
export function text(id: string): Question {
  return question(id, 'text', { kind: 'unreadable' }, { order: { kind: 'not-scored' } });
}

/** A derived fact of pairs of a value and its condition. */
export function fact(
  id: string,
  branches: readonly (readonly [value: string, when: Condition])[],
  otherwise: string,
): DerivedFact {
  const values = [...new Set([...branches.map(([value]) => value), otherwise])];
  return {
    id,
    title: id,
    values,
    branches: branches.map(([value, when]) => ({ value, when })),
    otherwise,
    labels: new Map(),
  };
}

/** A way for a call to end without a level. */
export function ending(id: string, when: Condition | undefined, parts: Partial<Disposition> = {}): Disposition {
  return {
    id,
    title: id,
    say: id,
    steps: [],
    lines: [],
    when,
    level: 'none',
    ends: 'after-safety',
    supports: [],
    ...parts,
  };
}

/** A questionnaire of questions in script order. */
export function questionnaire(
  questions: readonly Question[],
  parts: Partial<Pick<Questionnaire, 'facts' | 'dispositions'>> = {},
): Questionnaire {
  return {
    id: 'invented',
    version: '1',
    title: 'Invented',
    languages: ['en'],
    sections: [{ id: 'all', title: 'All' }],
    questions: questions.map((one, index) => ({ ...one, index })),
    facts: [],
    dispositions: [],
    ...parts,
  };
}

/** A rule with its condition and what it gives. */
export function rule(
  id: string,
  when: Condition,
  gives: Partial<Pick<Rule, 'atLeast' | 'first' | 'add' | 'do'>>,
): Rule {
  return {
    id,
    policy: 'invented',
    when,
    atLeast: undefined,
    first: [],
    add: [],
    do: [],
    because: id,
    cites: ['practice#J'],
    readingOurs: false,
    replaces: undefined,
    ...gives,
  };
}

/** A policy that gives `information` where no rule with a level holds. */
export function policy(rules: readonly Rule[], otherwise: Partial<Policy['otherwise']> = {}): Policy {
  return {
    id: 'invented',
    version: '1',
    date: '2026-11-22',
    title: 'Invented',
    about: 'Invented',
    reviewedBy: undefined,
    program: undefined,
    network: false,
    otherwise: { level: 'information', silent: false, because: 'otherwise', cites: ['practice#J'], ...otherwise },
    rules,
  };
}

/** What a caller said; a question that is left out was not asked. */
export function answers(
  values: Readonly<Record<string, FactValue>>,
  unknownOptions: Readonly<Record<string, readonly string[]>> = {},
): Answers {
  return {
    questionnaire: 'invented',
    values: new Map(Object.entries(values)),
    unknown: new Map(),
    unknownOptions: new Map(
      Object.entries(unknownOptions).map(([id, options]) => [
        id,
        new Map(options.map((option) => [option, 'unsure' as const])),
      ]),
    ),
  };
}

/** The policy compiled; it must be within the budget. */
export function compiled(asked: Questionnaire, by: Policy, options: CompileOptions = {}): CompiledPolicy {
  const compilation = compilePolicy(asked, by, options);
  if (!compilation.ok) throw new Error('over budget');
  return compilation.value;
}

/** The answer is one of these. */
export function is(id: string, ...values: readonly string[]): Condition {
  return { kind: 'is', id, values };
}

/** Any of these options is named. */
export function names(id: string, ...options: readonly string[]): Condition {
  return { kind: 'names', id, options, every: false };
}

/** All of these options are named. */
export function namesAll(id: string, ...options: readonly string[]): Condition {
  return { kind: 'names', id, options, every: true };
}

/** None of the question's options is named. */
export function namesNone(id: string): Condition {
  return { kind: 'names-none', id };
}

/** The number lies between these, both included. */
export function within(id: string, from: number, to: number): Condition {
  return { kind: 'within', id, from, to };
}

/** All of these hold. */
export function all(...of: readonly Condition[]): Condition {
  return { kind: 'all', of };
}

/** At least one of these holds. */
export function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of };
}

/** None of these holds. */
export function none(...of: readonly Condition[]): Condition {
  return { kind: 'none', of };
}

/** The points of those that hold lie between these, both included. */
export function sum(
  atLeast: number,
  atMost: number,
  ...terms: readonly (readonly [points: number, when: Condition])[]
): Condition {
  return { kind: 'sum', atLeast, atMost, terms: terms.map(([points, when]) => ({ points, when })) };
}
