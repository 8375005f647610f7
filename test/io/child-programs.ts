/** Small programs around the sources, run as processes of their own. */

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles a program of test/io/children into a folder; the path to run with node. */
export async function childProgram(name: string, folder: string): Promise<string> {
  const outfile = `${folder}/${name}.mjs`;
  await build({
    entryPoints: [fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return outfile;
}
