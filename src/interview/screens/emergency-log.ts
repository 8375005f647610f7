/** The log of an emergency, told apart from what was done in those before it, in the language that is spoken now. */

import type { Dialogue } from '../dialogue-model.ts';
import { loggedIn } from '../logged-sentence.ts';
import type { CallState } from '../model.ts';

type Log = CallState['panelLog'];

export interface EmergencyLog {
  readonly earlier: Log;
  /** Since the panel on screen was opened; without one, since the call was stopped. */
  readonly now: Log;
}

/** Only what is of the emergency on screen is done; a step of an earlier one has to be done again. */
export function emergencyLog(dialogue: Dialogue): EmergencyLog {
  const { isPanelOpen, panelFrom, stopFrom } = dialogue.state;
  const from = isPanelOpen ? panelFrom : stopFrom;
  const log = wholeLog(dialogue);
  return { earlier: log.slice(0, from), now: log.slice(from) };
}

/** Everything that was logged: a step that was ticked while another language was spoken is the same step. */
export function wholeLog({ setting, state }: Dialogue): Log {
  return loggedIn(setting.language, state.panelLog, setting);
}
