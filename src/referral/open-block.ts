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
import { inSentence, silence } from './wording.ts';
import { wordsIn } from './words/words.ts';

/** What is still open and the question that tells most; null where the result is settled. */
export function openBlock(input: SummaryInput, outcome: Outcome): OpenBlock | null {
  const { decision } = input;
  if (decision.settled || outcome.emergency || isNobodyLeft(outcome)) return null;
  if (outcome.endsWith === 'none') return safetyOnly(input);
  const [next] = decision.ask;
  return {
    says: [openLevels(input, outcome), openSteps(input), openEndings(input)].filter((line) => line !== undefined),
    next: next === undefined ? null : { question: next.question, says: script(input, next.question) },
    further: Math.max(0, decision.ask.length - 1),
  };
}

/** Where no level is given, the safety questions still are. */
function safetyOnly({ decision, language }: SummaryInput): OpenBlock | null {
  if (!decision.levels.includes('emergency')) return null;
  return { says: [wordsIn(language).open.emergencyPossible], next: null, further: 0 };
}

function openLevels({ care, decision, policy, language }: SummaryInput, { levels }: Outcome): string | undefined {
  if (levels.length < 2) return undefined;
  const names = levels
    .filter((id) => decision.silent === 'no' || id !== policy.otherwise.level)
    .map((id) => inSentence(care.levels[id].name));
  const words = wordsIn(language).open;
  return decision.silent === 'no'
    ? words.levels(names)
    : words.levelsOrSilence(names, silence(policy.otherwise, language));
}

function openSteps({ care, decision, language }: SummaryInput): string | undefined {
  const names = stepsThatAre('possible', decision).map((id) => inSentence(care.firstSteps[id].name));
  return names.length === 0 ? undefined : wordsIn(language).open.firstSteps(names);
}

function openEndings({ decision, questionnaire, language }: SummaryInput): string | undefined {
  const possible = decision.dispositions.filter(({ certainty }) => certainty === 'possible').map(({ id }) => id);
  const titles = questionnaire.dispositions
    .filter(({ id }) => possible.includes(id))
    .map(({ title }) => inSentence(inLanguage(title, language)));
  return titles.length === 0 ? undefined : wordsIn(language).open.endings(titles);
}

/** Safety questions without an answer. What somebody would not or could not say weighs more than what nobody has asked since. */
export function safetyBlock(input: SummaryInput, outcome: Outcome): SafetyBlock | null {
  const { directory, emergency, today, language } = input;
  const questions = input.decision.unknownSafety
    .map((id) => ({ id, says: script(input, id), because: whyUnknown(input, id) }))
    .filter(({ because }) => because !== 'not-asked' || !isNobodyLeft(outcome));
  if (questions.length === 0) return null;
  const withheld = questions.filter(({ because }) => because !== 'not-asked');
  const notAsked = questions.filter(({ because }) => because === 'not-asked');
  const afresh = notAsked.filter(({ id }) => input.call?.record.askAgain.includes(id) === true);
  const never = notAsked.length - afresh.length;
  const words = wordsIn(language).open;
  const says = [
    withheld.length > 0 ? words.askAgain(withheld.length) : '',
    afresh.length > 0 ? words.askAfresh(afresh.length) : '',
    never > 0 ? words.notAskedYet(never) : '',
  ].filter((sentence) => sentence !== '');
  const urgent = withheld.length > 0 || outcome.isDangerUnasked;
  const lines = urgent ? lineCards(directory, emergency.lines, today, language) : [];
  return { says: says.join(' '), urgent, questions: [...withheld, ...notAsked], lines };
}

/** The call ended for a reason of its own (wrong number, nobody there) and no level is open: nobody will be asked any more. */
function isNobodyLeft({ ending, isCutShort, emergency, isDangerUnasked }: Outcome): boolean {
  return isCutShort && !emergency && !isDangerUnasked && ending?.level === 'none';
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
  const isListMeant = question.type === 'choices' && wordsIn(language).open.pointsAtList.test(askedSentence(say));
  if (open === undefined && !isListMeant) return say;
  return `${say.trim()} ${options.map(({ label }) => inLanguage(label, language)).join('; ')}.`;
}
