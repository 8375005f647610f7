/** Conditions in words, short enough to stand at an arrow. */

import type { Condition } from '../conditions/model.ts';
import type { Test } from '../conditions/reads.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';

/** What is put into words, and in which language. */
export interface Speaking {
  readonly questionnaire: Questionnaire;
  readonly language: string;
  /** What a condition calls a question or fact; its id where undefined. */
  readonly nameOf?: (id: string) => string;
}

/** What a test wants of the question or fact that it reads: `Alcohol / Sedatives`, `at least 14`. */
export function testInWords(test: Test, speaking: Speaking): string {
  const label = (value: string): string => valueInWords(test.id, value, speaking);
  switch (test.kind) {
    case 'is':
      return listed(test.values, label, ' / ');
    case 'names':
      return listed(test.options, label, test.every ? ' + ' : ' / ');
    case 'names-none': {
      const none = questionOf(test.id, speaking)?.none;
      return none === undefined ? 'none of these' : inLanguage(none, speaking.language);
    }
    case 'within':
      return rangeInWords(test, questionOf(test.id, speaking));
    default:
      return test satisfies never;
  }
}

/** Longer than this, labels are read by nobody at an arrow. */
const LONGEST = 72;

/** By their labels, or by their ids where labels would take too much room; a stroke is "or", a cross "and". */
function listed(values: readonly string[], label: (value: string) => string, mark: string): string {
  const labels = values.map(label).join(mark);
  return labels.length > LONGEST && values.length > 1 ? values.join(mark) : labels;
}

/** A value of a question or fact in the words of its options; a fact's value without a sentence of its own as it is written. */
export function valueInWords(id: string, value: string, speaking: Speaking): string {
  const option = questionOf(id, speaking)?.options.find((one) => one.id === value);
  return option === undefined ? value : inLanguage(option.label, speaking.language);
}

/** A whole condition on one line, by default with ids for what it reads: `substances: Alcohol and drinks_per_day: at most 3`. */
export function conditionInWords(condition: Condition, speaking: Speaking): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.length === 0 ? 'always' : joined(condition.of, ' and ', speaking);
    case 'any':
      return condition.of.length === 0 ? 'never' : joined(condition.of, ' or ', speaking);
    case 'none':
      return `not (${joined(condition.of, ' or ', speaking)})`;
    case 'sum':
      return `${sumInWords(condition)} (${condition.terms.map(({ when }) => bracketed(when, speaking)).join('; ')})`;
    default:
      return `${speaking.nameOf?.(condition.id) ?? condition.id}: ${testInWords(condition, speaking)}`;
  }
}

/** How many of its parts a sum wants, or how many points. */
export function sumInWords({ terms, atLeast, atMost }: Extract<Condition, { kind: 'sum' }>): string {
  const most = terms.reduce((sum, { points }) => sum + points, 0);
  const isCount = terms.every(({ points }) => points === 1);
  return `${boundsInWords(atLeast, atMost, { min: 0, max: most })} ${isCount ? `of ${terms.length}` : 'points'}`;
}

function joined(parts: readonly Condition[], word: string, speaking: Speaking): string {
  return parts.map((part) => bracketed(part, speaking)).join(word);
}

function bracketed(part: Condition, speaking: Speaking): string {
  const words = conditionInWords(part, speaking);
  return 'of' in part && part.of.length > 1 && part.kind !== 'none' ? `(${words})` : words;
}

function rangeInWords({ from, to }: { readonly from: number; readonly to: number }, question?: Question): string {
  const kind = question?.kind;
  return boundsInWords(from, to, kind?.kind === 'number' ? kind : { min: from, max: to });
}

function boundsInWords(from: number, to: number, { min, max }: { readonly min: number; readonly max: number }): string {
  if (from === to) return `exactly ${from}`;
  if (to >= max) return `at least ${from}`;
  return from <= min ? `at most ${to}` : `${from} to ${to}`;
}

function questionOf(id: string, { questionnaire }: Speaking): Question | undefined {
  return questionnaire.questions.find((question) => question.id === id);
}
