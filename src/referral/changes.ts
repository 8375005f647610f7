/** Which change of circumstances would change the result: history is left out, nobody can change it. */

import type { Change } from '../decision/model.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { Outcome } from './outcome.ts';
import type { ChangeBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { capitalized, inSentence } from './wording.ts';
import type { AnswersThen } from './words/english-reasons.ts';
import { wordsIn } from './words/words.ts';

/** Changes to the same result that differ in one answer. */
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

/** Changes that differ in the answer to their last question only, and lead to the same result, are one thing to say. */
function together(changes: readonly Change[]): readonly Alternatives[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const last = change.changed.at(-1);
    const key = JSON.stringify([change.changed.slice(0, -1), last?.question, change.levels]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const alternatives = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );
  return alternatives.filter((one, index) => !repeats(one, alternatives.slice(0, index)));
}

/** Of several changes of more than one answer that share a question the first is enough to read out. */
function repeats({ first }: Alternatives, earlier: readonly Alternatives[]): boolean {
  const named = new Set(earlier.flatMap((one) => one.first.changed.map(({ question }) => question)));
  return first.changed.length > 1 && first.changed.some(({ question }) => named.has(question));
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
  const last = others.flatMap(({ changed }) => changed.at(-1)?.value ?? []);
  const conditions = first.changed.map(({ question, value }, index) =>
    answered(input, question, index === first.changed.length - 1 ? [value, ...last] : [value]),
  );
  const { neededIf, possibleIf } = wordsIn(input.language).reasons;
  const says = isMore(first, input) ? neededIf : possibleIf;
  return { says: capitalized(says(names, conditions)), levels };
}

/** Whether every level after the change is more intensive than any before it: that is no offer, but a need. */
function isMore({ levels }: Change, { decision }: SummaryInput): boolean {
  const { highest } = decision;
  return highest !== undefined && levels.every((id) => LEVELS.indexOf(id) > LEVELS.indexOf(highest));
}

type Value = Change['changed'][number]['value'];

function answered(input: SummaryInput, id: string, values: readonly Value[]): AnswersThen {
  const question = input.questionnaire.questions.find((one) => one.id === id);
  if (question === undefined) return { question: id, answers: values.map(String) };
  const answers = values.map((value) => answerInWords(question, value, input.language));
  return { question: askedOf(question, input), answers };
}
