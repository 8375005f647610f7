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

/** Requests to end the process. Unanswered, SIGQUIT would leave a core dump, in which stands what the caller said. */
export const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGQUIT'] as const;

/** Unanswered, Node opens its debugger to everybody on the machine: whoever asks there reads the call. */
export const DEBUGGER = 'SIGUSR1';

/** How long it may take until a stop happens; a process that has no shell above it is never stopped. */
const STOP_WAIT = 50; // milliseconds

/** Listens to the system until closed. */
export function listenToSignals({ end, hangUp, giveBack, takeOver }: SignalActions): CallSignals {
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

  const listeners = [
    ...ENDINGS.map((ending) => [ending, end] as const),
    ['SIGHUP', hangUp] as const,
    [DEBUGGER, doNothing] as const,
    ['SIGTSTP', onStop] as const,
    ['SIGCONT', onContinue] as const,
  ];
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return {
    stop: () => stopNow(0),
    close: () => {
      clearTimeout(timer);
      for (const [signal, listener] of listeners) process.off(signal, listener);
    },
  };
}

/** What is done about a signal that has to be answered so that Node does not. */
export function doNothing(): void {}
