/** Answers that would have to be others, in words. */

import { changesInto } from '../decision/changes.ts';
import type { Change } from '../decision/model.ts';
import { nearMisses } from '../decision/near-misses.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { answerSoFarInWords } from '../questionnaire/in-words.ts';
import type { Answers } from '../questionnaire/model.ts';
import type { SummaryInput } from '../referral/summary-input.ts';
import { counted, inSentence } from '../referral/wording.ts';
import { ASK_AGAIN, takesBackDanger } from './explain-ask-again.ts';
import { type Ground, isEndedByHand } from './explain-ground.ts';
import { asked, type Explained, insteadOf, isSilence, namedLevel, questionOf } from './explain-words.ts';
import type { AimBlock, ChangedBlock, NearMissBlock } from './explanation.ts';

/** A change, with what was said and what would have to be said instead. */
export function changedBlock(input: SummaryInput, change: Change): ChangedBlock {
  const changed = change.changed.map(({ question: id, value }) => {
    const question = questionOf(input, id);
    const before = input.answers.values.get(id);
    const inWords = (answers: Answers): string =>
      question === undefined ? '' : answerSoFarInWords(question, answers, input.language);
    const then = { ...input.answers, values: new Map([[id, value]]) };
    const askAgain = question !== undefined && before !== undefined && takesBackDanger(question, before, value);
    return { ...asked(input, id), now: inWords(input.answers), then: inWords(then), value, askAgain };
  });
  const parts = change.changed.map(({ question: id, value }) => insteadInWords(input, id, value));
  return {
    changed,
    changeable: change.changeable,
    newlyAsked: change.newlyAsked.map((id) => asked(input, id)),
    levels: change.levels.map((id) => namedLevel(input, id)),
    says: `${parts.join('; ')}${furtherQuestions(change.newlyAsked.length)}`,
  };
}

/** Says how many questions would be asked besides. */
export function furtherQuestions(count: number): string {
  return count === 0 ? '' : `; ${counted(count, 'more question')} would apply then`;
}

function insteadInWords(input: SummaryInput, id: string, value: Change['changed'][number]['value']): string {
  const question = questionOf(input, id);
  const before = input.answers.values.get(id);
  if (question === undefined || before === undefined) return id;
  const { says } = asked(input, id);
  const [instead = ''] = insteadOf(input, question, [value]);
  const isAddition = instead.startsWith('also ') || instead.startsWith('not ');
  const now = isAddition ? '' : ` instead of “${answerSoFarInWords(question, input.answers, input.language)}”`;
  return `“${says}” ${instead}${now}${takesBackDanger(question, before, value) ? ` – ${ASK_AGAIN}` : ''}`;
}

/** The smallest changes that reach a level. */
export function aimBlock({ input, caller }: Explained, level: Level, ground: Ground): AimBlock {
  const { root, levels } = ground;
  const isDone = levels.includes(level) || ground.isEmergency || isEndedByHand(ground) || isSilence(input, level);
  const found = isDone ? [] : changesInto(caller, { root, goals: 1 << LEVELS.indexOf(level) });
  const changes = found.filter((change) => !found.some((other) => isNearer(other, change, input)));
  return {
    ...namedLevel(input, level),
    says: aimSays(input, { level, ground, changes }),
    changes: changes.map((change) => changedBlock(input, change)),
  };
}

/** Whether two changes differ in a single number only, and the first one has to go less far to the same side. */
function isNearer(one: Change, other: Change, { answers }: SummaryInput): boolean {
  const pairs = one.changed.map((mine, place) => ({ mine, theirs: other.changed[place] }));
  const apart = pairs.filter(({ mine, theirs }) => JSON.stringify(mine) !== JSON.stringify(theirs));
  const [first] = apart;
  if (first === undefined || apart.length > 1 || one.changed.length !== other.changed.length) return false;
  const [near, far] = [first.mine.value, first.theirs?.value];
  const from = answers.values.get(first.mine.question);
  if (first.mine.question !== first.theirs?.question) return false;
  if (typeof near !== 'number' || typeof far !== 'number' || typeof from !== 'number') return false;
  return Math.sign(near - from) === Math.sign(far - from) && Math.abs(near - from) < Math.abs(far - from);
}

const NOT_IN_AN_EMERGENCY =
  'In an emergency no change is named: nobody gets less care by taking back what makes it one. If an answer was recorded wrongly, ask again and correct it.';

interface Aimed {
  readonly level: Level;
  readonly ground: Ground;
  readonly changes: readonly Change[];
}

function aimSays(input: SummaryInput, { level, ground, changes }: Aimed): string {
  const name = inSentence(input.care.levels[level].name);
  if (isSilence(input, level)) return 'No rule of this policy gives it: it stands for what the policy does not say.';
  if (ground.isEmergency && level !== 'emergency') return NOT_IN_AN_EMERGENCY;
  if (isEndedByHand(ground)) return 'The counselor ended the call without a level: no other answer would change that.';
  if (ground.levels.includes(level))
    return ground.levels.length === 1 && ground.ending === undefined && input.decision.settled
      ? 'That is the level already: nothing would have to change.'
      : 'It is possible as it is: the open answers decide.';
  if (changes.length === 0) return `No change of answers reaches ${name} under this policy.`;
  if (changes.every(({ changeable }) => changeable))
    return 'Circumstances that can change would be enough, one of these:';
  return changes.some(({ changeable }) => changeable)
    ? 'Circumstances that can change come first, then changes of any answer:'
    : 'No change of circumstances alone would do. Of all answers, one of these:';
}

/** The single answers on which the level hangs. */
export function nearMissBlocks({ input, caller }: Explained, ground: Ground): readonly NearMissBlock[] {
  if (isEndedByHand(ground)) return [];
  const { root, levels } = ground;
  return nearMisses(caller, root, levels).flatMap(({ question: id, levels: added, changes }) => {
    const question = questionOf(input, id);
    const before = input.answers.values.get(id);
    if (question === undefined || before === undefined) return [];
    const others = changes.flatMap(({ changed }) => changed.map(({ value }) => value));
    const newly = new Set(changes.flatMap(({ newlyAsked }) => newlyAsked));
    return [
      {
        ...asked(input, id),
        now: answerSoFarInWords(question, input.answers, input.language),
        then: insteadOf(input, question, others),
        askAgain: others.some((value) => takesBackDanger(question, before, value)),
        levels: added.map((level) => namedLevel(input, level)),
        newlyAsked: input.questionnaire.questions.filter((one) => newly.has(one.id)).map((one) => asked(input, one.id)),
      },
    ];
  });
}
