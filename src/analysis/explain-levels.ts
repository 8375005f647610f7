/** Why not each other level, in words. */

import { OTHERWISE } from '../decision/compile.ts';
import { type LevelStanding, levelStandings } from '../decision/level-standings.ts';
import { silence } from '../referral/silence.ts';
import { changedBlock } from './explain-changes.ts';
import type { Ground } from './explain-ground.ts';
import { type Explained, isSilence, namedLevel } from './explain-words.ts';
import type { LevelReasonBlock, RuleSentence } from './explanation.ts';

/** One block for each level, least intensive first. */
export function levelReasons(explained: Explained, ground: Ground): readonly LevelReasonBlock[] {
  const { input, caller } = explained;
  return levelStandings(caller, ground.root, ground.levels).map((standing) => {
    const one = underEnding(standing, ground);
    return {
      ...namedLevel(input, one.level),
      standing: one.standing,
      says: standingSays(explained, one),
      against: one.against,
      giving: one.giving.map((id) => ruleSentence(explained, id)),
      nearest: nearestBlock(explained, one),
    };
  });
}

function nearestBlock({ input }: Explained, { nearest }: LevelStanding): LevelReasonBlock['nearest'] {
  if (nearest === undefined) return null;
  const { by, isCertain } = nearest;
  return { ...changedBlock(input, nearest), by, certainty: isCertain ? 'certain' : 'possible' };
}

/** A call that ends otherwise gets no level, or levels that nobody decides without the person concerned. */
function underEnding(one: LevelStanding, { ending, levels }: Ground): LevelStanding {
  if (ending === undefined || one.standing === 'never') return one;
  if (levels.includes(one.level)) return { ...one, standing: 'possible' };
  return ending.level === 'open' ? one : { ...one, standing: 'no-level', against: [], nearest: undefined };
}

function ruleSentence({ input: { policy } }: Explained, id: string): RuleSentence {
  const rule = id === OTHERWISE ? policy.otherwise : policy.rules.find((one) => one.id === id);
  return { rule: id, because: rule?.because ?? '' };
}

function standingSays(explained: Explained, one: LevelStanding): string {
  const { input } = explained;
  const { otherwise } = input.policy;
  const isSilent = isSilence(input, one.level);
  switch (one.standing) {
    case 'result':
      return isSilent ? `Of this caller, ${silence(otherwise)}.` : 'This is the level.';
    case 'possible':
      return isSilent
        ? `Perhaps ${silence(otherwise)}: the open answers decide.`
        : 'Still possible: the open answers decide.';
    case 'ruled-out':
      return isStopped(explained) && one.against.length === 0 ? STOPPED : ruledOutSays(one);
    case 'not-reached':
      return notReachedSays(one, isSilent);
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

const ANOTHER = 'the result is a more intensive level or the call ends without one.';

const STOPPED = 'An answer stops the call, whatever the policy says.';

function isStopped({ input: { decision } }: Explained): boolean {
  return decision.stops.length > 0;
}

function ruledOutSays({ against }: LevelStanding): string {
  if (against.length === 0) return 'One of several rules asks for more; which one is still open.';
  return against.length === 1
    ? 'One rule that holds asks for more. It would have to fall, and no other may take its place:'
    : `${against.length} rules that hold ask for more. All would have to fall, and no other may take their place:`;
}

function notReachedSays(one: LevelStanding, isSilent: boolean): string {
  if (isSilent) return 'No rule gives it: it stands for what the policy does not say.';
  return one.nearest === undefined ? noneHolds(one) : `${noneHolds(one)} Nearest:`;
}

/** Where the open answers may still make a rule hold, something more intensive holds with it, or no level is given at all. */
function noneHolds({ giving, mayHold }: LevelStanding): string {
  const count = giving.length;
  if (count === 0) return 'No rule of this policy gives it, but an answer that stops the call does.';
  const isOne = count === 1;
  if (mayHold.length === 0)
    return isOne ? 'The rule that gives it does not hold.' : `None of the ${count} rules that give it holds.`;
  return isOne
    ? `The rule that gives it does not hold for certain, and if it does, ${ANOTHER}`
    : `None of the ${count} rules that give it holds for certain, and where one does, ${ANOTHER}`;
}
