/** The log of an emergency, told apart from what was done in those before it. */

import type { CallState } from '../model.ts';

export interface EmergencyLog {
  readonly earlier: CallState['panelLog'];
  /** Since the panel on screen was opened; without one, since the call was stopped. */
  readonly now: CallState['panelLog'];
}

/** Only what is of the emergency on screen is done; a step of an earlier one has to be done again. */
export function emergencyLog({ isPanelOpen, panelFrom, stopFrom, panelLog }: CallState): EmergencyLog {
  const from = isPanelOpen ? panelFrom : stopFrom;
  return { earlier: panelLog.slice(0, from), now: panelLog.slice(from) };
}
