/** `intakeline interview`: a call from the first question to the referral summary. */

import { startDialogue } from '../interview/dialogue.ts';
import { localTime, now, today } from '../io/clock.ts';
import { type CallStreams, callStreams, isTyped } from '../io/standard-streams.ts';
import { takeUncaught } from '../io/uncaught.ts';
import type { InterviewOptions } from './add-interview.ts';
import { openDesk } from './call-desk.ts';
import { type LeftCall, performCall } from './call-loop.ts';
import { callResult } from './call-result.ts';
import { callWordsFor } from './call-words.ts';
import { closingNotes } from './closing-notes.ts';
import { announce } from './deliver.ts';
import { namesNobody } from './names-nobody.ts';
import { offeredBy } from './offered-programs.ts';
import { type CommandResult, couldNotRun, type Outcome } from './outcome.ts';
import { EXAMPLE, type PreparedCall, UNSAVED } from './prepared-call.ts';
import { rehearseOnce } from './rehearsal.ts';
import { savingComplaint } from './saving-complaint.ts';

/** Takes a new call, goes on with a saved one, or lets an example caller answer. */
export async function interview(options: InterviewOptions, streams = callStreams()): Promise<CommandResult> {
  const complaint = await savingComplaint(options, { answers: '-' });
  if (complaint !== undefined) return couldNotRun(complaint);
  const unclear = namesNobody(options);
  if (unclear !== undefined) return couldNotRun(unclear);
  const prepared = await prepare(options);
  if (!prepared.ok) return couldNotRun(prepared.notes);
  const call = prepared.value;
  let left: LeftCall | undefined;
  try {
    left = await taken(call, options, streams);
    return await resultOf(call, left, options);
  } finally {
    // A fault of ours is reported elsewhere; that the call is not lost is said here.
    if (left === undefined) await announce(closingNotes(call, 'interrupted', options));
    call.release();
  }
}

/** What only one way to begin needs is loaded there. */
async function prepare(options: InterviewOptions) {
  const { resume } = options;
  return resume === undefined
    ? (await import('./new-call.ts')).newCall(options)
    : (await import('./resumed-call.ts')).resumedCall(resume, options);
}

/** Performs the call; whatever happens, also where no promise waits for it, the terminal is given back. */
async function taken(prepared: PreparedCall, options: InterviewOptions, streams: CallStreams): Promise<LeftCall> {
  const { ground, call, state, recorder, notices, mark, coach } = prepared;
  const dialogue = startDialogue({
    call,
    state,
    textsIn: callWordsFor(ground.content),
    offered: offeredBy({ ground, call }, options.today ?? today()),
    notices,
    mark,
    coach,
    today: options.today ?? today(),
    clock: localTime,
  });
  const { plain, color } = options;
  const desk = await openDesk({ plain, color, isExample: coach !== undefined }, streams);
  const uncaught = takeUncaught();
  let isOver = false;
  try {
    const left = performCall(dialogue, { desk, recorder, now });
    // Whatever goes wrong in a rehearsal, the call goes on.
    if (isTyped(streams)) void rehearseOnce(dialogue, () => isOver).catch(() => {});
    return await Promise.race([left, uncaught.happened]);
  } finally {
    isOver = true;
    desk.close();
    uncaught.close();
  }
}

/** Sums up a call that is over or was cut off, and one that cannot be gone back to; one that is laid aside has time. */
async function resultOf(
  prepared: PreparedCall,
  { dialogue, leave }: LeftCall,
  options: InterviewOptions,
): Promise<CommandResult> {
  const { ground, call, recorder, coach } = prepared;
  recorder.record([], now()); // the disk may have room again
  const id = recorder.id() ?? (coach === undefined ? UNSAVED : EXAMPLE);
  const closing = closingNotes(prepared, leave, options);
  const isLaidAside = leave === 'paused' || leave === 'interrupted';
  const outcome = leave === 'interrupted' ? 'interrupted' : savedOutcome(prepared);
  if (isLaidAside && recorder.unsaved() === undefined) return { output: undefined, notes: closing, outcome };
  const { state } = dialogue;
  const taken = { ground, call, state, id, language: state.language };
  const result = await callResult(taken, options.today ?? today(), options);
  if (!result.ok) return couldNotRun(result.notes + closing);
  const { output, notes = '', disclosure } = result.value;
  const unrecorded = disclosure === undefined ? '' : notWrittenDown(id, recorder.id() !== undefined);
  return { output, notes: '', closing: notes + unrecorded + closing, outcome };
}

/** The document is made while the call is still open here; what is given to somebody is shown, and recorded, by another command. */
function notWrittenDown(id: string, isSaved: boolean): string {
  const how = isSaved ? `give the one of \`intakeline calls show ${id} --for …\`, which writes it down` : UNWRITTEN;
  return `nothing is written down of this disclosure: ${how}\n`;
}

const UNWRITTEN = 'the call is not saved, so keep a record of it yourself';

/** A call that nobody can go back to is something wrong, though it was taken to its end. */
function savedOutcome({ recorder }: PreparedCall): Outcome {
  return recorder.unsaved() === undefined ? 'fine' : 'found-something';
}
