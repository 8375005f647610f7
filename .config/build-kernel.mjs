// Compiles the kernel of the scanner and writes its bytes into src/io/scan-kernel-bytes.ts, from where it is loaded.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const SOURCE = 'src/batch/kernel/scan.as';
const TARGET = `${root}src/io/scan-kernel-bytes.ts`;

/** The compiler. Its types would put AssemblyScript's own `console` in the place of Node's everywhere: they are left out. */
const COMPILER = ['assemblyscript', 'asc'].join('/');

/** No allocator and no memory of its own: it works in the memory that it is given. */
const OPTIONS = '-O3 --converge --noAssert --runtime stub --importMemory --noExportMemory --enable simd';

/** The compiled kernel. */
export async function compileKernel() {
  const { default: asc } = await import(COMPILER);
  const source = await readFile(`${root}${SOURCE}`, 'utf8');
  /** @type {Uint8Array | undefined} */
  let binary;
  // The compiler insists on a name that ends in `.ts`; on the disk that would make it TypeScript.
  const { error, stderr } = await asc.main(['kernel.ts', ...OPTIONS.split(' '), '--outFile', 'kernel.wasm'], {
    readFile: (/** @type {string} */ name) => (name === 'kernel.ts' ? source : null),
    writeFile: (/** @type {string} */ name, /** @type {unknown} */ content) => {
      if (name === 'kernel.wasm' && content instanceof Uint8Array) binary = content;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(`the kernel does not compile\n${stderr}`);
  return binary;
}

/**
 * The text of the file that holds the kernel.
 * @param {Uint8Array} binary
 */
export function kernelFile(binary) {
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return `/** The kernel of the scanner, compiled from ${SOURCE} by .config/build-kernel.mjs: ${binary.length} bytes, in base64. */
export const SCAN_KERNEL_BYTES =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, kernelFile(await compileKernel()));
