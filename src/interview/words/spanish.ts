/** What the screens of a call say in Spanish. */

import { SPANISH_COMMANDS } from './spanish-commands.ts';
import { SPANISH_EMERGENCY } from './spanish-emergency.ts';
import { SPANISH_FIELDS } from './spanish-fields.ts';
import { SPANISH_FRAME } from './spanish-frame.ts';
import { SPANISH_HAND_OFF } from './spanish-hand-off.ts';
import { SPANISH_LINES } from './spanish-lines.ts';
import { SPANISH_OVERRIDE } from './spanish-override.ts';
import { SPANISH_SAVING } from './spanish-saving.ts';
import { SPANISH_SCREENS } from './spanish-screens.ts';

import type { Words } from './words.ts';

export const SPANISH: Words = {
  languages: { en: 'inglés', es: 'español' },
  commands: SPANISH_COMMANDS,
  emergency: SPANISH_EMERGENCY,
  fields: SPANISH_FIELDS,
  frame: SPANISH_FRAME,
  handOff: SPANISH_HAND_OFF,
  lines: SPANISH_LINES,
  override: SPANISH_OVERRIDE,
  saving: SPANISH_SAVING,
  screens: SPANISH_SCREENS,
};
