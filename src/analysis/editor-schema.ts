/** JSON Schemas that know the ids of a questionnaire: an editor completes them and says what each one is. */

import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import type { FactKind } from '../conditions/model.ts';
import type { JsonSchema } from '../documents/json-schema.ts';
import type { EditorNames, Named, NamedFact } from './editor-names.ts';

/** What a schema may leave to whoever knows the ids: the values of `completes` in the schema files. */
export const COMPLETIONS = [
  'condition',
  'answers',
  'points',
  'question',
  'question-or-option',
  'questionnaire',
  'section',
  'disposition',
  'policy',
  'policy-or-all',
  'rule',
  'rule-or-otherwise',
  'support',
  'choosable-level',
  'override-code',
  'citation',
  'program',
  'line',
] as const;
export type Completion = (typeof COMPLETIONS)[number];

/**
 * Puts the ids of a folder into the JSON Schema of a kind of file. Without names ids stay open, and conditions are held to
 * their form alone.
 */
export function editorSchema(schema: JsonSchema, names: EditorNames | undefined): JsonSchema {
  const completed = completeObject(schema, names);
  if (!JSON.stringify(completed).includes(CONDITION)) return completed;
  return { ...completed, definitions: { condition: conditionSchema(hasOwnInputs(schema) ? undefined : names) } };
}

/** Whether the conditions of a kind of file may read what the file itself brings along: a table from elsewhere may call it as we call a fact. */
function hasOwnInputs({ properties }: JsonSchema): boolean {
  return isSchema(properties) && Object.hasOwn(properties, 'inputs');
}

const CONDITION = '#/definitions/condition';
const ANY_CONDITION: JsonSchema = { $ref: CONDITION };

function complete(part: unknown, names: EditorNames | undefined): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => complete(one, names));
  return isSchema(part) ? completeObject(part, names) : part;
}

function completeObject(part: JsonSchema, names: EditorNames | undefined): JsonSchema {
  const { completes, ...rest } = part;
  if (isCompletion(completes)) return completedBy(completes, rest, names);
  const completed = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, complete(value, names)]));
  const says = closedDescriptions(rest, names);
  return says === undefined ? completed : { ...completed, enumDescriptions: says };
}

/** What each of the values of a closed list is; undefined where the values are of no such list. */
function closedDescriptions(
  { enum: values }: JsonSchema,
  names: EditorNames | undefined,
): readonly string[] | undefined {
  if (!Array.isArray(values) || names === undefined) return undefined;
  const says = values.flatMap((value: unknown) => (typeof value === 'string' ? (names.closed.get(value) ?? []) : []));
  return says.length === values.length ? says : undefined;
}

function isSchema(part: unknown): part is JsonSchema {
  return typeof part === 'object' && part !== null;
}

function isCompletion(word: unknown): word is Completion {
  return COMPLETIONS.some((one) => one === word);
}

function completedBy(completion: Completion, open: JsonSchema, names: EditorNames | undefined): JsonSchema {
  const { description } = open;
  const described = description === undefined ? {} : { description };
  if (completion === 'condition') return { allOf: [ANY_CONDITION], ...described }; // beside a `$ref` a description is not read
  if (names === undefined) return open;
  if (completion === 'answers') return { ...answersSchema(names), ...described };
  if (completion === 'points') return { ...pointsSchema(open, names), ...described };
  return { ...described, ...oneOf(namesFor(completion, names)) };
}

function namesFor(
  completion: Exclude<Completion, 'condition' | 'answers' | 'points'>,
  names: EditorNames,
): readonly Named[] {
  switch (completion) {
    case 'question':
      return names.questions;
    case 'question-or-option':
      return names.questions.flatMap((question) => [question, ...optionsOf(question)]);
    case 'questionnaire':
      return names.questionnaires;
    case 'section':
      return names.sections;
    case 'disposition':
      return names.dispositions;
    case 'policy':
      return names.policies;
    case 'policy-or-all':
      return [...names.policies, { id: 'all', says: 'Every policy of the folder' }];
    case 'rule':
      return names.rules;
    case 'rule-or-otherwise':
      return [...names.rules, { id: 'otherwise', says: 'What the policy says where no rule with a level holds' }];
    case 'support':
      return names.supports;
    case 'choosable-level':
      return names.choosableLevels;
    case 'override-code':
      return names.overrideCodes;
    case 'citation':
      return names.citations;
    case 'program':
      return names.programs;
    case 'line':
      return names.lines;
    default:
      return completion satisfies never;
  }
}

/** An option of a list can be unknown on its own, as `question.option`. */
function optionsOf({ id, kind, values }: NamedFact): readonly Named[] {
  return kind.kind === 'options' ? values.map((value) => ({ id: `${id}.${value.id}`, says: value.says })) : [];
}

/** One of several ids; editors show what each stands for beside it. */
function oneOf(named: readonly Named[]): JsonSchema {
  return { enum: named.map(({ id }) => id), enumDescriptions: named.map(({ says }) => says) };
}

function answersSchema({ questions }: EditorNames): JsonSchema {
  const properties = Object.fromEntries(
    questions.map((question) => [question.id, { description: question.says, ...answerSchema(question) }]),
  );
  return { type: 'object', properties, additionalProperties: false };
}

/** Points for the options of a question or the values of a fact. */
function pointsSchema(open: JsonSchema, { questions, facts }: EditorNames): JsonSchema {
  const { additionalProperties: table } = open;
  const { additionalProperties: points }: JsonSchema = isSchema(table) ? table : {};
  const tables = [...questions, ...facts]
    .filter(({ values }) => values.length > 0)
    .map(({ id, says, values }) => [id, { description: says, ...pointsTable(values, isSchema(points) ? points : {}) }]);
  return { type: 'object', properties: Object.fromEntries(tables), additionalProperties: false };
}

function pointsTable(values: readonly Named[], points: JsonSchema): JsonSchema {
  const properties = Object.fromEntries(values.map(({ id, says }) => [id, { ...points, description: says }]));
  return { type: 'object', properties, additionalProperties: false };
}

function answerSchema({ kind, values }: NamedFact): JsonSchema {
  switch (kind.kind) {
    case 'values':
      return oneOf(values);
    case 'options':
      return { type: 'array', uniqueItems: true, items: oneOf(values) };
    case 'number':
      return numberSchema(kind);
    case 'unreadable':
      return { type: 'string' };
    default:
      return kind satisfies never;
  }
}

const MANY: JsonSchema = { type: 'array', minItems: 1, items: ANY_CONDITION };

const BOUNDS: Readonly<Record<string, JsonSchema>> = {
  at_least: { type: 'number', description: 'This number or more.' },
  at_most: { type: 'number', description: 'This number or less.' },
  more_than: { type: 'number', description: 'More than this number.' },
  less_than: { type: 'number', description: 'Less than this number.' },
};

const OPERATORS: Readonly<Record<string, JsonSchema>> = {
  always: { enum: [true, 'yes'], description: 'Holds for everybody.' },
  all: { ...MANY, description: 'Every one of these conditions holds.' },
  any: { ...MANY, description: 'At least one of these conditions holds.' },
  none: {
    ...MANY,
    description:
      'None of these conditions holds. A test on a question that did not apply is false, so that `none` holds for whoever was never asked.',
  },
  count: {
    type: 'object',
    description: 'So many of these conditions hold.',
    properties: { of: { ...MANY, description: 'The conditions that are counted.' }, ...BOUNDS },
    required: ['of'],
    additionalProperties: false,
  },
};

/** A condition: tests of questions and facts, all of which must hold, and the operators. */
function conditionSchema(names: EditorNames | undefined): JsonSchema {
  const readable = [...(names?.questions ?? []), ...(names?.facts ?? [])];
  const tests = readable
    .filter(({ kind }) => kind.kind !== 'unreadable')
    .map((fact) => [fact.id, { description: fact.says, ...testSchema(fact) }]);
  return {
    type: 'object',
    description: 'Several keys: all of them must hold.',
    minProperties: 1,
    properties: { ...OPERATORS, ...Object.fromEntries(tests) },
    additionalProperties: names === undefined,
  };
}

function testSchema({ kind, values }: NamedFact): JsonSchema {
  switch (kind.kind) {
    case 'values':
      return anyOf(oneOf(values));
    case 'options':
      return optionsTestSchema(values);
    case 'number':
      return numberTestSchema(kind);
    case 'unreadable':
      return {};
    default:
      return kind satisfies never;
  }
}

/** One value, a list of which one is enough, or another form. */
function anyOf(one: JsonSchema, ...others: readonly JsonSchema[]): JsonSchema {
  return { anyOf: [one, { type: 'array', minItems: 1, uniqueItems: true, items: one }, ...others] };
}

function optionsTestSchema(values: readonly Named[]): JsonSchema {
  const none = { id: NONE_OF_THESE, says: 'No option of the list was named.' };
  const every = {
    type: 'object',
    properties: { includes_all: { description: 'Every one of these was named.', ...anyOf(oneOf(values)) } },
    required: ['includes_all'],
    additionalProperties: false,
  };
  return anyOf(oneOf([...values, none]), every);
}

function numberTestSchema(kind: NumberKind): JsonSchema {
  return anyOf(numberSchema(kind), {
    type: 'object',
    minProperties: 1,
    properties: BOUNDS,
    additionalProperties: false,
  });
}

type NumberKind = Extract<FactKind, { kind: 'number' }>;

/** The numbers that the question takes. Steps that are no whole numbers are left to the reader: validators divide by them. */
function numberSchema({ min: minimum, max: maximum, step }: NumberKind): JsonSchema {
  const isOnSteps = Number.isInteger(step) && Number.isInteger(minimum / step);
  return { type: 'number', minimum, maximum, ...(isOnSteps ? { multipleOf: step } : {}) };
}
