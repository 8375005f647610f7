import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { closingLine } from './closing-line.mjs';

// What needs programs from outside npm: tmux, chromium, GNU parallel, Python, zsh, fish, mandoc.
export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  cacheDir: 'node_modules/.vite',
  test: {
    include: ['test/system/**/*.test.ts'],
    globalSetup: ['.config/build-once.mjs'],
    reporters: ['default', closingLine],
    testTimeout: 60_000,
  },
});
