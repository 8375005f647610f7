/** What the screening instruments of a call came to, and the answers that call for the emergency panel whatever they came to. */

import { type ScreenResult, screenResults } from '../decision/screens.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords, inLanguage } from '../questionnaire/in-words.ts';
import type { SaidBlock, ScreenBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { wordsIn } from './words/words.ts';

/** Every screen of which something was answered, in the order of the questionnaire. */
export function screenBlocks({ questionnaire, answers, language }: SummaryInput): readonly ScreenBlock[] {
  return screenResults(questionnaire, answers).map((result) => {
    const facts = questionnaire.facts.filter(({ id }) => id === result.screen.result);
    const labels = facts.flatMap(({ labels: all }) => [...all]);
    const results = result.results.map((id) => {
      const label = labels.find(([value]) => value === id)?.[1];
      return { id, name: label === undefined ? id : inLanguage(label, language) };
    });
    const { screen, lowest, highest, outOf, positive } = result;
    const title = inLanguage(screen.title, language);
    return { id: screen.id, title, lowest, highest, outOf, positive, results, says: says(result, results, language) };
  });
}

/** `3 to 6 of 6; perhaps positive: items are missing (low mood unlikely or likely)`. */
function says(
  { lowest, highest, outOf, positive }: ScreenResult,
  results: ScreenBlock['results'],
  language: string,
): string {
  const { screens } = wordsIn(language);
  const score = lowest === highest ? String(lowest) : screens.range(lowest, highest);
  const names = results.map(({ name }) => name).join(screens.or);
  return `${screens.score(score, outOf)}; ${screens.positive[positive]} (${names})`;
}

/** Answers for which the questionnaire wants the emergency panel offered, whatever else was said. */
export function panelBlocks(input: SummaryInput): readonly SaidBlock[] {
  const { questionnaire, answers, language } = input;
  const { screens } = wordsIn(language);
  return questionnaire.questions.flatMap((question) => {
    const value = answers.values.get(question.id);
    if (question.panel === undefined || value === undefined) return [];
    const said = typeof value === 'object' ? value : [String(value)];
    const named = question.panel.filter((option) => said.includes(option));
    if (named.length === 0) return [];
    const words = answerInWords(question, named.length === 1 ? (named[0] ?? '') : named, language);
    return [{ question: question.id, says: screens.panel(words, askedOf(question, input)) }];
  });
}
