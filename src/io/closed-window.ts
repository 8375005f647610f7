/** Ending when the terminal is gone. */

/**
 * Lets the process end by the signal that a closed window sends, once everything is saved. Ended in the usual way, Node 20
 * aborts: it cannot give back a terminal that is gone (nodejs/node#51519). An abort may leave the call's memory on disk.
 */
export function endWithWindow(): void {
  process.once('exit', () => {
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  });
}
