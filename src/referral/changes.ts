/** Which change of circumstances would change the result: history is left out, nobody can change it. */

import type { Change } from '../decision/model.ts';
import type { Outcome } from './outcome.ts';
import type { ChangeBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { isThirdParty, scriptFor } from './used-answers.ts';
import { answerInWords, askedSentence, capitalized, inLanguage, inSentence, listed } from './wording.ts';

/** More than this cannot be read out. */
const NAMED_CHANGES = 2;

/** The nearest changes of circumstances, as `IOP would be possible if …`. */
export function changeBlocks(input: SummaryInput, outcome: Outcome): readonly ChangeBlock[] {
  if (outcome.emergency || outcome.ending !== undefined) return [];
  return input.decision.changes
    .filter(({ changeable }) => changeable)
    .slice(0, NAMED_CHANGES)
    .map((change) => changeBlock(change, input));
}

function changeBlock(change: Change, input: SummaryInput): ChangeBlock {
  const { care, decision, policy } = input;
  const added = change.levels.filter((id) => !decision.levels.includes(id));
  const levels = (added.length > 0 ? added : change.levels).map((id) => ({ id, name: care.levels[id].name }));
  const names = levels.map(({ id, name }) =>
    policy.otherwise.silent && id === policy.otherwise.level ? '“this page does not say”' : inSentence(name),
  );
  const conditions = change.changed.map(({ question, value }) => answered(input, question, value));
  return { says: capitalized(`${listed(names, 'or')} would be possible if ${listed(conditions, 'and')}.`), levels };
}

function answered(input: SummaryInput, id: string, value: Change['changed'][number]['value']): string {
  const { questionnaire, answers, language } = input;
  const question = questionnaire.questions.find((one) => one.id === id);
  if (question === undefined) return id;
  const asked = askedSentence(inLanguage(scriptFor(question, isThirdParty(questionnaire, answers)), language));
  return `the answer to “${asked}” were “${answerInWords(question, value, language)}”`;
}
