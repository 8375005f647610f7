/** Which change of circumstances would change the result: history is left out, nobody can change it. */

import type { Change } from '../decision/model.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { Outcome } from './outcome.ts';
import type { ChangeBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { isThirdParty, scriptFor } from './used-answers.ts';
import { answerInWords, askedSentence, capitalized, inLanguage, inSentence, listed } from './wording.ts';

/** Changes to the same result through the same question. */
interface Alternatives {
  readonly first: Change;
  readonly others: readonly Change[];
}

/** More than this cannot be read out. */
const NAMED_CHANGES = 2;

/** The nearest changes of circumstances, as `IOP would be possible if …`. */
export function changeBlocks(input: SummaryInput, outcome: Outcome): readonly ChangeBlock[] {
  if (outcome.emergency || outcome.ending !== undefined) return [];
  const named = input.decision.changes.filter((change) => change.changeable && !onlySilences(change, input));
  return together(named)
    .slice(0, NAMED_CHANGES)
    .map((alternatives) => changeBlock(alternatives, input));
}

/** Different answers to one question that lead to the same result are one thing to say. */
function together(changes: readonly Change[]): readonly Alternatives[] {
  const groups = new Map<string, Change[]>();
  changes.forEach((change, index) => {
    const [only, ...others] = change.changed;
    const alone = only !== undefined && others.length === 0;
    const key = alone ? `${only.question} ${change.levels.join(' ')}` : String(index);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  });
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}

/** A page that falls silent is no result that a caller could aim for. */
function onlySilences({ levels }: Change, { decision, policy }: SummaryInput): boolean {
  const added = levels.filter((id) => !decision.levels.includes(id));
  return policy.otherwise.silent && added.every((id) => id === policy.otherwise.level);
}

function changeBlock({ first, others }: Alternatives, input: SummaryInput): ChangeBlock {
  const { care, decision, policy } = input;
  const isResult = (id: Level): boolean => !(policy.otherwise.silent && id === policy.otherwise.level);
  const added = first.levels.filter((id) => !decision.levels.includes(id) && isResult(id));
  const levels = (added.length > 0 ? added : first.levels).map((id) => ({ id, name: care.levels[id].name }));
  const names = levels.map(({ name }) => inSentence(name));
  const conditions = first.changed.map(({ question, value }) =>
    answered(input, question, [value, ...others.flatMap(({ changed }) => changed.map((one) => one.value))]),
  );
  const verb = isMore(first, input) ? 'needed' : 'possible';
  return { says: capitalized(`${listed(names, 'or')} would be ${verb} if ${listed(conditions, 'and')}.`), levels };
}

/** Whether every level after the change is more intensive than any before it: that is no offer, but a need. */
function isMore({ levels }: Change, { decision }: SummaryInput): boolean {
  const { highest } = decision;
  return highest !== undefined && levels.every((id) => LEVELS.indexOf(id) > LEVELS.indexOf(highest));
}

type Value = Change['changed'][number]['value'];

function answered(input: SummaryInput, id: string, values: readonly Value[]): string {
  const { questionnaire, answers, language } = input;
  const question = questionnaire.questions.find((one) => one.id === id);
  if (question === undefined) return id;
  const asked = askedSentence(inLanguage(scriptFor(question, isThirdParty(questionnaire, answers)), language));
  const words = values.map((value) => `“${answerInWords(question, value, language)}”`);
  return `the answer to “${asked}” were ${listed(words, 'or')}`;
}
