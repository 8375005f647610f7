/** Signals by which a person or the system ends a call in the middle. */

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

/** Takes Ctrl-C, a closed window and requests to end, until closed. A second Ctrl-C does what it always does: it ends the process. */
export function interruptionBy(signals: EventEmitter = process): Interruption {
  let isOver = false;
  let tell: (how: 'interrupted') => void = () => {};
  const happened = new Promise<'interrupted'>((resolve) => {
    tell = resolve;
  });
  const aborter = new AbortController();
  const take = (): void => {
    isOver = true;
    aborter.abort();
    tell('interrupted');
  };
  const takeHangUp = (): void => {
    if (signals === process) endWithWindow();
    take();
  };
  for (const ending of ENDINGS) {
    if (ending === 'SIGINT') signals.once(ending, take);
    else signals.on(ending, take);
  }
  signals.on('SIGHUP', takeHangUp); // a closed window often sends it twice
  signals.on(DEBUGGER, doNothing);
  return {
    happened,
    isOver: () => isOver,
    signal: aborter.signal,
    close: () => {
      for (const ending of ENDINGS) signals.off(ending, take);
      signals.off('SIGHUP', takeHangUp);
      signals.off(DEBUGGER, doNothing);
    },
  };
}
