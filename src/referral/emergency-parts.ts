/** One page for whoever helps: what happened, where, what was taken and what else is a risk, what was done. */

import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { Use } from '../questionnaire/schema.ts';
import { isRemarkable, type UsedAnswer, usedAnswers } from '../questionnaire/used-answers.ts';
import type { DocumentLine, DocumentPart } from './care-document.ts';
import type { DocumentGround } from './document-ground.ts';
import { bulleted, dial, part, plain, strong } from './document-lines.ts';
import { whereIs } from './emergency-block.ts';

/** Said where the place is said, or who speaks: no risk of their own. */
const ELSEWHERE: readonly Use[] = ['location', 'state', 'postal_code', 'callback', 'callback_message', 'third_party'];

/** The parts of the page, in reading order; where there is no emergency it only says so. */
export function emergencyParts(ground: DocumentGround): readonly DocumentPart[] {
  const { words, release } = ground;
  if (release.basis !== 'emergency') return part('happened', words, [plain(words.documents.noEmergency)]);
  const said = toldAnswers(ground);
  const happened = said
    .filter(({ question }) => question.safety)
    .map(({ question, value }) => bulleted(inWords({ question, value }, ground)));
  const known = said
    .filter(({ question }) => !question.safety)
    .map(({ question, value }) => bulleted(inWords({ question, value }, ground)));
  return [
    ...part('happened', words, orNothing([...toldLines(ground), ...happened], ground), true),
    ...part('where', words, orNothing([...whereIs(ground.input).map(strong), ...reachLines(ground)], ground)),
    ...part('taken', words, known),
    ...part('done', words, orNothing(doneLines(ground), ground)),
  ];
}

function orNothing(lines: readonly DocumentLine[], { words }: DocumentGround): readonly DocumentLine[] {
  return lines.length > 0 ? lines : [plain(words.documents.notRecorded)];
}

/** What an unremarkable caller would not have said, in script order; of the released answers those that are for responders. */
function toldAnswers({ input }: DocumentGround): readonly UsedAnswer[] {
  return input.questionnaire.questions.flatMap((question) => {
    const value = input.answers.values.get(question.id);
    if (value === undefined || question.inEmergency !== true) return [];
    // The usual number, such as an age, is worth as much as another one.
    if (question.type !== 'number' && !isRemarkable({ question, value })) return [];
    return question.uses.some((use) => ELSEWHERE.includes(use)) ? [] : [{ question, value }];
  });
}

function inWords({ question, value }: UsedAnswer, { input, words }: DocumentGround): string {
  const answer = answerInWords(question, value, input.language);
  // A red flag speaks for itself; a yes, a number or an option means nothing without its question.
  return question.safety && question.type === 'choices'
    ? answer
    : words.documents.asked(askedOf(question, input), answer);
}

function toldLines({ summary }: DocumentGround): readonly DocumentLine[] {
  return (summary.told?.says ?? []).map(strong);
}

function reachLines({ input, words }: DocumentGround): readonly DocumentLine[] {
  const { questionnaire, answers } = input;
  return usedAnswers(questionnaire, answers, 'callback')
    .filter(({ question }) => question.type === 'phone')
    .map(({ value }) => dial(words.documents.callback(String(value))));
}

function doneLines({ summary, words }: DocumentGround): readonly DocumentLine[] {
  return (summary.call?.log ?? []).map(({ clock, done }) => bulleted(words.documents.doneAt(clock, done)));
}
