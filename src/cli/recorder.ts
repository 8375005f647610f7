/** Keeps what happens in a call: each event is in the journal, on disk, before the next question. */

import { entryLine } from '../interview/journal.ts';
import type { CallEvent } from '../interview/model.ts';
import type { LineWriter } from '../io/line-writer.ts';
import type { SessionFault } from '../io/session-fault.ts';

export interface Recorder {
  /** Records what happened at a time, in milliseconds since 1970; with nothing new, tries again what could not be saved. */
  readonly record: (events: readonly CallEvent[], at: number) => void;
  /** Why not everything that happened is saved; undefined where it is, or need not be. */
  readonly unsaved: () => SessionFault | undefined;
}

/** Records in a journal that holds so many events. What cannot be written waits in the writer, so that there is never a gap. */
export function createRecorder(written: number, writer: Pick<LineWriter, 'append'>): Recorder {
  let count = written;
  let fault: SessionFault | undefined;
  return {
    record: (events, at) => {
      const lines = events.map((event) => entryLine({ n: ++count, at, event }));
      if (lines.length > 0 || fault !== undefined) fault = writer.append(lines.join(''));
    },
    unsaved: () => fault,
  };
}

/** Records nothing: an example call, or a call for which there is nowhere to save it. */
export function noRecorder(fault?: SessionFault): Recorder {
  return { record: () => {}, unsaved: () => fault };
}
