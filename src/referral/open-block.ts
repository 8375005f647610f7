/** What is not known yet: safety questions without an answer, results still possible, and what to ask next. */

import { askedSentence } from '../questionnaire/asked-sentence.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Unknown } from '../questionnaire/model.ts';
import { isThirdParty, scriptFor } from '../questionnaire/used-answers.ts';
import { lineCards } from './line-cards.ts';
import { stepsThatAre } from './needs.ts';
import type { Outcome } from './outcome.ts';
import type { OpenBlock, SafetyBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { inSentence, listed, silence } from './wording.ts';

/** Where no level is given, the safety questions still are. */
const EMERGENCY_STILL_POSSIBLE: OpenBlock = {
  says: ['An emergency is still possible: ask the safety questions to the end.'],
  next: null,
  further: 0,
};

/** What is still open and the question that tells most; null where the result is settled. */
export function openBlock(input: SummaryInput, outcome: Outcome): OpenBlock | null {
  const { decision } = input;
  if (decision.settled || outcome.emergency || isNobodyLeft(outcome)) return null;
  if (outcome.endsWith === 'none') return decision.levels.includes('emergency') ? EMERGENCY_STILL_POSSIBLE : null;
  const [next] = decision.ask;
  return {
    says: [openLevels(input, outcome), openSteps(input), openEndings(input)].filter((line) => line !== undefined),
    next: next === undefined ? null : { question: next.question, says: script(input, next.question) },
    further: Math.max(0, decision.ask.length - 1),
  };
}

function openLevels({ care, decision, policy }: SummaryInput, { levels }: Outcome): string | undefined {
  if (levels.length < 2) return undefined;
  const names = levels
    .filter((id) => decision.silent === 'no' || id !== policy.otherwise.level)
    .map((id) => inSentence(care.levels[id].name));
  const unsaid = decision.silent === 'no' ? '' : `, or that ${silence(policy.otherwise)}`;
  return `Still possible: ${listed(names, 'or')}${unsaid}.`;
}

function openSteps({ care, decision }: SummaryInput): string | undefined {
  const names = stepsThatAre('possible', decision).map((id) => inSentence(care.firstSteps[id].name));
  return names.length === 0 ? undefined : `Perhaps first: ${names.join('; ')}.`;
}

function openEndings({ decision, questionnaire, language }: SummaryInput): string | undefined {
  const possible = decision.dispositions.filter(({ certainty }) => certainty === 'possible').map(({ id }) => id);
  const titles = questionnaire.dispositions
    .filter(({ id }) => possible.includes(id))
    .map(({ title }) => inSentence(inLanguage(title, language)));
  return titles.length === 0 ? undefined : `The call may still end as: ${titles.join(', ')}.`;
}

/** Safety questions without an answer. What somebody would not or could not say weighs more than what nobody has asked since. */
export function safetyBlock(input: SummaryInput, outcome: Outcome): SafetyBlock | null {
  const questions = input.decision.unknownSafety
    .map((id) => ({ id, says: script(input, id), because: whyUnknown(input, id) }))
    .filter(({ because }) => because !== 'not-asked' || !isNobodyLeft(outcome));
  if (questions.length === 0) return null;
  const withheld = questions.filter(({ because }) => because !== 'not-asked');
  const notAsked = questions.filter(({ because }) => because === 'not-asked');
  const afresh = notAsked.filter(({ id }) => input.call?.record.askAgain.includes(id) === true);
  const never = notAsked.length - afresh.length;
  const says = [
    withheld.length > 0 ? askAgain(withheld.length) : '',
    afresh.length > 0 ? toAskAfresh(afresh.length) : '',
    never > 0 ? notYetAsked(never) : '',
  ].filter((sentence) => sentence !== '');
  const urgent = withheld.length > 0 || outcome.isDangerUnasked;
  const lines = urgent ? lineCards(input.directory, input.emergency.lines, input.today) : [];
  return { says: says.join(' '), urgent, questions: [...withheld, ...notAsked], lines };
}

/** The call ended for a reason of its own (wrong number, nobody there) and no level is open: nobody will be asked any more. */
function isNobodyLeft({ ending, isCutShort, emergency, isDangerUnasked }: Outcome): boolean {
  return isCutShort && !emergency && !isDangerUnasked && ending?.level === 'none';
}

function askAgain(count: number): string {
  return count === 1
    ? 'A safety question has no answer: ask it again.'
    : `${count} safety questions have no answer: ask them again.`;
}

function toAskAfresh(count: number): string {
  return count === 1
    ? 'One safety question is to be asked afresh.'
    : `${count} safety questions are to be asked afresh.`;
}

function notYetAsked(count: number): string {
  return count === 1
    ? 'One safety question has not been asked yet.'
    : `${count} safety questions have not been asked yet.`;
}

function whyUnknown({ answers }: SummaryInput, id: string): Unknown {
  const options = [...(answers.unknownOptions.get(id)?.values() ?? [])];
  return answers.unknown.get(id) ?? options.find((reason) => reason !== 'not-asked') ?? 'not-asked';
}

function script({ questionnaire, answers, language }: SummaryInput, id: string): string {
  const question = questionnaire.questions.find((one) => one.id === id);
  if (question === undefined) return id;
  const say = inLanguage(scriptFor(question, isThirdParty(questionnaire, answers)), language);
  const open = answers.unknownOptions.get(id);
  const options = open === undefined ? question.options : question.options.filter((option) => open.has(option.id));
  // A script that points at a list cannot be asked without it; of a list that was answered only the rest is open.
  if (open === undefined && (question.type !== 'choices' || !/\bthese\b/i.test(askedSentence(say)))) return say;
  return `${say.trim()} ${options.map(({ label }) => inLanguage(label, language)).join('; ')}.`;
}
