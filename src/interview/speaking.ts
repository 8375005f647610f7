/** What of a dialogue depends on the language that is spoken. */

import type { DialogueSetting } from './dialogue-model.ts';
import { callWordsIn } from './words/words.ts';

/** The setting of a dialogue in a language; the very same where that is spoken already. */
export function speaking(setting: DialogueSetting, language: string): DialogueSetting {
  if (setting.language === language) return setting;
  return { ...setting, language, texts: setting.textsIn(language), words: callWordsIn(language) };
}
