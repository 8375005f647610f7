// Goes on with a session and says each number once its line is on disk: `node write-until-killed.js FOLDER ID COUNT`.

import { writeSync } from 'node:fs';
import { entryLine } from '../../../src/interview/journal.ts';
import { openSession } from '../../../src/io/sessions.ts';

const [folder = '', id = '', count = ''] = process.argv.slice(2);
const session = openSession(folder, id);
if (!session.ok) throw new Error(session.fault.kind);
for (let n = Number(count) + 1; ; n += 1) {
  const event = { kind: 'noted', text: 'x'.repeat(n % 5000) } as const;
  const fault = session.append(entryLine({ n, at: 0, event }));
  if (fault !== undefined) throw new Error(fault.kind);
  say(`${n}\n`);
}

/** Waits while nobody reads: on a busy machine the pipe can be full. */
function say(text: string): void {
  for (;;) {
    try {
      writeSync(1, text);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
