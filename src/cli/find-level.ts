/** A level of care by what a person calls it. */

import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { CareTexts } from '../policy/texts.ts';
import { nearest, oneOf } from '../problems/did-you-mean.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';

/** Finds a level by its id or its name, the whole of it, what stands before brackets or what stands in them; capitals do not count. */
export function findLevel(text: string, { levels }: CareTexts, folder: string): Outcome<Level> {
  const words = text.trim().toLowerCase();
  const found = LEVELS.find((id) => wordsFor(id, levels[id].name).some((one) => one.toLowerCase() === words));
  if (found !== undefined) return outcomeOf(found, []);
  const near = nearest(
    words,
    LEVELS.flatMap((id) => wordsFor(id, levels[id].name)),
  );
  return failed([
    {
      code: 'unknown-level',
      severity: 'error',
      file: folder,
      position: undefined,
      message: `there is no level of care \`${text}\``,
      remedy: near === undefined ? oneOf(LEVELS) : `did you mean \`${near}\`?`,
      excerpt: undefined,
    },
  ]);
}

function wordsFor(id: Level, name: string): readonly string[] {
  const [before = '', within = ''] = name.split(/[()]/).map((part) => part.trim());
  return [id, name, before, within].filter((words) => words !== '');
}
