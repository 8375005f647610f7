/** A question in the comment of a draft: what whoever completes it has to know of it. */

import type { Question } from '../questionnaire/model.ts';
import { quotedYaml } from './quoted-yaml.ts';

/** Options that are written out; the questionnaire has them all. */
const MOST_OPTIONS = 8;

/** Longest question, in characters. */
const LONGEST = 80;

/** Its id, the sentence that asks it, and what can be answered, on one line. */
export function draftQuestion(question: Question): string {
  const { id, say } = question;
  const text = typeof say === 'string' ? say : (Object.values(say)[0] ?? '');
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  return `${id}: ${quotedYaml(short)} (${answersOf(question)})`;
}

function answersOf({ type, kind, options }: Question): string {
  if (kind.kind === 'number') return `a number, ${kind.min} to ${kind.max}`;
  if (type === 'yes-no') return 'yes or no';
  const ids = options.slice(0, MOST_OPTIONS).map(({ id }) => id);
  const more = options.length > MOST_OPTIONS ? ` and ${options.length - MOST_OPTIONS} more` : '';
  return `${type === 'choices' ? 'any' : 'one'} of ${ids.join(', ')}${more}`;
}
