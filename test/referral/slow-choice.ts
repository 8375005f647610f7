/** The meaning of a choice, slow and obvious: match all, put all in order, count by filtering. */

import type { Directory } from '../../src/directory/model.ts';
import { type Match, match } from '../../src/referral/match.ts';
import { HARD_CONDITIONS, type Wanted } from '../../src/referral/matching/finding.ts';

/** What a choice says, in ids. */
export interface ChoiceInIds {
  readonly chosen: readonly string[];
  readonly more: number;
  readonly ruledOut: number;
  readonly otherLevels: number;
  readonly named: readonly string[];
  readonly by: readonly (readonly [string, number, number])[];
}

/** Chooses as the page docs/referral.md says it. */
export function slowChoice(directory: Directory, wanted: Wanted): ChoiceInIds {
  const forLevel = directory.programs.filter(
    ({ levels, mayOffer }) => levels.includes(wanted.level) || mayOffer.includes(wanted.level),
  );
  const matches = forLevel.map((program) => match(program, wanted));
  const unmet = ({ hard }: Match): readonly string[] => {
    const ids = new Set(hard.filter(({ outcome }) => outcome === 'not-met').map(({ condition }) => condition));
    return HARD_CONDITIONS.filter((id) => ids.has(id));
  };
  const fitting = matches.filter((one) => unmet(one).length === 0).sort(inOrder);
  const out = matches.filter((one) => unmet(one).length > 0);
  const near = out.length <= 2 ? out : out.filter((one) => unmet(one)[0] !== 'state');
  const named = [...near].sort((a, b) => unmet(a).length - unmet(b).length || inOrder(a, b)).slice(0, 2);
  const by = HARD_CONDITIONS.map((id) => {
    const first = out.filter((one) => unmet(one)[0] === id).length;
    const alone = out.filter((one) => unmet(one).length === 1 && unmet(one)[0] === id).length;
    return [id, first, alone] as const;
  });
  return {
    chosen: fitting.slice(0, 3).map(({ program }) => program.id),
    more: Math.max(0, fitting.length - 3),
    ruledOut: out.length,
    otherLevels: directory.programs.length - forLevel.length,
    named: named.map(({ program }) => program.id),
    by: by.filter(([, count]) => count > 0),
  };
}

/** Lexicographic order of ranks, then of ids. */
function inOrder(a: Match, b: Match): number {
  for (const [index, value] of a.rank.entries()) {
    const other = b.rank[index] ?? Number.NaN;
    if (value < other) return -1;
    if (value > other) return 1;
  }
  return a.program.id < b.program.id ? -1 : 1;
}
