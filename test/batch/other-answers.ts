/** Callers who gave one other answer to a question than the one at hand. */

import type { CompiledPolicy } from '../../src/decision/compile.ts';
import type { Answers, Question } from '../../src/questionnaire/model.ts';

export interface OtherAnswer {
  /** The other answer: an option, a number, or the options named. */
  readonly value: string;
  readonly answers: Answers;
}

/** Every other answer to a question that has one: of `choices`, one option more or less; of a number, the first of another band. */
export function otherAnswers(
  { callers }: CompiledPolicy,
  question: Question,
  answers: Answers,
): readonly OtherAnswer[] {
  const { kind, id } = question;
  const value = answers.values.get(id);
  const giving = (other: string | number | readonly string[]): OtherAnswer => ({
    value: typeof other === 'object' ? other.join(';') : String(other),
    answers: { ...answers, values: new Map([...answers.values, [id, other]]) },
  });
  if (kind.kind === 'values') return kind.values.filter((other) => other !== value).map(giving);
  if (kind.kind === 'options' && typeof value === 'object') {
    const known = kind.options.filter((option) => !answers.unknownOptions.get(id)?.has(option));
    return known.map((option) => giving(kind.options.filter((one) => value.includes(one) !== (one === option))));
  }
  if (kind.kind !== 'number' || typeof value !== 'number') return [];
  return (callers.encoding.ofQuestion.get(id) ?? []).flatMap((number) => {
    const variable = callers.encoding.variables[number];
    const starts = variable?.kind === 'band' ? variable.starts : [];
    const own = starts.findLast((start) => start <= value);
    return starts.filter((start) => start !== own).map(giving);
  });
}
