import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileKernel, kernelFile } from '../../.config/build-kernel.mjs';
import { loadScanKernel } from '../../src/io/scan-kernel.ts';

test('the kernel is what its source compiles to (node .config/build-kernel.mjs rebuilds it)', async () => {
  const binary = await compileKernel();
  expect(readFileSync('src/io/scan-kernel-bytes.ts', 'utf8')).toBe(kernelFile(binary));
  expect(binary.length).toBeLessThan(3072);
}, 60_000);

test('a kernel has as much memory as it was asked for', () => {
  expect(loadScanKernel(200_000)?.buffer.byteLength).toBe(4 * 65536);
});
