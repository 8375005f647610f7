/** Random callers of a questionnaire, the same ones on every run. */

import type { FactValue } from '../../src/conditions/model.ts';
import type { Answers, Question, Questionnaire, Unknown } from '../../src/questionnaire/model.ts';

/** A number from 0 up to 1, another one at each call. */
export type Random = () => number;

/** A generator whose numbers are fixed by its seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several things. */
export function pick<T>(random: Random, things: readonly T[]): T {
  if (things.length === 0) throw new Error('there is nothing to pick from');
  return things[Math.floor(random() * things.length)] as T;
}

/**
 * How far callers are from an unremarkable one. Without the quiet ones nearly everybody would have some red flag, and
 * nothing but emergencies would be tested.
 */
const UNUSUAL = [0.05, 0.15, 0.3, 1] as const;

/** How unusual the next caller is. */
export function unusualness(random: Random): number {
  return UNUSUAL[Math.floor(random() * UNUSUAL.length)] ?? 1;
}

/** Any answer to a question; undefined where no condition could read it. */
export function randomValue({ kind }: Question, random: Random): FactValue | undefined {
  switch (kind.kind) {
    case 'values':
      return kind.values[Math.floor(random() * kind.values.length)];
    case 'options':
      return kind.options.filter(() => random() < 0.3);
    case 'number':
      // Small numbers more often: most thresholds are there.
      return kind.min + kind.step * Math.floor(random() ** 2 * ((kind.max - kind.min) / kind.step + 1));
    case 'unreadable':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** A complete caller who agrees with what is known: every other question has its baseline answer or any other. */
export function completion(
  { questions }: Questionnaire,
  known: Answers,
  random: Random,
): ReadonlyMap<string, FactValue> {
  const unusual = unusualness(random);
  return new Map(
    questions.flatMap((question): readonly (readonly [string, FactValue])[] => {
      const said = known.values.get(question.id);
      const open = known.unknownOptions.get(question.id);
      if (said !== undefined && typeof said === 'object' && open !== undefined)
        return [[question.id, [...said, ...[...open.keys()].filter(() => random() < 0.5)]]];
      const value = said ?? (random() < unusual ? randomValue(question, random) : question.baseline);
      return value === undefined ? [] : [[question.id, value]];
    }),
  );
}

/** Nothing is known of this caller, for this reason. */
export function nothingKnown(questionnaire: Questionnaire, why: Unknown): Answers {
  return {
    questionnaire: questionnaire.id,
    values: new Map(),
    unknown: new Map(questionnaire.questions.map(({ id }) => [id, why])),
    unknownOptions: new Map(),
  };
}

/** A caller who answered some of the questions, and sometimes left an option of a list open. */
export function partialCaller(questionnaire: Questionnaire, random: Random): Answers {
  const complete = completion(questionnaire, nothingKnown(questionnaire, 'not-asked'), random);
  const share = random();
  const values = new Map([...complete].filter(() => random() < share));
  const unknownOptions = new Map<string, ReadonlyMap<string, Unknown>>();
  for (const { id, kind } of questionnaire.questions) {
    const value = values.get(id);
    if (kind.kind !== 'options' || typeof value !== 'object' || random() > 0.2) continue;
    const open = kind.options.filter(() => random() < 0.3);
    values.set(
      id,
      value.filter((option) => !open.includes(option)),
    );
    unknownOptions.set(id, new Map(open.map((option) => [option, 'unsure'])));
  }
  return { questionnaire: questionnaire.id, values, unknown: new Map(), unknownOptions };
}
