/** When calls are killed. */

import { type Random, randomFrom } from '../questionnaires/random-callers.ts';

export interface Kill {
  /** How many screens of the whole call have been dealt with before. */
  readonly done: number;
  /** So many milliseconds after the program was started, after the next screen has appeared, or after it was answered. */
  readonly after: 'start' | 'screen' | 'answer';
  readonly milliseconds: number;
}

/** How long each wait may be. An answer is saved and the next screen is there within some 5 ms; a start takes some 200. */
const LONGEST = { start: 300, screen: 20, answer: 12 } as const;

/** Moments in a call of so many screens, in order; the same ones on every run. */
export function killsFrom(seed: number, count: number, screens: number): readonly Kill[] {
  const random = randomFrom(seed);
  const places = Array.from({ length: count }, () => 1 + below(screens - 1, random));
  return places
    .sort((one, other) => one - other)
    .map((done, index) => {
      const after = kindOf(index, random);
      return { done, after, milliseconds: below(LONGEST[after], random) };
    });
}

/** Mostly where something is being saved. What is killed in its first start has no call yet. */
function kindOf(index: number, random: Random): Kill['after'] {
  const number = random();
  if (number < 0.2) return index === 0 ? 'answer' : 'start';
  return number < 0.4 ? 'screen' : 'answer';
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** Waits until it is time to kill. */
export function moment({ milliseconds }: Kill): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A summary's JSON but for its id and its times. What was done in an emergency, and when, is in the journal too, and compared there. */
export function comparable(json: string): unknown {
  const { call, ...summary } = JSON.parse(json);
  const { state, disposition, setAside, askAgain } = call;
  return { ...summary, call: { state, disposition, setAside, askAgain } };
}
