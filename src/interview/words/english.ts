/** What the screens of a call say in English. */

import { ENGLISH_COMMANDS } from './english-commands.ts';
import { ENGLISH_EMERGENCY } from './english-emergency.ts';
import { ENGLISH_FIELDS } from './english-fields.ts';
import { ENGLISH_FRAME } from './english-frame.ts';
import { ENGLISH_HAND_OFF } from './english-hand-off.ts';
import { ENGLISH_LINES } from './english-lines.ts';
import { ENGLISH_OVERRIDE } from './english-override.ts';
import { ENGLISH_SAVING } from './english-saving.ts';
import { ENGLISH_SCREENS } from './english-screens.ts';

export const ENGLISH = {
  /** The names of the languages that a call may be in. */
  languages: { en: 'English', es: 'Spanish' },
  commands: ENGLISH_COMMANDS,
  emergency: ENGLISH_EMERGENCY,
  fields: ENGLISH_FIELDS,
  frame: ENGLISH_FRAME,
  handOff: ENGLISH_HAND_OFF,
  lines: ENGLISH_LINES,
  override: ENGLISH_OVERRIDE,
  saving: ENGLISH_SAVING,
  screens: ENGLISH_SCREENS,
};
