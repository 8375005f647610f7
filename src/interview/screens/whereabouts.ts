/** Where help would have to go, how to call back and whom it is about, from the replies as they are: nothing is worked out for it. */

import { answerInWords } from '../../questionnaire/in-words.ts';
import type { Answers } from '../../questionnaire/model.ts';
import type { Use } from '../../questionnaire/schema.ts';
import { isThirdParty, usedAnswers } from '../../questionnaire/used-answers.ts';
import type { Dialogue } from '../dialogue-model.ts';
import type { Block } from '../screen.ts';
import { questionnaireOf } from './scripts.ts';

/** Where they are, as far as that is known, and the number. Home need not be where they are. */
export function whereabouts(dialogue: Dialogue): readonly Block[] {
  const words = dialogue.setting.words.emergency;
  const said = (use: Use, as = (words: string): string => words): readonly string[] => {
    const told = wordsFor(dialogue, use);
    return told === '' ? [] : [as(told)];
  };
  const home = [...said('state', words.livesIn), ...said('postal_code', words.homeCode)];
  const [place = words.unknownPlace] = said('location');
  const number = [...said('callback'), ...said('callback_message')];
  const lines = [
    words.where([place, ...home].join('; ')),
    ...(number.length === 0 ? [] : [words.callBack(number.join('; '))]),
  ];
  return lines.map((text) => ({ kind: 'text', text }));
}

/** Whether somebody calls about another person, as far as the replies tell. */
export function concernsOther(dialogue: Dialogue): boolean {
  return isThirdParty(questionnaireOf(dialogue), repliesAsTheyAre(dialogue));
}

function wordsFor(dialogue: Dialogue, use: Use): string {
  return usedAnswers(questionnaireOf(dialogue), repliesAsTheyAre(dialogue), use)
    .map(({ question, value }) => answerInWords(question, value, dialogue.setting.language))
    .join('; ');
}

/** Every value that was given, without asking whether its question still applies, which would have to be worked out. */
function repliesAsTheyAre(dialogue: Dialogue): Answers {
  const values = [...dialogue.state.given].flatMap(([id, { reply }]) =>
    'said' in reply ? [[id, reply.said] as const] : [],
  );
  return {
    questionnaire: questionnaireOf(dialogue).id,
    values: new Map(values),
    unknown: new Map(),
    unknownOptions: new Map(),
  };
}
