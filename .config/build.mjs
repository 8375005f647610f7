// Builds dist/: the program as few files that load on demand, what it prints ahead, and the content, already parsed.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildContent } from './build-content.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds everything; what was there before is gone. */
export async function buildAll() {
  await rm(`${root}dist`, { recursive: true, force: true });
  await mkdir(`${root}dist`, { recursive: true });
  await bundle();
  await writeFile(`${root}dist/printed.json`, JSON.stringify(await printedTexts(), null, 2));
  await writeFile(`${root}dist/content.json`, JSON.stringify(await buildContent(root)));
}

async function bundle() {
  await build({
    absWorkingDir: root,
    entryPoints: { run: 'src/cli/run.ts', program: 'src/cli/program.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.17',
    // Names stay, so that a stack says where; white space goes, because the parser reads every byte at each start.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    // Some dependencies are CommonJS inside and still ask for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
  });
}

/** The texts that are answered before the program is loaded, printed by the program itself. */
async function printedTexts() {
  const { performCommand } = await import(`${root}dist/program.js?${Date.now()}`);
  /** @type {Record<string, string>} */
  const texts = {};
  for (const word of ['--help', '-h', '--version', '-V']) {
    const { output } = await performCommand([word]);
    texts[word] = output.content;
  }
  return texts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
