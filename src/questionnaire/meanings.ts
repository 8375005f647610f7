/** What an option can mean to whoever uses the answer, so that the ids of options are free. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { QuestionSource, Use } from './schema.ts';

/** By use, the closed list of meanings. */
export const MEANINGS = {
  payment: ['private', 'medicaid', 'medicare', 'military', 'self-pay', 'no-cover'],
  language: ['other', 'interpreter', 'hearing', 'reading'],
  pregnancy: ['pregnant', 'birth'],
  schedule: ['evenings-only', 'few-hours', 'children'],
  transport: ['can-travel', 'video-only', 'cannot-travel'],
  consent: ['program', 'caller', 'family', 'doctor', 'court'],
} as const satisfies Partial<Record<Use, readonly string[]>>;

export type UseWithMeanings = keyof typeof MEANINGS;
/** A language is meant by its ISO 639 code, for which there is no closed list. */
export type Meaning<U extends UseWithMeanings> = (typeof MEANINGS)[U][number] | (U extends 'language' ? string : never);

const LANGUAGE_CODE = /^[a-z]{2,3}$/;

/** Reports options that mean what none of their question's uses knows. */
export function checkMeanings({ options = [], use = [] }: QuestionSource, path: Path, report: Report): void {
  const known = use.flatMap((one) => (hasMeanings(one) ? [...MEANINGS[one]] : []));
  for (const [index, { means }] of options.entries()) {
    if (means === undefined || use.some((one) => hasMeanings(one) && isMeaning(means, one))) continue;
    report({
      code: 'unknown-meaning',
      path: [...path, 'options', index, 'means'],
      message: `nothing that the question is used for knows the meaning \`${means}\``,
      remedy: known.length === 0 ? 'delete it, or add the `use` that it is for' : suggest(means, known),
      relies: [[...path, 'use']],
    });
  }
}

/** Whether a word is a meaning that a use knows. */
export function isMeaning<U extends UseWithMeanings>(word: string | undefined, use: U): word is Meaning<U> {
  if (word === undefined) return false;
  return MEANINGS[use].some((one) => one === word) || (use === 'language' && LANGUAGE_CODE.test(word));
}

function hasMeanings(use: Use): use is UseWithMeanings {
  return Object.hasOwn(MEANINGS, use);
}
