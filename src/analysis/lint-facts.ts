/** Values of derived facts that no caller can have. */

import { FALSE } from '../diagram/forest.ts';
import type { Finding } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { FactSource } from '../questionnaire/schema.ts';
import type { Together } from './compile-together.ts';

export interface ImpossibleValue {
  readonly fact: string;
  readonly value: string;
}

/** Every value of a fact that nobody has, in script order. */
export function impossibleValues({ callers }: Together): readonly ImpossibleValue[] {
  return callers.questionnaire.facts.flatMap(({ id, values }) =>
    values.filter((value) => callers.factRegion(id, value) === FALSE).map((value) => ({ fact: id, value })),
  );
}

/** The same, each where the value is written first. */
export function factFindings(together: Together, sources: readonly FactSource[] = []): readonly Finding[] {
  return impossibleValues(together).flatMap(({ fact, value }) => {
    const index = sources.findIndex(({ id }) => id === fact);
    const source = sources[index];
    if (source === undefined) return [];
    return [
      {
        code: 'impossible-value' as const,
        path: ['facts', index, ...placeOf(source, value)],
        message: `\`${fact}\` is never \`${value}\`, whoever calls`,
        remedy: 'correct the condition, or the lines before it that take all such callers; else delete the value',
      },
    ];
  });
}

function placeOf({ first_of: branches = [], bands = [], otherwise }: FactSource, value: string): Path {
  const branch = branches.findIndex((one) => one.value === value);
  if (branch >= 0) return ['first_of', branch, 'value'];
  const band = bands.findIndex((one) => one.value === value);
  if (band >= 0) return ['bands', band, 'value'];
  return otherwise === undefined ? ['id'] : ['otherwise'];
}
