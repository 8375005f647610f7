import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRunning, ownProcess } from '../../src/io/running-process.ts';

const tellsStarts = existsSync('/proc/self/stat');

test('this process runs', () => {
  expect(ownProcess().pid).toBe(process.pid);
  expect(isRunning(ownProcess())).toBe(true);
});

test('a process that has ended does not run', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(isRunning({ pid, start: undefined })).toBe(false);
});

test.runIf(tellsStarts)('another process with the same number is not the one', () => {
  const { pid, start } = ownProcess();
  expect(start).toMatch(/^\d+$/);
  expect(isRunning({ pid, start: `${start}0` })).toBe(false);
  expect(isRunning({ pid, start: undefined })).toBe(true);
});

test.runIf(tellsStarts)('a process that has ended and waits for its parent does not run any more', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 20']); // what runs as sleep never asks for its children
  const [line] = await once(parent.stdout, 'data');
  const zombie = { pid: Number(String(line)), start: undefined };
  await expect.poll(() => isRunning(zombie), { timeout: 10_000 }).toBe(false);
  process.kill(zombie.pid, 0); // throws if it were gone altogether
  parent.kill();
});
