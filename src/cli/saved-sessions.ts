/** The files of the saved calls, as the commands that take several calls find them. */

import { type ListedSession, listSessions } from '../io/sessions.ts';
import { stateFolder } from '../io/state-folder.ts';
import { explainFolder, missingCalls } from './session-faults.ts';

export type SavedSessions =
  | { readonly ok: true; readonly folder: string; readonly sessions: readonly ListedSession[] }
  | { readonly ok: false; readonly notes: string };

/** Every saved call, by id; or what to say where they cannot be read, or where one of the wanted ids is not among them. */
export function savedSessions(wanted: readonly string[]): SavedSessions {
  const folder = stateFolder();
  const list = listSessions(folder);
  if (!list.ok) return { ok: false, notes: explainFolder(folder, list.fault) };
  const missing = wanted.filter((id) => !list.sessions.some((one) => one.id === id));
  return missing.length > 0 ? { ok: false, notes: missingCalls(missing) } : list;
}
