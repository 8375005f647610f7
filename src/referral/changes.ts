/** Which change of circumstances would change the result: history is left out, nobody can change it. */

import type { Change } from '../decision/model.ts';
import type { Level } from '../policy/care-lists.ts';
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
    .filter((change) => change.changeable && !onlySilences(change, input))
    .slice(0, NAMED_CHANGES)
    .map((change) => changeBlock(change, input));
}

/** A page that falls silent is no result that a caller could aim for. */
function onlySilences({ levels }: Change, { decision, policy }: SummaryInput): boolean {
  const added = levels.filter((id) => !decision.levels.includes(id));
  return policy.otherwise.silent && added.every((id) => id === policy.otherwise.level);
}

function changeBlock(change: Change, input: SummaryInput): ChangeBlock {
  const { care, decision, policy } = input;
  const isResult = (id: Level): boolean => !(policy.otherwise.silent && id === policy.otherwise.level);
  const added = change.levels.filter((id) => !decision.levels.includes(id) && isResult(id));
  const levels = (added.length > 0 ? added : change.levels).map((id) => ({ id, name: care.levels[id].name }));
  const names = levels.map(({ name }) => inSentence(name));
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
