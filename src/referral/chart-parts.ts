/** What the chart has beside the whole summary: every answer, and to whom something was disclosed. */

import { instantText } from '../interview/instant.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerSoFarInWords, inLanguage } from '../questionnaire/in-words.ts';
import type { Question } from '../questionnaire/model.ts';
import type { DocumentLine, DocumentPart } from './care-document.ts';
import type { DocumentGround } from './document-ground.ts';
import { bulleted, part, under } from './document-lines.ts';
import type { SummaryInput } from './summary-input.ts';

/** The parts of the chart below its summary. */
export function chartParts(ground: DocumentGround): readonly DocumentPart[] {
  const { words, input } = ground;
  return [
    ...part(
      'answers',
      words,
      input.questionnaire.questions.flatMap((question) => answerLines(question, ground)),
    ),
    ...part('disclosures', words, disclosureLines(ground)),
  ];
}

/** A question of which nothing is recorded was not asked, and the summary says so where it matters. */
function answerLines(question: Question, { input, words }: DocumentGround): readonly DocumentLine[] {
  const { answers, language } = input;
  const why = answers.unknown.get(question.id);
  const said = answerSoFarInWords(question, answers, language);
  if (said === '' && why === undefined) return [];
  const answer = said === '' && why !== undefined ? words.documents.unknown[why] : said;
  return [bulleted(words.documents.asked(askedOf(question, input), answer))];
}

function disclosureLines({ input, words }: DocumentGround): readonly DocumentLine[] {
  const { call } = input;
  if (call === undefined) return [];
  const { disclosed, titles, because, notNamedHere, basis, madeOf } = words.documents;
  return (call.record.disclosures ?? []).flatMap((one) => [
    bulleted(disclosed(instantText(one.at), titles[one.for], one.to ?? notNamedHere, one.by ?? notNamedHere)),
    ...(one.basis === undefined ? [] : [under(basis[one.basis])]),
    ...(one.because === undefined ? [] : [under(because(one.because))]),
    ...(one.sections === undefined ? [] : [under(madeOf(titlesOf(one.sections, input)))]),
  ]);
}

/** A section that the questionnaire no longer has is named by its id. */
function titlesOf(ids: readonly string[], { questionnaire, language }: SummaryInput): string {
  const titles = new Map(questionnaire.sections.map(({ id, title }) => [id, inLanguage(title, language)]));
  return ids.map((id) => titles.get(id) ?? id).join(', ');
}
