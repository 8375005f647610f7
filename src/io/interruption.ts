/** Signals by which a person or the system ends a call or a run in the middle. */

import type { EventEmitter } from 'node:events';
import { DEBUGGER, doNothing, ENDINGS } from './call-signals.ts';
import { endWithWindow, hangUp } from './closed-window.ts';

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

/** Milliseconds in which more signals are the same one: a closed window often sends it twice. */
const TOGETHER = 100;

/**
 * Takes Ctrl-C, a closed window and requests to end, until closed. A second Ctrl-C, and a little later anything else that asks
 * again, does what it always does: it ends the process, whatever that waits for. `endNow` does it where the system would leave
 * a core dump.
 */
export function interruptionBy(signals: EventEmitter = process, endNow = hangUp): Interruption {
  let isOver = false;
  let tell: (how: 'interrupted') => void = () => {};
  const happened = new Promise<'interrupted'>((resolve) => {
    tell = resolve;
  });
  const aborter = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const leave = (): void => {
    for (const ending of ALL) signals.off(ending, take);
    signals.on('SIGQUIT', endNow);
  };
  const take = (signal: NodeJS.Signals): void => {
    if (isOver) return;
    isOver = true;
    signals.off('SIGINT', take);
    timer = setTimeout(leave, TOGETHER);
    timer.unref();
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
      clearTimeout(timer);
      for (const ending of ALL) signals.off(ending, take);
      signals.off('SIGQUIT', endNow);
      signals.off(DEBUGGER, doNothing);
    },
  };
}
