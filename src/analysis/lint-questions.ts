/** Questions that nobody is asked, and questions whose answer changes nothing for anybody. */

import { FALSE, type Node } from '../diagram/forest.ts';
import { supporter } from '../diagram/walk.ts';
import type { Finding } from '../documents/collect.ts';
import type { Question } from '../questionnaire/model.ts';
import type { Together } from './compile-together.ts';
import { toldNodes } from './told-nodes.ts';

/** Questions whose `ask_if` holds for no caller at all. */
export function unreachableQuestions({ callers }: Together): readonly Question[] {
  return callers.questionnaire.questions.filter(({ id }) => callers.applies(id) === FALSE);
}

/**
 * Questions that conditions read, and on which nothing depends that any policy tells anybody: neither the result nor a point on
 * which the sources disagree, nor whether a question is asked that something else needs. Questions with a `use`, `safety`, `stop` or `panel`
 * are asked for their own sake, and of texts, dates and phone numbers no condition may read anything.
 */
export function idleQuestions({ callers, policies }: Together, others: readonly Node[]): readonly Question[] {
  const { forest, encoding, questionnaire, applies } = callers;
  const needed = questionnaire.questions.filter(isNeeded).map(({ id }) => applies(id));
  const told = [...policies.values()].flatMap(toldNodes);
  const supportOf = supporter(forest);
  const read = [...told, ...others, ...needed].reduce((all, node) => all | supportOf(node), 0n);
  return questionnaire.questions.filter((question) => {
    if (isNeeded(question) || question.kind.kind === 'unreadable' || applies(question.id) === FALSE) return false;
    const own = encoding.ofQuestion.get(question.id) ?? [];
    return own.every((variable) => ((read >> BigInt(variable)) & 1n) === 0n);
  });
}

function isNeeded({ uses, safety, stop, panel = [] }: Question): boolean {
  return uses.length > 0 || safety || stop.length + panel.length > 0;
}

/** Both, each at its place in the questionnaire. */
export function questionFindings(together: Together, others: readonly Node[]): readonly Finding[] {
  return [
    ...unreachableQuestions(together).map(
      ({ id, index }): Finding => ({
        code: 'unreachable-question',
        path: ['questions', index, 'ask_if'],
        message: `nobody is ever asked \`${id}\``,
        remedy: 'correct its `ask_if`, or what that reads',
      }),
    ),
    ...idleQuestions(together, others).map(
      ({ id, index }): Finding => ({
        code: 'idle-question',
        path: ['questions', index, 'id'],
        message: `whatever is answered to \`${id}\`, nobody is told anything else`,
        remedy: 'let a rule depend on it, say its `use`, or do not ask',
      }),
    ),
  ];
}
