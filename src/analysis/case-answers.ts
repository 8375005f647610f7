/** The answers of a case: those of the case that it is like, then its own, then the baseline. */

import { holds } from '../conditions/evaluate.ts';
import type { FactValue } from '../conditions/model.ts';
import type { SaidSource } from '../questionnaire/compile-answers.ts';
import { readCaller } from '../questionnaire/complete-caller.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { CaseSource } from './schema.ts';

/** What was said so far on the way from case to case. */
export interface Said extends SaidSource {
  readonly unsure: readonly string[];
  readonly declined: readonly string[];
  readonly others: 'baseline' | undefined;
}

export const NOTHING_SAID: Said = { answers: {}, unsure: [], declined: [], others: undefined };

/** Lays the words of a case over those of the case that it is like: what is named anew loses its earlier answer. */
export function layOver(before: Said, source: CaseSource): Said {
  const own = source.answers ?? {};
  const [unsure, declined] = [source.unsure ?? [], source.declined ?? []];
  const removed = new Set([...(source.without ?? []), ...unsure, ...declined]);
  const kept = Object.fromEntries(Object.entries(before.answers).filter(([id]) => !removed.has(id)));
  const stands = (reference: string): boolean => {
    const [id = ''] = reference.split('.');
    return !removed.has(id) && !removed.has(reference) && !Object.hasOwn(own, id);
  };
  return {
    answers: { ...kept, ...own },
    unsure: [...before.unsure.filter(stands), ...unsure],
    declined: [...before.declined.filter(stands), ...declined],
    others: source.others ?? before.others,
  };
}

/**
 * Gives every question that applies and was not named its baseline answer. Goes through the script in order, because
 * whether a question applies depends on what was filled in before it; so no filled answer contradicts another.
 */
export function fillBaseline(answers: Answers, questionnaire: Questionnaire): Answers {
  const values = new Map<string, FactValue>(answers.values);
  // Invariant: a gate reads earlier questions only, so that nothing it has read is answered afterwards.
  const read = readCaller(questionnaire, values);
  for (const { id, askIf, baseline } of questionnaire.questions) {
    const isNamed = values.has(id) || answers.unknown.has(id) || answers.unknownOptions.has(id);
    if (isNamed || baseline === undefined) continue;
    if (holds(askIf, read)) values.set(id, baseline);
  }
  return { ...answers, values };
}
