/** What is written into the log of an emergency by choosing it, and the same in another language. */

import type { CallTexts } from './call-texts.ts';
import type { CallState } from './model.ts';
import { firstWords } from './screens/first-words.ts';
import { CALL_WORDS, callWordsIn } from './words/words.ts';

/** The words of the content in a language, resolved once. */
export interface TextsByLanguage {
  readonly textsIn: (language: string) => Pick<CallTexts, 'emergency'>;
}

/** A log in a language: what was chosen is said in it, whatever was spoken then; what was typed stays as it is. */
export function loggedIn(
  language: string,
  log: CallState['panelLog'],
  { textsIn }: TextsByLanguage,
): CallState['panelLog'] {
  const now = chosenSentences(language, textsIn);
  if (log.every(({ done }) => now.includes(done))) return log;
  const others = Object.keys(CALL_WORDS).filter((one) => one !== language);
  const known = new Map(
    others.flatMap((other) =>
      chosenSentences(other, textsIn).map((said, place) => [said, now[place] ?? said] as const),
    ),
  );
  return log.map(({ done, at }) => ({ done: now.includes(done) ? done : (known.get(done) ?? done), at }));
}

/** The steps in short, and what is logged beside them. */
function chosenSentences(language: string, textsIn: TextsByLanguage['textsIn']): readonly string[] {
  return [
    ...Object.values(callWordsIn(language).emergency.logged),
    ...textsIn(language).emergency.steps.map(firstWords),
  ];
}
