import type { Condition } from './model.ts';

/** The condition that no caller meets: stands in for one that could not be compiled. */
export const NEVER: Condition = { kind: 'any', of: [] };
