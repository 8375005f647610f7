/** Going on in another language: nothing else changes, neither what is on screen nor what was typed. */

import type { Dialogue } from '../dialogue-model.ts';
import { folded } from '../folded.ts';
import { callWordsIn, languageName } from '../words/words.ts';
import { takenAway } from './overlay-moves.ts';
import { questionnaireOf } from './scripts.ts';
import type { Choice, Commands, Move } from './view.ts';

/** The command of every screen, where the questionnaire has another language. */
export function languageCommands(dialogue: Dialogue): Commands {
  return otherLanguages(dialogue).length === 0 ? {} : { language: (text) => languageMove(dialogue, text) };
}

/** A line of the menu for each other language; the menu goes with it. */
export function languageChoices(dialogue: Dialogue): readonly Choice[] {
  const { words } = dialogue.setting;
  return otherLanguages(dialogue).map((language) => ({
    id: `speak-${language}`,
    label: words.screens.language.changeTo(languageName(words, language)),
    synonyms: [language, languageName(callWordsIn(language), language)],
    move: { ...takenAway(dialogue), ...spoken(language) },
  }));
}

/** To the language that a text names by its code or its name, or to the next one. */
function languageMove(dialogue: Dialogue, text = ''): Move {
  const { language, words } = dialogue.setting;
  const wanted = folded(text.trim());
  const others = otherLanguages(dialogue);
  const [next] = others;
  const named = [...others, language].find((one) => namesOf(one, dialogue).includes(wanted));
  if (wanted !== '' && named === undefined) return { notices: [words.screens.language.other] };
  const to = named ?? next;
  return to === undefined || to === language ? {} : spoken(to);
}

function spoken(language: string): Move {
  return { events: [{ kind: 'spoke', language }] };
}

/** The questionnaire's other languages, the one that follows first. */
function otherLanguages(dialogue: Dialogue): readonly string[] {
  const { languages } = questionnaireOf(dialogue);
  const place = languages.indexOf(dialogue.setting.language);
  return [...languages.slice(place + 1), ...languages.slice(0, Math.max(0, place))];
}

/** Its code, its name in the language that is spoken, and its own name. */
function namesOf(language: string, { setting }: Dialogue): readonly string[] {
  return [language, languageName(setting.words, language), languageName(callWordsIn(language), language)].map(folded);
}
