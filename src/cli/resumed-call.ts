/** Prepares a saved call to go on: it is ours alone until it is released. */

import { transition } from '../interview/transition.ts';
import { callWordsIn } from '../interview/words/words.ts';
import { now } from '../io/clock.ts';
import { openSession, type Session } from '../io/sessions.ts';
import { stateFolder } from '../io/state-folder.ts';
import type { InterviewOptions } from './add-interview.ts';
import { languageFor } from './languages.ts';
import type { PreparedCall } from './prepared-call.ts';
import { notReady, type Ready, ready } from './ready.ts';
import { createRecorder } from './recorder.ts';
import { loadSavedCall } from './saved-call.ts';
import { explainSession } from './session-faults.ts';

/** Opens the journal, replays it and records that the call goes on. */
export async function resumedCall(id: string, options: InterviewOptions): Promise<Ready<PreparedCall>> {
  const session = openSession(stateFolder(), id);
  if (!session.ok) return notReady(explainSession(id, session.fault));
  const prepared = await continued(session, options);
  if (!prepared.ok) session.close();
  return prepared;
}

const RESUMED = { kind: 'resumed' } as const;

async function continued(session: Session, options: InterviewOptions): Promise<Ready<PreparedCall>> {
  const loaded = await loadSavedCall(session, options);
  if (!loaded.ok) return loaded;
  const { saved, ground, noticesIn } = loaded.value;
  const { entries } = saved.journal;
  const language = languageFor(ground.content.questionnaire, options.language ?? saved.state.language);
  if (!language.ok) return language;
  const at = now();
  const [resumed] = transition(saved.call, saved.state, RESUMED, at);
  const spoke = { kind: 'spoke', language: language.value } as const;
  const [state] = transition(saved.call, resumed, spoke, at);
  const recorder = createRecorder(entries.length, session, session.id);
  recorder.record(state === resumed ? [RESUMED] : [RESUMED, spoke], at);
  const torn = session.torn ? [callWordsIn(language.value).frame.torn] : [];
  return ready({
    ground,
    call: saved.call,
    state,
    recorder,
    release: session.close,
    notices: [...noticesIn(language.value), ...torn],
    mark: ({ frame }) => frame.resumed(session.id),
  });
}
