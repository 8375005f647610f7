/** Errors that nobody catches, thrown where a key, a signal or a timer called us. */

export interface Uncaught {
  /** Rejects with the first of them; never settles where there is none. */
  readonly happened: Promise<never>;
  /** Leaves them to Node again. */
  readonly close: () => void;
}

/** Takes them until closed: Node would print their messages, in which may stand what a caller said. */
export function takeUncaught(): Uncaught {
  let fail: (error: unknown) => void = () => {};
  const happened = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  happened.catch(() => {}); // whoever waits for it hears of it
  process.on('uncaughtException', fail);
  return { happened, close: () => process.off('uncaughtException', fail) };
}
