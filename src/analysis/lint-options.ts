/** Options that no rule, derived fact, gate or disposition reads. */

import { encodeValue, type Variable } from '../callers/encoding.ts';
import type { Node } from '../diagram/forest.ts';
import { nodesBelow } from '../diagram/walk.ts';
import type { Finding } from '../documents/collect.ts';
import type { Question } from '../questionnaire/model.ts';
import type { Together } from './compile-together.ts';
import { toldNodes } from './told-nodes.ts';

export interface UnreadOption {
  readonly question: Question;
  readonly option: string;
}

/**
 * Options that may be given in place of the baseline (of a list: named beside the others) without any rule, derived fact, gate,
 * disposition or point of disagreement turning out otherwise for anybody. Left out are stops, questions with a `use`, whose
 * answers are needed as they are, and questions of which nothing is read.
 */
export function unreadOptions(together: Together, others: readonly Node[]): readonly UnreadOption[] {
  const { forest, encoding, questionnaire } = together.callers;
  const testing = nodesByVariable(together, others);
  /** Whether some diagram tells two values of a variable apart: different nodes are different functions. */
  const tells = (variable: number, one: number, other: number): boolean =>
    (testing.get(variable) ?? []).some((node) => forest.child(node, one) !== forest.child(node, other));
  return questionnaire.questions.flatMap((question) => {
    const own = encoding.ofQuestion.get(question.id) ?? [];
    if (question.uses.length > 0 || own.every((variable) => !testing.has(variable))) return [];
    return own
      .flatMap((number) => unreadOf(encoding.variables[number], (one, other) => tells(number, one, other)))
      .filter((option) => !question.stop.includes(option))
      .map((option) => ({ question, option }));
  });
}

function nodesByVariable(
  { callers, policies }: Together,
  others: readonly Node[],
): ReadonlyMap<number, readonly Node[]> {
  const { forest, questionnaire, applies, factRegion } = callers;
  const roots = [
    ...[...policies.values()].flatMap((policy) => [...toldNodes(policy), ...policy.rules.map(({ region }) => region)]),
    ...questionnaire.facts.flatMap(({ id, values }) => values.map((value) => factRegion(id, value))),
    ...questionnaire.questions.map(({ id }) => applies(id)),
    ...others,
  ];
  const found = new Map<number, Node[]>();
  for (const node of nodesBelow(forest, ...roots)) {
    const variable = forest.variable(node);
    const known = found.get(variable);
    if (known === undefined) found.set(variable, [node]);
    else known.push(node);
  }
  return found;
}

function unreadOf(variable: Variable | undefined, tells: (one: number, other: number) => boolean): readonly string[] {
  if (variable === undefined || variable.kind === 'band') return [];
  if (variable.kind === 'option') return tells(0, 1) ? [] : [variable.option];
  const { baseline } = variable.question;
  const base = baseline === undefined ? 0 : encodeValue(variable, baseline);
  return variable.values.filter((_, value) => value !== base && !tells(base, value));
}

/** The options, each where it is written, and every reason for one that is not needed. */
export function optionFindings(together: Together, others: readonly Node[]): readonly Finding[] {
  const unread = unreadOptions(together, others);
  const explained = together.callers.questionnaire.questions.filter(({ apart }) => apart !== undefined);
  const unexplained = unread.filter(({ question }) => question.apart === undefined);
  const needless = explained.filter((question) => !unread.some((one) => one.question.id === question.id));
  return [
    ...unexplained.map(({ question, option }): Finding => {
      const place = question.options.findIndex(({ id }) => id === option);
      return {
        code: 'unread-option',
        path: ['questions', question.index, ...(place < 0 ? ['id'] : ['options', place, 'id'])],
        message: sameAs(question, option),
        remedy: 'let a rule depend on it, offer it no more, or say under `apart` why it is asked for all the same',
      };
    }),
    ...needless.map(
      ({ id, index }): Finding => ({
        code: 'unread-option',
        path: ['questions', index, 'apart'],
        part: 'key',
        message: `every option of \`${id}\` is read, so that no reason is needed`,
        remedy: 'delete `apart`',
      }),
    ),
  ];
}

function sameAs({ id, kind, baseline }: Question, option: string): string {
  if (kind.kind === 'options') return `it makes no difference whether \`${option}\` is among the answers to \`${id}\``;
  return `\`${option}\` as the answer to \`${id}\` makes no difference to \`${baseline}\``;
}
