/** Ending when the terminal is gone. */

/**
 * Lets the process end by the signal that a closed window sends, once everything is saved. Ended in the usual way, Node 20
 * aborts: it cannot give back a terminal that is gone (nodejs/node#51519). An abort may leave the call's memory on disk.
 */
export function endWithWindow(): void {
  process.once('exit', hangUp);
}

/** Ends the process at once, as by a closed window: without the core dump that SIGQUIT would leave, in which stands what was said. */
export function hangUp(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}
