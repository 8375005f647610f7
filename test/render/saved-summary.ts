/** Summaries as they were saved: what a renderer has to live on. */

import { readFileSync } from 'node:fs';
import type { Summary } from '../../src/referral/summary.ts';

/** Reads a saved summary; `changed` replaces top-level parts of it. */
export function savedSummary(name: 'iop-settled' | 'emergency-stop', changed: Partial<Summary> = {}): Summary {
  const file = new URL(`../fixtures/summaries/${name}.json`, import.meta.url);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Summary), ...changed };
}
