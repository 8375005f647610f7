import type { Choice } from '../../src/referral/choose-programs.ts';
import type { ChoiceInIds } from './slow-choice.ts';

/** What a choice says, in ids. */
export function choiceInIds({ chosen, more, ruledOut }: Choice): ChoiceInIds {
  return {
    chosen: chosen.map(({ program }) => program.id),
    more,
    ruledOut: ruledOut.count,
    otherLevels: ruledOut.otherLevels,
    named: ruledOut.named.map(({ program }) => program.id),
    by: ruledOut.by.map(({ condition, count, alone }) => [condition, count, alone]),
  };
}
