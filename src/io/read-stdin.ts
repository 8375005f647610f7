/** Reading standard input to its end. */

import type { FileText } from '../problems/file-fault.ts';
import { Interrupted } from './interrupted.ts';
import { faultOf, LARGEST_FILE, textOf } from './read-file.ts';

/** Reads standard input as UTF-8 text, bounded like a file; Ctrl-C while it waits throws `Interrupted`. */
export async function readStdin(limit: number = LARGEST_FILE): Promise<FileText> {
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    process.stdin.destroy();
  };
  process.once('SIGINT', interrupt);
  try {
    const bytes = await collect(limit);
    if (interrupted) throw new Interrupted();
    return bytes === undefined ? { ok: false, fault: { kind: 'too-large', limit } } : textOf(bytes);
  } catch (error) {
    if (interrupted) throw new Interrupted();
    return { ok: false, fault: faultOf(error) };
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

async function collect(limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    total += bytes.length;
    if (total > limit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, total);
}
