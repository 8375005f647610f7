/** Unpacking gzip while it is read, with nothing lost at its end. */

import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';
import { BrokenInput } from './broken-input.ts';
import { type ByteSource, fromChunks } from './byte-source.ts';
import { errorCode } from './error-code.ts';

/** The first two bytes of a gzip file (RFC 1952). */
export const GZIP_MAGIC: readonly number[] = [0x1f, 0x8b];

const PIECE = 1 << 18; // bytes, packed and unpacked

/**
 * The unpacked bytes of a source. Several members one after another are one file, as they are for gzip itself; anything behind
 * the last one is a fault, because nobody can tell what it was, but for the zeros with which tapes and uploads fill a block.
 */
export function gunzipped(packed: ByteSource): ByteSource {
  const gunzip = createGunzip({ chunkSize: PIECE });
  const fed = feed(packed, gunzip);
  const chunks = gunzip[Symbol.asyncIterator]();
  const next = async (): Promise<Uint8Array | undefined> => {
    try {
      const result = await chunks.next();
      if (result.done !== true) return result.value;
    } catch (error) {
      throw error instanceof BrokenInput ? error : gzipFault(error, packed.taken());
    }
    if (gunzip.bytesWritten >= (await fed)) return undefined;
    throw new BrokenInput({ kind: 'gzip', what: 'trailing' });
  };
  return fromChunks(next, {
    taken: packed.taken,
    size: packed.size,
    close: () => {
      gunzip.destroy();
      packed.close();
    },
  });
}

/** Gives the packed bytes to the unpacker as fast as it takes them; how many they were, zeros at the end not counted. */
async function feed(packed: ByteSource, gunzip: Gunzip): Promise<number> {
  const isOver = once(gunzip, 'close').then(doNothing, doNothing);
  let total = 0;
  let filled = 0;
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE);
      const count = await packed.read(piece);
      const last = piece.subarray(0, count).findLastIndex((byte) => byte !== 0);
      if (last !== -1) filled = total + last + 1;
      total += count;
      if (count === 0) break;
      if (gunzip.destroyed || gunzip.readableEnded) continue; // what follows the end is only counted
      if (!gunzip.write(piece.subarray(0, count))) await Promise.race([once(gunzip, 'drain').catch(doNothing), isOver]);
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : undefined);
  }
  return filled;
}

/** What is said of bytes that do not begin as gzip does; the first ones did (openInput), so that they stand behind a member. */
const NO_GZIP = 'incorrect header check';

/** Whatever ends too early was read to its end; of the piece in which it failed, the unpacker counts no byte. */
function gzipFault(error: unknown, offset: number): BrokenInput {
  if (errorCode(error) === 'Z_BUF_ERROR') return new BrokenInput({ kind: 'gzip', what: 'truncated', offset });
  const isBehind = error instanceof Error && error.message === NO_GZIP;
  return new BrokenInput({ kind: 'gzip', what: isBehind ? 'trailing' : 'damaged' });
}

function doNothing(): void {}
