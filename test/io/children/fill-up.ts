// Writes until the system takes no more, then has room made, and says how it went: `node fill-up.js FOLDER`.

import { execFileSync } from 'node:child_process';
import { createSession } from '../../../src/io/sessions.ts';

const [folder = ''] = process.argv.slice(2);
const line = (n: number): string => `{"n":${n},"fill":"${'x'.repeat(190)}"}\n`;
const session = createSession(folder, () => line(0));
if (!session.ok) throw new Error(session.fault.kind);
let n = 0;
let fault: ReturnType<typeof session.append>;
do {
  n += 1;
  fault = session.append(line(n));
} while (fault === undefined);
const again = session.append(line(n + 1));
const { readFileSync } = await import('node:fs');
const whenFull = readFileSync(session.path, 'utf8').trimEnd().split('\n').length;
execFileSync('prlimit', [`--pid=${process.pid}`, '--fsize=unlimited']);
const later = session.append(line(n + 2));
process.stdout.write(JSON.stringify({ path: session.path, failedAt: n, fault, again, whenFull, later: later ?? null }));
