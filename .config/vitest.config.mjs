import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { closingLine } from './closing-line.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  cacheDir: 'node_modules/.vite',
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**'],
    globalSetup: ['.config/build-once.mjs'],
    reporters: ['default', closingLine],
    testTimeout: 60_000,
    // One more than by default where there are two processors: the tests wait for nobody.
    maxWorkers: '100%',
  },
});
