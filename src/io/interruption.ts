/** Signals by which a person or the system ends a call or a run in the middle. */

import type { EventEmitter } from 'node:events';
import { DEBUGGER, doNothing, ENDINGS } from './call-signals.ts';
import { endWithWindow } from './closed-window.ts';

export interface Interruption {
  /** Resolves with the first signal; never where none comes. */
  readonly happened: Promise<'interrupted'>;
  readonly isOver: () => boolean;
  /** Aborted by the first signal, for what waits and can be broken off. */
  readonly signal: AbortSignal;
  /** Leaves the signals to whoever had them before. */
  readonly close: () => void;
}

const ALL = [...ENDINGS, 'SIGHUP'] as const;

/** Milliseconds in which another signal is the same one: a closed window often sends it twice. */
const TOGETHER = 100;

/**
 * Takes Ctrl-C, a closed window and requests to end, until closed. The next one ends the process, whatever it waits for: nobody
 * who asks twice is to be left with a process that only SIGKILL ends.
 */
export function interruptionBy(signals: EventEmitter = process, endNow = endProcess): Interruption {
  let isOver = false;
  let tell: (how: 'interrupted') => void = () => {};
  const happened = new Promise<'interrupted'>((resolve) => {
    tell = resolve;
  });
  const aborter = new AbortController();
  let armed = 0; // when another signal is another one
  const take = (signal: NodeJS.Signals): void => {
    if (isOver) {
      if (signal === 'SIGINT' || performance.now() > armed) endNow(signal); // two Ctrl-C are two
      return;
    }
    isOver = true;
    armed = performance.now() + TOGETHER;
    if (signal === 'SIGHUP' && signals === process) endWithWindow();
    aborter.abort();
    tell('interrupted');
  };
  for (const ending of ALL) signals.on(ending, take);
  signals.on(DEBUGGER, doNothing);
  return {
    happened,
    isOver: () => isOver,
    signal: aborter.signal,
    close: () => {
      for (const ending of ALL) signals.off(ending, take);
      signals.off(DEBUGGER, doNothing);
    },
  };
}

/** Does what the signal does where nobody listens; SIGQUIT would leave a core dump, in which stands what somebody said. */
function endProcess(signal: NodeJS.Signals): void {
  const way = signal === 'SIGQUIT' ? 'SIGTERM' : signal;
  process.removeAllListeners(way);
  process.kill(process.pid, way);
}
