/** Performs a call from screen to screen until it is left. */

import { respond, screenOf } from '../interview/dialogue.ts';
import type { Dialogue, Leave } from '../interview/dialogue-model.ts';
import type { Screen } from '../interview/screen.ts';
import { callWordsIn } from '../interview/words/words.ts';
import type { CallConsole } from '../io/call-console.ts';
import type { Recorder } from './recorder.ts';
import { writingFault } from './session-faults.ts';

/** What a call is performed with. */
export interface CallTools {
  readonly desk: CallConsole;
  readonly recorder: Recorder;
  /** The present moment, in milliseconds since 1970. */
  readonly now: () => number;
}

/** A call that was left: where it stands, and how. */
export interface LeftCall {
  readonly dialogue: Dialogue;
  readonly leave: Leave;
}

/** Shows one screen after the other. What happened is recorded before the next question; an emergency is on screen before that. */
export async function performCall(start: Dialogue, { desk, recorder, now }: CallTools): Promise<LeftCall> {
  let dialogue = start;
  let screen = screenOf(dialogue, now());
  for (;;) {
    const input = await desk.show(withWarning(screen, recorder));
    const at = now();
    const turn = respond(dialogue, input, at);
    dialogue = turn.dialogue;
    if (turn.leave === undefined) {
      screen = screenOf(dialogue, at);
      if (screen.isAlarm && turn.events.length > 0) desk.flash(screen);
    }
    recorder.record(turn.events, at);
    if (turn.leave !== undefined) return { dialogue, leave: turn.leave };
  }
}

/** Nobody hangs up on a caller because a disk is full; but it is said on every screen. */
function withWarning(screen: Screen, recorder: Recorder): Screen {
  const fault = recorder.unsaved();
  if (fault === undefined) return screen;
  const { frame, saving } = callWordsIn(screen.language);
  const warning = frame.unsaved(writingFault(fault, saving));
  return { ...screen, notices: [...screen.notices, warning] };
}
