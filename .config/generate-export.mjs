// Writes a generated export: `node .config/generate-export.mjs ROWS SEED FILE [SHAPE]`, SHAPE being `intakes` (the default: the
// file that scoring is measured with), `intakes-with-line-ends` or `teds-a`.

import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { finished } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A module of test/bench, bundled: this version of Node runs no TypeScript.
 * @param {string} name */
async function load(name) {
  const folder = mkdtempSync(`${tmpdir()}/generate-export-`);
  try {
    const outfile = `${folder}/${name}.mjs`;
    await build({
      absWorkingDir: root,
      entryPoints: [`test/bench/${name}.ts`],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} shape */
async function shapeOf(shape) {
  if (shape === 'teds-a') {
    const codebook = readFileSync(`${root}test/fixtures/teds-a/codebook-frequencies.csv`, 'utf8');
    return (await load('generate-export-teds')).tedsExport(codebook, '2017');
  }
  return (await load('generate-export-intakes')).intakeExport({ lineEndsInNotes: shape === 'intakes-with-line-ends' });
}

const [rows, seed, file, shape = 'intakes'] = process.argv.slice(2);
if (file === undefined || !(Number(rows) >= 0) || !['intakes', 'intakes-with-line-ends', 'teds-a'].includes(shape)) {
  console.error('usage: node .config/generate-export.mjs ROWS SEED FILE [intakes | intakes-with-line-ends | teds-a]');
  process.exitCode = 2;
} else {
  const { generateExport } = await load('generate-export');
  const out = createWriteStream(file);
  for (const block of generateExport(await shapeOf(shape), { rows: Number(rows), seed: Number(seed) }))
    if (!out.write(block)) await once(out, 'drain');
  out.end();
  await finished(out);
}
