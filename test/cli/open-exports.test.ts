import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { openExports } from '../../src/cli/open-exports.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bytes of buffers that are still held when everything else was let go. */
function bufferBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().arrayBuffers;
}

test('of a file that is read later nothing is kept but how it is written', async () => {
  const paths = Array.from({ length: 300 }, (_, index) => {
    const path = join(folder, `day-${index}.csv`);
    writeFileSync(path, 'age,role\n34,self\n');
    return path;
  });
  const before = bufferBytes();
  const opened = await openExports(paths, { header: true });
  if (!opened.ok) throw new Error(opened.notes);
  expect(bufferBytes() - before).toBeLessThan(2 << 20); // 64 KiB of each would be 19 MB
  expect(opened.value.heads).toHaveLength(paths.length);
  const read: string[] = [];
  for await (const { path, source } of opened.value.inputs()) {
    const bytes = Buffer.alloc(100);
    read.push(path, bytes.toString('utf8', 0, await source.read(bytes)));
    source.close();
  }
  expect(read).toEqual(paths.flatMap((path) => [path, '34,self\n']));
});
