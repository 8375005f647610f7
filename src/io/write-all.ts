import { write } from 'node:fs';
import { promisify } from 'node:util';

const writeSome = promisify(write);

/** Writes all bytes to an open file: the system may take fewer than it is given, as it does before a disk is full. Tells how many. */
export async function writeAll(
  file: number,
  bytes: Uint8Array,
  onWritten: (count: number) => void = () => {},
): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await writeSome(file, bytes, written, bytes.length - written, null);
    written += bytesWritten;
    onWritten(bytesWritten);
  }
}
