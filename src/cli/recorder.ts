/** Keeps what happens in a call: each event is in the journal, on disk, before the next question. */

import { entryLine } from '../interview/journal.ts';
import type { CallEvent } from '../interview/model.ts';
import type { LineWriter } from '../io/line-writer.ts';
import type { Faulty, SessionFault } from '../io/session-fault.ts';
import type { Session } from '../io/sessions.ts';

export interface Recorder {
  /** Records what happened at a time, in milliseconds since 1970; with nothing new, tries again what could not be saved. */
  readonly record: (events: readonly CallEvent[], at: number) => void;
  /** Why not everything that happened is saved; undefined where it is, or need not be. */
  readonly unsaved: () => SessionFault | undefined;
  /** Id of the saved call; undefined where nothing is saved so far, or need be. */
  readonly id: () => string | undefined;
}

/** Records in a journal that holds so many events. What cannot be written waits in the writer, so that there is never a gap. */
export function createRecorder(written: number, writer: Pick<LineWriter, 'append'>, id?: string): Recorder {
  let fault: SessionFault | undefined;
  const lines = numberedLines(written);
  return {
    record: (events, at) => {
      const text = lines(events, at);
      if (text !== '' || fault !== undefined) fault = writer.append(text);
    },
    unsaved: () => fault,
    id: () => id,
  };
}

/** A new call, of which the journal may have to wait until there is room for it. */
export interface BegunCall {
  readonly recorder: Recorder;
  /** Lets others open the call. */
  readonly release: () => void;
}

/**
 * Begins a journal and records in it. Where it cannot be begun, what happens is kept and every record tries again, so that a
 * call is saved as soon as it can be.
 */
export function beginRecording(begin: (lines: string) => Session | Faulty): BegunCall {
  const lines = numberedLines(0);
  let waiting = '';
  let session = begin('');
  let fault = session.ok ? undefined : session.fault;
  const write = (text: string): SessionFault | undefined => {
    if (session.ok) return session.append(text);
    waiting += text;
    session = begin(waiting);
    return session.ok ? undefined : session.fault;
  };
  return {
    recorder: {
      record: (events, at) => {
        const text = lines(events, at);
        if (text !== '' || fault !== undefined) fault = write(text);
      },
      unsaved: () => fault,
      id: () => (session.ok ? session.id : undefined),
    },
    release: () => {
      if (session.ok) session.close();
    },
  };
}

/** Records nothing: an example call. */
export function noRecorder(): Recorder {
  return { record: () => {}, unsaved: () => undefined, id: () => undefined };
}

/** The lines of events, numbered on from those that are written. */
function numberedLines(written: number): (events: readonly CallEvent[], at: number) => string {
  let count = written;
  return (events, at) => events.map((event) => entryLine({ n: ++count, at, event })).join('');
}
