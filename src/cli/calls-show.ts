/** `intakeline calls show`: the referral summary of a saved call. */

import { dayOf } from '../io/clock.ts';
import { readSession } from '../io/sessions.ts';
import { stateFolder } from '../io/state-folder.ts';
import type { ShowOptions } from './add-calls.ts';
import { callResult } from './call-result.ts';
import { languageFor } from './languages.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { loadSavedCall } from './saved-call.ts';
import { savingComplaint } from './saving-complaint.ts';
import { explainSession } from './session-faults.ts';

/** Replays a call and prints what it comes to on the day it was taken, or on another one. */
export async function showCall(id: string, options: ShowOptions): Promise<CommandResult> {
  const complaint = await savingComplaint(options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const journal = readSession(stateFolder(), id);
  if (!journal.ok) return couldNotRun(explainSession(id, journal.fault));
  const loaded = await loadSavedCall({ text: journal.text, path: `call ${id}` }, options);
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const { saved, ground, notices } = loaded.value;
  const wanted = options.language ?? saved.state.language;
  const language = languageFor(ground.content.questionnaire, wanted);
  if (!language.ok) return couldNotRun(language.notes);
  const taken = { ...saved, ground, id, language: language.value };
  const result = await callResult(taken, options.today ?? dayOf(saved.state.lastAt), options);
  if (!result.ok) return couldNotRun(result.notes);
  const notes = notices.map((note) => `${note}\n`);
  return { output: result.value, notes: notes.join(''), outcome: 'fine' };
}
