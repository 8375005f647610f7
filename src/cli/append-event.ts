/** Adds what happened after a call to its journal. */

import { entryLine } from '../interview/journal.ts';
import type { CallEvent } from '../interview/model.ts';
import { readJournal } from '../interview/read-journal.ts';
import { now } from '../io/clock.ts';
import { openSession } from '../io/sessions.ts';
import { stateFolder } from '../io/state-folder.ts';
import { renderProblems } from '../render/problems.ts';
import { explainSession } from './session-faults.ts';

/** Appends an event to a saved call and flushes it; why that failed, undefined where it did not. Nobody else has the call open meanwhile. */
export function appendEvent(id: string, event: CallEvent): string | undefined {
  const session = openSession(stateFolder(), id);
  if (!session.ok) return explainSession(id, session.fault);
  try {
    const journal = readJournal(session.text, `call ${id}`);
    if (!journal.ok) return renderProblems(journal.problems);
    const fault = session.append(entryLine({ n: journal.value.entries.length + 1, at: now(), event }));
    return fault === undefined ? undefined : explainSession(id, fault);
  } finally {
    session.close();
  }
}
