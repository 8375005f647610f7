/** Words to say must be there in every language that the questionnaire declares. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { QuestionnaireSource, QuestionSource, Text } from './schema.ts';

/** The languages of a questionnaire, and where in the document of the texts they are declared, if it is there. */
interface Declared {
  readonly languages: readonly string[];
  readonly declaredAt: readonly Path[];
}

/** Reports the languages that a text lacks, and those that nobody declared. */
export function checkText(
  text: Text | undefined,
  path: Path,
  { languages, declaredAt }: Declared,
  report: Report,
): void {
  if (text === undefined) return;
  if (typeof text === 'string') {
    if (languages.length > 1)
      report({
        code: 'missing-text',
        path,
        message: 'this text has one language only',
        remedy: `write one text each for ${languages.join(', ')}`,
        relies: declaredAt,
      });
    return;
  }
  for (const language of languages) {
    if (!Object.hasOwn(text, language))
      report({
        code: 'missing-text',
        path,
        message: `the text for \`${language}\` is missing`,
        remedy: 'add it',
        relies: [...declaredAt, [...path, language]],
      });
  }
  for (const language of Object.keys(text)) {
    if (languages.includes(language)) continue;
    report({
      code: 'unknown-key',
      path: [...path, language],
      part: 'key',
      message: `\`${language}\` is none of the declared languages`,
      remedy: suggest(language, languages),
      relies: declaredAt,
    });
  }
}

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
    ...source.sections.map(({ title }, index): Placed => [title, ['sections', index, 'title']]),
    ...source.questions.flatMap((question, index) => questionTexts(question, ['questions', index])),
    ...factTexts(source),
    ...(source.screens ?? []).map(({ title }, index): Placed => [title, ['screens', index, 'title']]),
    ...dispositionTexts(source),
  ];
  const languages = declared(source.languages);
  for (const [text, path] of texts) checkText(text, path, languages, report);
}

function questionTexts(question: QuestionSource, path: Path): readonly Placed[] {
  return [
    ...SPOKEN.map((key): Placed => [question[key], [...path, key]]),
    ...(question.options ?? []).map(({ label }, index): Placed => [label, [...path, 'options', index, 'label']]),
  ];
}

function factTexts({ facts = [] }: QuestionnaireSource): readonly Placed[] {
  return facts.flatMap(({ first_of: branches = [], bands = [] }, index) => [
    ...branches.map(({ label }, place): Placed => [label, ['facts', index, 'first_of', place, 'label']]),
    ...bands.map(({ label }, place): Placed => [label, ['facts', index, 'bands', place, 'label']]),
  ]);
}

function dispositionTexts({ dispositions = [] }: QuestionnaireSource): readonly Placed[] {
  return dispositions.flatMap(({ say, steps = [] }, index) => [
    [say, ['dispositions', index, 'say']] as const,
    ...steps.map((step, place): Placed => [step, ['dispositions', index, 'steps', place]]),
  ]);
}
