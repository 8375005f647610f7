/** Answers that would have to be others, in words. */

import type { Target } from '../callers/cheapest.ts';
import { changesInto } from '../decision/changes.ts';
import type { Change } from '../decision/model.ts';
import { nearMisses } from '../decision/near-misses.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { SummaryInput } from '../referral/summary-input.ts';
import { counted, inSentence, listed } from '../referral/wording.ts';
import { asked, type Explained, insteadOf, namedLevel, questionOf } from './explain-words.ts';
import type { AimBlock, ChangedBlock, NearMissBlock } from './explanation.ts';

/** Where a caller's level is read, and the levels that are possible now. */
export interface Ground {
  readonly root: Target['root'];
  readonly levels: readonly Level[];
}

/** A change, with what was said and what would have to be said instead. */
export function changedBlock(input: SummaryInput, change: Change): ChangedBlock {
  const changed = change.changed.map(({ question: id, value }) => {
    const question = questionOf(input, id);
    const before = input.answers.values.get(id);
    const inWords = (one: typeof value): string =>
      question === undefined ? '' : answerInWords(question, one, input.language);
    return { ...asked(input, id), now: before === undefined ? '' : inWords(before), then: inWords(value), value };
  });
  const parts = change.changed.map(({ question: id, value }) => insteadInWords(input, id, value));
  return {
    changed,
    changeable: change.changeable,
    newlyAsked: change.newlyAsked.map((id) => asked(input, id)),
    levels: change.levels.map((id) => namedLevel(input, id)),
    says: `${listed(parts, 'and')}${furtherQuestions(change.newlyAsked.length)}`,
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
  const [instead = ''] = insteadOf(question, before, [value], input.language);
  const isAddition = instead.startsWith('also ') || instead.startsWith('not ');
  return isAddition
    ? `“${says}” ${instead}`
    : `“${says}” ${instead} instead of “${answerInWords(question, before, input.language)}”`;
}

/** The smallest changes that reach a level. */
export function aimBlock({ input, caller }: Explained, level: Level, { root, levels }: Ground): AimBlock {
  const isPossible = levels.includes(level);
  const goals = 1 << LEVELS.indexOf(level);
  const changes = isPossible ? [] : changesInto(caller, { root, goals });
  return {
    ...namedLevel(input, level),
    says: aimSays(input, { level, levels, changes }),
    changes: changes.map((change) => changedBlock(input, change)),
  };
}

interface Aimed {
  readonly level: Level;
  readonly levels: readonly Level[];
  readonly changes: readonly Change[];
}

function aimSays(input: SummaryInput, { level, levels, changes }: Aimed): string {
  const name = inSentence(input.care.levels[level].name);
  if (levels.includes(level))
    return levels.length === 1
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
export function nearMissBlocks({ input, caller }: Explained, { root, levels }: Ground): readonly NearMissBlock[] {
  return nearMisses(caller, root, levels).flatMap(({ question: id, levels: added, changes }) => {
    const question = questionOf(input, id);
    const before = input.answers.values.get(id);
    if (question === undefined || before === undefined) return [];
    const others = changes.flatMap(({ changed }) => changed.map(({ value }) => value));
    const newly = new Set(changes.flatMap(({ newlyAsked }) => newlyAsked));
    return [
      {
        ...asked(input, id),
        now: answerInWords(question, before, input.language),
        then: insteadOf(question, before, others, input.language),
        levels: added.map((level) => namedLevel(input, level)),
        newlyAsked: input.questionnaire.questions.filter((one) => newly.has(one.id)).map((one) => asked(input, one.id)),
      },
    ];
  });
}
