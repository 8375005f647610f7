/** A call that is ready for its first screen, with somewhere to save it. */

import type { Coach } from '../interview/dialogue-model.ts';
import type { Call, CallState } from '../interview/model.ts';
import type { Words } from '../interview/words/words.ts';
import type { CallGround } from './call-ground.ts';
import type { Recorder } from './recorder.ts';

export interface PreparedCall {
  readonly ground: CallGround;
  readonly call: Call;
  readonly state: CallState;
  readonly recorder: Recorder;
  /** Lets others open the call. */
  readonly release: () => void;
  /** What is to be said with the first screen. */
  readonly notices: readonly string[];
  /** Stands in every header. */
  readonly mark?: (words: Words) => string;
  readonly coach?: Coach;
}

/** What a summary calls a call that could not be saved, and one that need not be. */
export const UNSAVED = 'not-saved';
export const EXAMPLE = 'example';
