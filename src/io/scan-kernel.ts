/** Runs the compiled kernel of the scanner. */

import type { ScanKernel } from '../batch/kernel-scanner.ts';
import { SCAN_KERNEL_BYTES } from './scan-kernel-bytes.ts';

/** What is used of it; Node's types leave it to those of browsers. */
declare const WebAssembly: {
  readonly validate: (binary: Uint8Array) => boolean;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (binary: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Omit<ScanKernel, 'buffer'> };
};

const PAGE = 1 << 16;

/** An instance of the kernel with at least so many bytes of zeroed memory; undefined where the machine has no SIMD. */
export function loadScanKernel(bytes: number): ScanKernel | undefined {
  const binary = Buffer.from(SCAN_KERNEL_BYTES, 'base64');
  if (!WebAssembly.validate(binary)) return undefined;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { scan, learn, cut } = new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { memory } }).exports;
  return { buffer: memory.buffer, scan, learn, cut };
}
