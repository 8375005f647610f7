/** The fastest scanner that the machine can run. */

import { createKernelScanner, type LoadKernel } from './kernel-scanner.ts';
import { createPlainScanner } from './plain-scanner.ts';
import type { Scanner, ScanPlan } from './scanner.ts';
import { SCANNER_SIZES, type ScannerSizes } from './scanner-sizes.ts';

/** Makes a scanner with memory of its own: the kernel, or plain code where it cannot be loaded. */
export function createScanner(plan: ScanPlan, load: LoadKernel, sizes: ScannerSizes = SCANNER_SIZES): Scanner {
  return createKernelScanner(plan, load, sizes) ?? createPlainScanner(plan, sizes);
}
