/** Terms of a source → what they say about a program, and those of which nothing is known. */

import type { GivesSource } from '../mapping-schema.ts';
import type { Unmapped } from './found.ts';

/** A term as a record has it: the category, and its words or its code. */
export interface GivenTerm {
  readonly field: string;
  readonly value: string;
  /** Its code, where it has one beside its words. */
  readonly code?: string | undefined;
}

/** What is known of terms; undefined where nothing is. */
export type Reading = (term: GivenTerm) => GivesSource | undefined;

/** What a mapping says of terms stands before our own reading; it knows no categories. */
export function withMapped(terms: Readonly<Record<string, GivesSource>> | undefined, own: Reading): Reading {
  const mapped = new Map(Object.entries(terms ?? {}).map(([words, gives]) => [folded(words), gives]));
  return (term) => mapped.get(folded(term.value)) ?? mapped.get(folded(term.code ?? term.value)) ?? own(term);
}

/** Reads every term. */
export function readTerms(
  terms: readonly GivenTerm[],
  reading: Reading,
): { readonly gives: readonly GivesSource[]; readonly unmapped: readonly Unmapped[] } {
  const gives: GivesSource[] = [];
  const unmapped: Unmapped[] = [];
  for (const term of terms) {
    const given = reading(term);
    if (given === undefined) unmapped.push({ field: term.field, value: term.value });
    else gives.push(given);
  }
  return { gives, unmapped };
}

/** Words without regard to capitals and blanks. */
export function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase();
}
