/** `intakeline calls show`: the referral summary of a saved call. */

import type { Disclosure } from '../interview/model.ts';
import { dayOf } from '../io/clock.ts';
import { readSession } from '../io/sessions.ts';
import { stateFolder } from '../io/state-folder.ts';
import type { ShowOptions } from './add-calls.ts';
import { callResult } from './call-result.ts';
import { englishNote, languageFor } from './languages.ts';
import { namesNobody } from './names-nobody.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { notReady, type Ready, ready } from './ready.ts';
import { loadSavedCall } from './saved-call.ts';
import { savingComplaint } from './saving-complaint.ts';
import { explainSession } from './session-faults.ts';

/** Replays a call and prints what it comes to on the day it was taken, or on another one. */
export async function showCall(id: string, options: ShowOptions): Promise<CommandResult> {
  const complaint = await savingComplaint(options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const unclear = namesNobody(options);
  if (unclear !== undefined) return couldNotRun(unclear);
  const journal = readSession(stateFolder(), id);
  if (!journal.ok) return couldNotRun(explainSession(id, journal.fault));
  const loaded = await loadSavedCall({ text: journal.text, path: `call ${id}` }, options);
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const { saved, ground, noticesIn } = loaded.value;
  const wanted = options.language ?? saved.state.language;
  const language = languageFor(ground.content.questionnaire, wanted);
  if (!language.ok) return couldNotRun(language.notes);
  const taken = { ...saved, ground, id, language: language.value };
  const result = await callResult(taken, options.today ?? dayOf(saved.state.lastAt), options);
  if (!result.ok) return couldNotRun(result.notes);
  const { output, notes: said = '', disclosure } = result.value;
  const recorded = disclosure === undefined ? ready('') : await recordDisclosure(id, disclosure);
  if (!recorded.ok) return couldNotRun(recorded.notes);
  const notes = [...noticesIn('en').map((note) => `${note}\n`), englishNote(language.value), said, recorded.value];
  return { output, notes: notes.join(''), outcome: 'fine' };
}

/**
 * Written down before the document is shown: one that was made and not given is found in the record, the other way round nobody would
 * know. Only what an emergency needs does not wait for it.
 */
async function recordDisclosure(id: string, disclosure: Disclosure): Promise<Ready<string>> {
  const { appendEvent } = await import('./append-event.ts');
  const fault = appendEvent(id, { kind: 'disclosed', disclosure });
  if (fault === undefined) return ready(writtenDown(id, disclosure));
  if (disclosure.basis !== 'emergency') return notReady(fault);
  return ready(
    `${fault}not written down in call \`${id}\`: show it again as soon as that is possible, with the same options\n`,
  );
}

function writtenDown(id: string, { to, by }: Disclosure): string {
  const missing = [
    ...(to === undefined ? [{ who: 'who received it', option: '`--to`' }] : []),
    ...(by === undefined ? [{ who: 'who gave it', option: '`--by`' }] : []),
  ];
  if (missing.length === 0) return `written down in call \`${id}\`: to whom it was given, and by whom\n`;
  const listed = (key: 'who' | 'option'): string => missing.map((one) => one[key]).join(' and ');
  return `written down in call \`${id}\`, without ${listed('who')}\n  give the same command with ${listed('option')} to add it\n`;
}
