/** Why not each other level, in words. */

import { OTHERWISE } from '../decision/compile.ts';
import { type LevelStanding, levelStandings } from '../decision/level-standings.ts';
import { silence } from '../referral/wording.ts';
import { changedBlock, type Ground } from './explain-changes.ts';
import { type Explained, namedLevel } from './explain-words.ts';
import type { LevelReasonBlock, RuleSentence } from './explanation.ts';

/** One block for each level, least intensive first. */
export function levelReasons(explained: Explained, { root, levels }: Ground): readonly LevelReasonBlock[] {
  const { input, caller } = explained;
  return levelStandings(caller, root, levels).map((one) => ({
    ...namedLevel(input, one.level),
    standing: one.standing,
    says: standingSays(explained, one),
    against: one.against,
    giving: one.giving.map((id) => ruleSentence(explained, id)),
    nearest: one.nearest === undefined ? null : { ...changedBlock(input, one.nearest), by: one.nearest.by },
  }));
}

function ruleSentence({ input: { policy } }: Explained, id: string): RuleSentence {
  const rule = id === OTHERWISE ? policy.otherwise : policy.rules.find((one) => one.id === id);
  return { rule: id, because: rule?.because ?? '' };
}

function standingSays({ input }: Explained, one: LevelStanding): string {
  const { policy } = input;
  const isSilence = policy.otherwise.silent && one.giving.every((id) => id === OTHERWISE) && one.giving.length > 0;
  switch (one.standing) {
    case 'result':
      return isSilence ? `Not said: ${silence(policy.otherwise)}.` : 'This is the level.';
    case 'possible':
      return isSilence ? `Open, and then ${silence(policy.otherwise)}.` : 'Still possible: the open answers decide.';
    case 'ruled-out':
      return ruledOutSays(one);
    case 'not-reached':
      return notReachedSays(one, isSilence);
    case 'never':
      return one.giving.length === 0
        ? 'No rule of this policy gives it.'
        : 'Nobody gets it: wherever a rule gives it, another one gives more.';
    case 'no-level':
      return 'The call ends without a level.';
    default:
      return one.standing satisfies never;
  }
}

function ruledOutSays({ against }: LevelStanding): string {
  if (against.length === 0) return 'One of several rules asks for more; which one is still open.';
  if (against.length === 1) return 'One rule that holds asks for more, and would have to fall:';
  return `${against.length} rules that hold ask for more, and all would have to fall:`;
}

function notReachedSays({ giving, nearest }: LevelStanding, isSilence: boolean): string {
  if (isSilence) return 'No rule gives it: it stands for what the policy does not say.';
  const holds =
    giving.length === 1
      ? 'The rule that gives it does not hold.'
      : `None of the ${giving.length} rules that give it holds.`;
  return nearest === undefined ? holds : `${holds} Nearest:`;
}
