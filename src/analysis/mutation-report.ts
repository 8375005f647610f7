/** What came of all slips: numbers by file, and those that a person should look at. */

import { type Finding, problemAt } from '../documents/collect.ts';
import type { Position, Problem } from '../problems/problem.ts';
import type { Fate, TooLarge } from './judge-mutants.ts';
import type { Judged } from './mutate.ts';
import type { Slip, SlipKind } from './slip.ts';
import type { Survivor } from './survivor.ts';
import { tellSurvivor } from './tell-survivor.ts';

/** How many slips there are of each fate; `made` is all of them. */
export interface MutantCounts {
  readonly made: number;
  /** The compiler does not accept what came of it. */
  readonly refused: number;
  readonly caughtByCase: number;
  readonly caughtByProperty: number;
  /** Shown to make no difference to anybody. */
  readonly equivalent: number;
  /** Shown to change the rules that are named as reasons, and no result. */
  readonly reasonsOnly: number;
  readonly survived: number;
  /** Needs larger diagrams than the budget allows, so that nobody can say. */
  readonly tooLarge: number;
}

export interface MutationReport {
  readonly all: MutantCounts;
  readonly files: readonly (MutantCounts & { readonly file: string })[];
  /** The slips that change reasons and no result, in the order of the files. */
  readonly reasonsOnly: readonly ReasonsOnly[];
  /** Cases that were left out, because they fail without a slip. */
  readonly failingCases: number;
}

export interface ReasonsOnly {
  readonly file: string;
  readonly position: Position | undefined;
  readonly kind: SlipKind;
  readonly what: string;
}

const COUNT = {
  refused: 'refused',
  case: 'caughtByCase',
  property: 'caughtByProperty',
  equivalent: 'equivalent',
  'reasons-only': 'reasonsOnly',
  survivor: 'survived',
  'too-large': 'tooLarge',
} as const satisfies Record<Fate['kind'] | 'refused', keyof MutantCounts>;

/** Counts what became of the slips, of which so many cases were not asked. */
export function reportMutants(judged: readonly Judged[], failingCases: number): MutationReport {
  const files = [...new Set(judged.map(({ document }) => document.file))];
  return {
    all: countFates(judged),
    files: files.map((file) => ({ file, ...countFates(judged.filter(({ document }) => document.file === file)) })),
    reasonsOnly: judged.filter(({ fate }) => fate?.kind === 'reasons-only').map(reasonsOnly),
    failingCases,
  };
}

function countFates(judged: readonly Judged[]): MutantCounts {
  const counts = {
    refused: 0,
    caughtByCase: 0,
    caughtByProperty: 0,
    equivalent: 0,
    reasonsOnly: 0,
    survived: 0,
    tooLarge: 0,
  };
  for (const { fate } of judged) counts[COUNT[fate?.kind ?? 'refused']] += 1;
  return { made: judged.length, ...counts };
}

function reasonsOnly({ document, slip }: Judged): ReasonsOnly {
  return { file: document.file, position: document.at(slip.at, slip.part), kind: slip.kind, what: slip.what };
}

/** A problem for every slip that nobody noticed or that is too large to judge, where it would be made. */
export function mutantProblems(judged: readonly Judged[]): readonly Problem[] {
  return judged.flatMap(({ document, slip, fate }) => {
    if (fate?.kind === 'survivor') return [problemAt(document, unnoticed(slip, fate))];
    return fate?.kind === 'too-large' ? [problemAt(document, unjudged(slip, fate))] : [];
  });
}

function unnoticed(slip: Slip, fate: Survivor): Finding {
  return {
    code: 'mutant-survives',
    path: slip.at,
    part: slip.part,
    message: `no case and no property notices ${slip.what}: ${tellSurvivor(fate)}`,
    remedy: 'add a case for this caller, or simplify what makes no difference',
    witness: fate.caller,
  };
}

function unjudged(slip: Slip, { what, limit }: TooLarge): Finding {
  return {
    code: 'over-budget',
    path: slip.at,
    part: slip.part,
    message: `nobody can say who would notice ${slip.what}: with it the policies need more than ${limit} ${what === 'nodes' ? 'nodes' : 'remembered steps'}`,
    remedy: 'put fewer policies into one folder, or let this condition read fewer questions at once',
  };
}
