/** Whether caller and program can talk with each other. */

import type { Program } from '../../directory/model.ts';
import type { HardFinding, PreferenceFinding, Wanted } from './finding.ts';

/** Ruled out only where it is known that nobody speaks the language and nobody interprets. */
export function languageTest({ languages, interpreter }: Program, { needs }: Wanted): HardFinding | undefined {
  const wanted = needs.languages;
  if (wanted.length === 0 || languages === undefined) return undefined;
  const isSpoken = wanted.some((one) => languages.includes(one));
  if (isSpoken || interpreter !== false) return undefined;
  return { condition: 'language', outcome: 'not-met', says: (words) => words.noWayToTalk(wanted) };
}

/** Somebody speaks the caller's language, or interprets. */
export function spokenTest({ languages, interpreter }: Program, { needs }: Wanted): PreferenceFinding | undefined {
  const wanted = needs.languages;
  if (wanted.length === 0 && !needs.interpreter) return undefined;
  const spoken = wanted.filter((one) => languages?.includes(one) === true);
  const preference = 'spoken';
  if (spoken.length > 0) return { preference, outcome: 'met', says: (words) => words.speaks(spoken) };
  if (interpreter === true) return { preference, outcome: 'met', says: (words) => words.interprets };
  if (interpreter === false) return { preference, outcome: 'not-met', says: (words) => words.noInterpreter };
  return { preference, outcome: 'unknown', says: (words) => words.askLanguage(wanted) };
}
