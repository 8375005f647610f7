/** Words to say must be there in every language that the questionnaire declares. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { EVERY_LANGUAGE } from './in-words.ts';
import type { QuestionnaireSource, QuestionSource, Text } from './schema.ts';

/** The languages of a questionnaire, and where in the document of the texts they are declared, if it is there. */
export interface Declared {
  readonly languages: readonly string[];
  readonly declaredAt: readonly Path[];
}

/** Reports the languages that a text lacks, and those that nobody declared. */
export function checkText(text: Text | undefined, path: Path, declared: Declared, report: Report): void {
  if (text === undefined) return;
  if (typeof text === 'string') checkPlain(path, declared, report);
  else if (Object.hasOwn(text, EVERY_LANGUAGE)) checkStray(text, path, report);
  else checkLanguages(text, path, declared, report);
}

/** A text without a language stands for the only one that there is. */
function checkPlain(path: Path, { languages, declaredAt }: Declared, report: Report): void {
  if (languages.length < 2) return;
  report({
    code: 'missing-text',
    path,
    message: 'this text has one language only',
    remedy: `write one text each for ${languages.join(', ')}, or one under \`${EVERY_LANGUAGE}\` if all of them say it so`,
    relies: declaredAt,
  });
}

function checkStray(text: Translated, path: Path, report: Report): void {
  for (const language of Object.keys(text)) {
    if (language === EVERY_LANGUAGE) continue;
    report({
      code: 'stray-key',
      path: [...path, language],
      part: 'key',
      message: `\`${language}\` beside \`${EVERY_LANGUAGE}\`, which is the text of every language`,
      remedy: `write one text for each language, without \`${EVERY_LANGUAGE}\``,
    });
  }
}

function checkLanguages(text: Translated, path: Path, { languages, declaredAt }: Declared, report: Report): void {
  const missing = languages.filter((language) => !Object.hasOwn(text, language));
  const strange = Object.keys(text).filter((language) => !languages.includes(language));
  // The one language that is missing beside one that nobody declared was misspelt: one fault, said once.
  const meant = missing.length === 1 && strange.length === 1 ? missing[0] : undefined;
  for (const language of strange)
    report({
      code: 'unknown-key',
      path: [...path, language],
      part: 'key',
      message: `\`${language}\` is none of the declared languages`,
      remedy: meant === undefined ? suggest(language, languages) : `did you mean \`${meant}\`?`,
      relies: declaredAt,
    });
  if (meant !== undefined) return;
  for (const language of missing)
    report({
      code: 'missing-text',
      path,
      message: `the text for \`${language}\` is missing`,
      remedy: 'add it',
      relies: [...declaredAt, [...path, language]],
    });
}

type Translated = Exclude<Text, string>;

function declared(languages: readonly string[]): Declared {
  const declaredAt = [['languages'], ...languages.map((_, index) => ['languages', index])];
  return { languages, declaredAt };
}

const SPOKEN = ['say', 'say_for_other', 'probe', 'help', 'none'] as const;

/** A text and where it stands. */
export type Placed = readonly [Text | undefined, Path];

/** Checks every text of a questionnaire. */
export function checkTexts(source: QuestionnaireSource, report: Report): void {
  const texts: readonly Placed[] = [
    [source.title, ['title']],
    ...source.sections.map(({ title }, index): Placed => [title, ['sections', index, 'title']]),
    ...source.questions.flatMap((question, index) => questionTexts(question, ['questions', index])),
    ...factTexts(source),
    ...(source.screens ?? []).map(({ title }, index): Placed => [title, ['screens', index, 'title']]),
    ...dispositionTexts(source),
  ];
  const languages = declared(source.languages);
  for (const [text, path] of texts) checkText(text, path, languages, report);
  checkReviewers(source, report);
}

/** Only texts in a further language are translations that somebody can have reviewed. */
function checkReviewers({ languages, translations_reviewed_by: reviewers = {} }: QuestionnaireSource, report: Report) {
  const further = languages.slice(1);
  for (const language of Object.keys(reviewers).filter((one) => !further.includes(one)))
    report({
      code: 'unknown-key',
      path: ['translations_reviewed_by', language],
      part: 'key',
      message: `\`${language}\` is none of the languages after the first`,
      remedy: suggest(language, further),
    });
}

function questionTexts(question: QuestionSource, path: Path): readonly Placed[] {
  return [
    ...SPOKEN.map((key): Placed => [question[key], [...path, key]]),
    ...(question.options ?? []).map(({ label }, index): Placed => [label, [...path, 'options', index, 'label']]),
  ];
}

function factTexts({ facts = [] }: QuestionnaireSource): readonly Placed[] {
  return facts.flatMap(({ title, first_of: branches = [], bands = [] }, index) => [
    [title, ['facts', index, 'title']] as const,
    ...branches.map(({ label }, place): Placed => [label, ['facts', index, 'first_of', place, 'label']]),
    ...bands.map(({ label }, place): Placed => [label, ['facts', index, 'bands', place, 'label']]),
  ]);
}

function dispositionTexts({ dispositions = [] }: QuestionnaireSource): readonly Placed[] {
  return dispositions.flatMap(({ title, say, steps = [] }, index) => [
    [title, ['dispositions', index, 'title']] as const,
    [say, ['dispositions', index, 'say']] as const,
    ...steps.map((step, place): Placed => [step, ['dispositions', index, 'steps', place]]),
  ]);
}
