// For each line of standard input, an id, opens the session at once and says whether it could; the line `close` closes it.

import { openSession, type Session } from '../../../src/io/sessions.ts';

const [folder = ''] = process.argv.slice(2);
let open: Session | undefined;
process.stdin.setEncoding('utf8').on('data', (lines) => {
  for (const line of String(lines).trim().split('\n')) {
    if (line === 'close') {
      open?.close();
      process.stdout.write('closed\n');
      continue;
    }
    const session = openSession(folder, line);
    open = session.ok ? session : undefined;
    process.stdout.write(session.ok ? 'opened\n' : `${session.fault.kind}\n`);
  }
});
process.stdout.write('ready\n');
