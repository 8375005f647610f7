/** Which programs of a directory to name, in which order. */

import type { Directory } from '../directory/model.ts';
import { type Match, match, type Wanted } from './match.ts';

export interface Choice {
  /** Best first. */
  readonly chosen: readonly Match[];
  readonly ruledOut: readonly Match[];
}

/** Matches every program that offers the level and puts the best first; the directory's own order means nothing. */
export function choosePrograms(directory: Directory, wanted: Wanted): Choice {
  const matches = directory.programs
    .filter((program) => program.levels.includes(wanted.level))
    .map((program) => match(program, wanted))
    .sort((a, b) => byRank(rank(a, wanted), rank(b, wanted)) || (a.program.id < b.program.id ? -1 : 1));
  return {
    chosen: matches.filter(({ verdict }) => verdict !== 'ruled-out'),
    ruledOut: matches.filter(({ verdict }) => verdict === 'ruled-out'),
  };
}

/** Smaller is better, the first difference counts: preferred, least to ask, least that lowers, nearest by postal code. */
function rank({ program, ask, lowers }: Match, wanted: Wanted): readonly number[] {
  const preferred = program.id === wanted.preferred ? 0 : 1;
  return [preferred, ask.length, lowers.length, -commonStart(program.postalCode, wanted.needs.postalCode)];
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** Digits that two postal codes share at the start: postal areas nest, so more digits lie nearer. */
function commonStart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const differing = [...a].findIndex((digit, index) => digit !== b[index]);
  return differing < 0 ? a.length : differing;
}
