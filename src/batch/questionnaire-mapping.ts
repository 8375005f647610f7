/** The mapping without a mapping file: headers are question ids to the letter, and values are the questionnaire's own words. */

import { inLanguage } from '../questionnaire/in-words.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';
import type { CellReading, Mapping } from './mapping.ts';
import { dispositionTexts, noneTexts, optionTexts } from './option-texts.ts';
import { answerIds, gridOf } from './reading-place.ts';

/** The columns in which exported calls say how they ended, and what stands there of an emergency (interview/call-row.ts). */
const ENDED = 'call.disposition';
const STATE = 'call.state';
const STOPPED = 'stopped';

/**
 * Reads what `calls export` writes, and the same in labels and synonyms: one option, a number, or options between `;`, with
 * `none-of-these` for none of them and `?` behind one that is unsure. Nobody said that the columns are meant so, so that `AGE`,
 * which holds codes in many exports, is not taken for `age`.
 */
export function questionnaireMapping(questionnaire: Questionnaire): Mapping {
  return {
    id: questionnaire.id,
    title: inLanguage(questionnaire.title, questionnaire.languages[0] ?? 'en'),
    questionnaire: questionnaire.id,
    exactNames: true,
    missing: new Set(['']),
    readings: questionnaire.questions.flatMap((question) => {
      const cell = cellOf(question);
      const common = { question: question.id, skipped: 'reject', unclear: new Set<string>() } as const;
      return cell === undefined ? [] : [{ ...common, kind: 'cell', column: [question.id], cell }];
    }),
    ended: { column: [ENDED], values: dispositionTexts(questionnaire) },
    emergency: { column: [STATE], values: new Set([STOPPED]) },
    implications: [],
    assumptions: [],
  };
}

/** How the answers to a question stand in a cell; undefined where no rule reads them. */
function cellOf(question: Question): CellReading | undefined {
  switch (question.kind.kind) {
    case 'values':
      return { kind: 'values', values: optionTexts(question) };
    case 'number':
      return { kind: 'number', grid: gridOf(question), ranges: new Map() };
    case 'options':
      return {
        kind: 'list',
        options: answerIds(question),
        separator: ';',
        values: optionTexts(question),
        none: noneTexts(question),
        unsure: '?',
      };
    case 'unreadable':
      return undefined;
    default:
      return question.kind satisfies never;
  }
}
