/** The fallback residential referral: whether it is due, and to whom. */

import type { Directory, Program } from '../directory/model.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { Policy } from '../policy/model.ts';
import { type Choice, choosePrograms } from './choose-programs.ts';
import type { Wanted } from './matching/finding.ts';

export type FallbackStatus = 'yes' | 'possible' | 'no';

/** Whether the IOP is ruled out: in every possible outcome, in some, or in none. */
export function fallbackStatus(levels: readonly Level[]): FallbackStatus {
  const above = levels.filter(isAboveIop).length;
  if (above === 0) return 'no';
  return above === levels.length ? 'yes' : 'possible';
}

/** Whether a level is more intensive than an IOP. */
export function isAboveIop(level: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf('iop');
}

/** To whom the fallback goes. A facility outside the caller's state is never among them. */
export type FallbackTarget =
  | { readonly kind: 'network'; readonly program: Program | undefined }
  | { readonly kind: 'state-unknown' }
  | { readonly kind: 'none-here'; readonly choice: Choice }
  | { readonly kind: 'programs'; readonly choice: Choice };

/** Finds the fallback in the caller's state, licensed on the day; a network policy leaves the choice to its program. */
export function fallbackTarget(
  policy: Policy,
  directory: Directory,
  wanted: Omit<Wanted, 'level' | 'strict'>,
): FallbackTarget {
  if (policy.network) {
    return { kind: 'network', program: directory.programs.find(({ id }) => id === policy.program) };
  }
  if (wanted.needs.state === undefined) return { kind: 'state-unknown' };
  const choice = choosePrograms(directory, { ...wanted, level: 'residential', strict: true });
  return { kind: choice.chosen.length > 0 ? 'programs' : 'none-here', choice };
}
