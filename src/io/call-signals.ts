/** What the system tells a call that is under way: to end, to stop for a while, to go on. */

/** What is done about each. */
export interface SignalActions {
  /** Someone ends the process. */
  readonly end: () => void;
  /** The window was closed. */
  readonly hangUp: () => void;
  /** The shell takes the terminal. */
  readonly giveBack: () => void;
  /** The shell has given it back. */
  readonly takeOver: () => void;
}

export interface CallSignals {
  /** Stops the process and whatever runs with it, as Ctrl-Z does where the terminal acts on it. */
  readonly stop: () => void;
  readonly close: () => void;
}

/** How long it may take until a stop happens; a process that has no shell above it is never stopped. */
const STOP_WAIT = 50; // milliseconds

/** Listens to the system until closed. */
export function listenToSignals({ end, hangUp, giveBack, takeOver }: SignalActions): CallSignals {
  const endings = ['SIGINT', 'SIGTERM'] as const;
  let timer: NodeJS.Timeout | undefined;

  /** `whom` is a process; 0 stands for all that the shell runs as one job. */
  const stopNow = (whom: number): void => {
    giveBack();
    process.off('SIGTSTP', onStop);
    if (process.platform !== 'win32') process.kill(whom, 'SIGTSTP');
    // Stopped here, until SIGCONT.
    process.on('SIGTSTP', onStop);
    timer = setTimeout(takeOver, STOP_WAIT);
  };
  const onStop = (): void => stopNow(process.pid);
  const onContinue = (): void => {
    clearTimeout(timer);
    process.emit('SIGWINCH'); // Node notices another window size only when told
    giveBack(); // a process that was stopped from outside still thinks that it has the terminal
    takeOver();
  };

  for (const ending of endings) process.on(ending, end);
  process.on('SIGHUP', hangUp);
  process.on('SIGTSTP', onStop);
  process.on('SIGCONT', onContinue);
  return {
    stop: () => stopNow(0),
    close: () => {
      clearTimeout(timer);
      for (const ending of endings) process.off(ending, end);
      process.off('SIGHUP', hangUp);
      process.off('SIGTSTP', onStop);
      process.off('SIGCONT', onContinue);
    },
  };
}
