// Runs the benchmarks: `npm run bench` runs all of test/bench, `npm run bench -- diagrams` one of them.

import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const BENCHES = readdirSync(`${root}test/bench`).flatMap(
  (file) => /^(?<name>.+)\.bench\.ts$/.exec(file)?.groups?.name ?? [],
);

/** @param {string} name */
async function run(name) {
  const bundle = `${root}.bench-${process.pid}.mjs`;
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [`test/bench/${name}.bench.ts`],
      outfile: bundle,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    return spawnSync(process.execPath, [bundle], { cwd: root, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(bundle, { force: true });
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(', ')}; there are: ${BENCHES.join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : BENCHES) {
    console.log(`\n${name}`);
    process.exitCode = (await run(name)) || process.exitCode;
  }
}
