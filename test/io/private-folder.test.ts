import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookAtPrivateFolder } from '../../src/io/openness.ts';

test('a file that others can read is counted, the lock of a call that is being taken is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-private-'));
  symlinkSync('123', join(folder, 'call.lock-1'));
  writeFileSync(join(folder, 'own.jsonl'), '', { mode: 0o600 });
  expect(lookAtPrivateFolder(folder, '.jsonl').openFiles).toBe(0);
  writeFileSync(join(folder, 'open.jsonl'), '', { mode: 0o644 });
  expect(lookAtPrivateFolder(folder, '.jsonl').openFiles).toBe(1);
  rmSync(folder, { recursive: true });
});
