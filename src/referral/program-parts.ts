/** A referral for the program that is called: the level, what comes first, what is needed, and how the caller is reached if they agreed. */

import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import { usedAnswers } from '../questionnaire/used-answers.ts';
import type { DocumentLine, DocumentPart } from './care-document.ts';
import { type DocumentGround, namesLevel } from './document-ground.ts';
import { bulleted, dial, part, plain, strong } from './document-lines.ts';
import type { Summary } from './summary.ts';
import { capitalized } from './wording.ts';
import type { Words } from './words/words.ts';

type Need = keyof Words['documents']['needName'];

/** What a program has to know of a caller before it can say whether it takes them. */
export const NEEDS = [
  'age',
  'pregnancy',
  'state',
  'payment',
  'language',
  'affirming_care',
  'schedule',
  'transport',
] as const satisfies readonly Need[];

/** The parts of a referral, in reading order. */
export function programParts(ground: DocumentGround): readonly DocumentPart[] {
  const { words, summary } = ground;
  const isNamed = namesLevel(ground);
  return [
    ...part('level', words, levelLines(ground), summary.emergency !== null),
    ...part('ending', words, summary.ending === null ? [] : [plain(summary.ending.title)]),
    ...part('first', words, isNamed ? stepLines(ground) : []),
    ...part('needs', words, [...needLines(ground), ...(isNamed ? supportLines(ground) : [])]),
    ...part('ask', words, askLines(ground)),
    ...part('reach', words, reachLines(ground)),
  ];
}

function levelLines(ground: DocumentGround): readonly DocumentLine[] {
  const { summary, words } = ground;
  if (!namesLevel(ground)) return summary.ending === null ? [plain(words.documents.notSettled)] : [];
  return [strong(summary.level.headline)];
}

/** With answers withheld nearly every step is possible, and a list of these tells a program nothing. */
export function stepsTold({ summary, release }: DocumentGround): Summary['firstSteps'] {
  return release.withheld.length === 0
    ? summary.firstSteps
    : summary.firstSteps.filter(({ certainty }) => certainty === 'certain');
}

function stepLines(ground: DocumentGround): readonly DocumentLine[] {
  const { words } = ground;
  return stepsTold(ground).map(({ name, certainty }) =>
    certainty === 'certain' ? strong(name) : plain(words.documents.possibleStep(name)),
  );
}

function needLines({ input, words }: DocumentGround): readonly DocumentLine[] {
  const { questionnaire, answers, language } = input;
  return NEEDS.flatMap((use) =>
    usedAnswers(questionnaire, answers, use).flatMap(({ question, value }) => {
      // None of the listed needs is no need.
      if (typeof value === 'object' && value.length === 0) return [];
      const answer = answerInWords(question, value, language);
      const { needName, need, asked } = words.documents;
      // A yes means nothing without its question.
      return bulleted(
        question.type === 'yes-no' ? asked(askedOf(question, input), answer) : need(needName[use], answer),
      );
    }),
  );
}

function supportLines({ summary, words }: DocumentGround): readonly DocumentLine[] {
  const certain = summary.supports.filter(({ certainty }) => certainty === 'certain');
  return certain.map(({ name }) => bulleted(words.documents.support(name)));
}

/** What could not be read in the directory, of the program that is called; how far it is concerns the caller alone. */
function askLines(ground: DocumentGround): readonly DocumentLine[] {
  const { summary, words } = ground;
  const { referral, fallback } = summary;
  const offer = fallback.place === 'call-now' ? fallback.offer : referral;
  const { hard = [], preferences = [] } = (namesLevel(ground) ? offer?.primary : null) ?? {};
  const concerned = [...hard, ...preferences.filter(({ preference }) => preference !== 'near')];
  const asks = concerned.flatMap(({ outcome, says }) => (outcome === 'unknown' ? [says] : []));
  return [...asks.map((text) => `${capitalized(text)}.`), words.documents.opening].map(bulleted);
}

function reachLines({ release, summary, words }: DocumentGround): readonly DocumentLine[] {
  if (release.basis !== 'consent') return [plain(words.documents.notNamed)];
  const { followUp } = summary;
  if (followUp === null) return [plain(words.documents.notRecorded)];
  return [
    ...(followUp.callback === null ? [] : [dial(words.documents.callback(followUp.callback))]),
    ...followUp.notes.map(plain),
    ...(followUp.day === null ? [] : [plain(words.documents.followUp(followUp.day))]),
  ];
}
