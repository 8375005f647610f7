/** `intakeline calls hand-off`: what a program said about a caller, recorded after the call. */

import { isRefusal, LONGEST_NAME, lacksName, nextProgram } from '../interview/hand-off.ts';
import type { CallState } from '../interview/model.ts';
import { transition } from '../interview/transition.ts';
import { dayOf, now } from '../io/clock.ts';
import { openSession, type Session } from '../io/sessions.ts';
import { stateFolder } from '../io/state-folder.ts';
import type { HandOff } from '../questionnaire/hand-off.ts';
import { LONGEST_TEXT } from '../questionnaire/longest-text.ts';
import type { HandOffOptions } from './add-calls.ts';
import type { Content } from './content.ts';
import { offeredBy } from './offered-programs.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { createRecorder } from './recorder.ts';
import { type LoadedCall, loadSavedCall } from './saved-call.ts';
import { explainSession, sessionRemedy, writingFault } from './session-faults.ts';

/** Appends to the journal of a call, which is ours alone meanwhile. Nothing that was typed is repeated but the program's name. */
export async function recordHandOff(id: string, options: HandOffOptions): Promise<CommandResult> {
  const complaint = handOffComplaint(options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const session = openSession(stateFolder(), id);
  if (!session.ok) return couldNotRun(explainSession(id, session.fault));
  try {
    const loaded = await loadSavedCall(session, options);
    return loaded.ok ? recorded(session, loaded.value, options) : couldNotRun(loaded.notes);
  } finally {
    session.close();
  }
}

/** What the options lack, each with its remedy. */
function handOffComplaint({ program, outcome, acceptedBy, note = '' }: HandOffOptions): string | undefined {
  const by = acceptedBy ?? '';
  if (program.trim() === '') return 'intakeline: no program is named\n  name it with `--program`\n';
  if (lacksName({ outcome, by }))
    return 'intakeline: who accepted has to be known\n  say name or role with `--accepted-by`\n';
  if (program.length > LONGEST_NAME || by.length > LONGEST_NAME)
    return `intakeline: a name has at most ${LONGEST_NAME} characters\n  shorten it, and put the rest into \`--note\`\n`;
  if (note.length > LONGEST_TEXT) return `intakeline: a note has at most ${LONGEST_TEXT} characters\n  shorten it\n`;
  return undefined;
}

function recorded(session: Session, { saved, ground, noticesIn }: LoadedCall, options: HandOffOptions): CommandResult {
  const { call, state, journal } = saved;
  const handOff = handOffOf(options, ground.content);
  const at = now();
  const event = { kind: 'handed-off', handOff } as const;
  const [after] = transition(call, state, event, at);
  const recorder = createRecorder(journal.entries.length, session, session.id);
  recorder.record([event], at);
  const fault = recorder.unsaved();
  if (fault !== undefined)
    return couldNotRun(`intakeline: the hand-off is not saved: ${writingFault(fault)}\n  ${sessionRemedy(fault)}\n`);
  const next = isRefusal(handOff) ? nextOf({ call, ground }, after) : '';
  const notes = noticesIn('en')
    .map((note) => `${note}\n`)
    .join('');
  const content = `recorded in call ${session.id}: ${handOff.program}, ${handOff.outcome}\n${next}`;
  return { output: { kind: 'text', content }, notes, outcome: 'fine' };
}

/** A program of the directory by its id, with its name; any other one by the name that was typed. */
function handOffOf(options: HandOffOptions, { directory }: Content): HandOff {
  const { program, outcome, how, acceptedBy, appointment, note } = options;
  const known = directory.programs.find(({ id }) => id === program);
  return {
    program: known?.name ?? program.trim(),
    ...(known === undefined ? {} : { programId: known.id }),
    outcome,
    how,
    ...(acceptedBy === undefined ? {} : { by: acceptedBy.trim() }),
    ...(appointment === undefined ? {} : { appointment }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Whom to call next where a program does not take the caller: by the referral of the day of the call. */
function nextOf(from: Parameters<typeof offeredBy>[0], state: CallState): string {
  const next = nextProgram(offeredBy(from, dayOf(state.lastAt))(state), state.handOffs);
  if (next === undefined) return 'no other program of the referral is left: the summary names the national lines\n';
  return `next to try: ${next.name}${next.phone === undefined ? '' : `, ${next.phone}`} (\`${next.id}\`)\n`;
}
