/** Signals by which a person or the system ends a call in the middle. */

import type { EventEmitter } from 'node:events';

export interface Interruption {
  /** Resolves with the first signal; never where none comes. */
  readonly happened: Promise<'interrupted'>;
  readonly isOver: () => boolean;
  /** Leaves the signals to whoever had them before. */
  readonly close: () => void;
}

/** Takes Ctrl-C, a closed window and a request to end, until closed. A second Ctrl-C does what it always does: it ends the process. */
export function interruptionBy(signals: EventEmitter): Interruption {
  let isOver = false;
  let tell: (how: 'interrupted') => void = () => {};
  const happened = new Promise<'interrupted'>((resolve) => {
    tell = resolve;
  });
  const take = (): void => {
    isOver = true;
    tell('interrupted');
  };
  signals.once('SIGINT', take);
  // A closed window often sends its signal twice.
  for (const signal of LASTING) signals.on(signal, take);
  return {
    happened,
    isOver: () => isOver,
    close: () => {
      for (const signal of ['SIGINT', ...LASTING]) signals.off(signal, take);
    },
  };
}

const LASTING = ['SIGTERM', 'SIGHUP'] as const;
