/** What kind of answers a question has: its options or its limits. */

import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import type { FactKind } from '../conditions/model.ts';
import { isOnGrid } from '../conditions/number-test.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { type Flawed, isSound } from '../documents/flaws.ts';
import { claimIds } from './claim-ids.ts';
import type { Option } from './model.ts';
import type { QuestionSource, QuestionType, Text } from './schema.ts';

/** The keys that only some types of question have. */
const OWN_KEYS: Readonly<Record<QuestionType, readonly (keyof QuestionSource)[]>> = {
  'yes-no': ['options', 'worse', 'unordered', 'baseline', 'stop'],
  choice: ['options', 'worse', 'unordered', 'baseline', 'stop'],
  choices: ['options', 'none', 'worse', 'unordered', 'baseline', 'stop'],
  number: ['min', 'max', 'step', 'worse', 'unordered', 'baseline'],
  text: [],
  date: [],
  phone: [],
};

const TYPED_KEYS = ['options', 'none', 'min', 'max', 'step', 'worse', 'unordered', 'baseline', 'stop'] as const;

/** The kind of a question; what is missing or does not belong to its type is reported. */
function questionKind(source: QuestionSource, path: Path, report: Report): FactKind {
  reportStrayKeys(source, path, report);
  switch (source.type) {
    case 'yes-no':
      reportYesNoOptions(source, path, report);
      return { kind: 'values', values: ['yes', 'no'] };
    case 'choice':
      return { kind: 'values', values: optionIds(source, path, report) };
    case 'choices':
      if (source.none === undefined)
        report({
          code: 'missing-key',
          path,
          message: '`none` is missing',
          remedy: 'add the label of "none of these"',
          relies: [[...path, 'none']],
        });
      return { kind: 'options', options: optionIds(source, path, report) };
    case 'number':
      return numberKind(source, path, report);
    case 'text':
    case 'date':
    case 'phone':
      return { kind: 'unreadable' };
    default:
      return source.type satisfies never;
  }
}

function reportStrayKeys(source: QuestionSource, path: Path, report: Report): void {
  for (const key of TYPED_KEYS) {
    if (source[key] === undefined || OWN_KEYS[source.type].includes(key)) continue;
    report({
      code: 'stray-key',
      path: [...path, key],
      part: 'key',
      message: `a \`${source.type}\` question has no \`${key}\``,
      remedy: 'delete it, or change the type',
    });
  }
}

function optionIds(source: QuestionSource, path: Path, report: Report): readonly string[] {
  if (source.options === undefined) {
    report({
      code: 'missing-options',
      path,
      message: `a \`${source.type}\` question needs \`options\``,
      remedy: 'list them, each with `id` and `label`',
      relies: [[...path, 'options']],
    });
    return [];
  }
  const claim = claimIds(report);
  for (const [index, { id }] of source.options.entries()) {
    const here = [...path, 'options', index, 'id'];
    claim(id, here, 'another option');
    if (id === NONE_OF_THESE)
      report({
        code: 'reserved-id',
        path: here,
        message: `\`${id}\` is a word of the condition syntax`,
        remedy: 'choose another id; every `choices` question has it anyway',
      });
  }
  return [...new Set(source.options.map((option) => option.id))];
}

function reportYesNoOptions(source: QuestionSource, path: Path, report: Report): void {
  if (source.options === undefined) return;
  const ids = source.options.map((option) => option.id).sort();
  if (ids.join() !== 'no,yes')
    report({
      code: 'unknown-option',
      path: [...path, 'options'],
      message: 'the options of a `yes-no` question are `yes` and `no`',
      remedy: 'use the type `choice` for others',
      relies: source.options.map((_, index) => [...path, 'options', index, 'id']),
    });
}

/** A grid that can never be asked for; keeps the compiler going after a fault. */
const EMPTY_GRID: FactKind = { kind: 'number', min: 0, max: 1, step: 1 };
const NO_VALUES: FactKind = { kind: 'values', values: [] };
const NO_OPTIONS: FactKind = { kind: 'options', options: [] };
const NO_TYPE: FactKind = { kind: 'unreadable' };

/** Whether a kind stands in for one that could not be made out, so that nothing can be said about answers. */
export function isMakeshift(kind: FactKind): boolean {
  const isEmpty =
    (kind.kind === 'values' ? kind.values : kind.kind === 'options' ? kind.options : undefined)?.length === 0;
  return isEmpty || kind === EMPTY_GRID || kind === NO_TYPE;
}

/** The kind of a question in a document of which parts may not fit the schema. */
export function draftKind(source: QuestionSource, path: Path, document: Flawed, report: Report): FactKind {
  const areSound = (...parts: readonly Path[]): boolean => parts.every((part) => isSound(document, [...path, ...part]));
  if (!areSound(['type'])) return NO_TYPE;
  const kind = questionKind(source, path, report);
  if (kind.kind === 'number') return areSound(['min'], ['max'], ['step']) ? kind : EMPTY_GRID;
  const ids = (source.options ?? []).map((_, index) => ['options', index, 'id']);
  if (areSound(['options'], ...ids)) return kind;
  if (source.type === 'choice') return NO_VALUES;
  return source.type === 'choices' ? NO_OPTIONS : kind;
}

function numberKind({ min, max, step = 1 }: QuestionSource, path: Path, report: Report): FactKind {
  const relies = ['min', 'max', 'step'].map((key) => [...path, key]);
  if (min === undefined || max === undefined) {
    report({
      code: 'bad-range',
      path,
      message: 'a `number` question needs `min` and `max`',
      remedy: 'add the smallest and the largest number to accept',
      relies,
    });
    return EMPTY_GRID;
  }
  if (min >= max || !isOnGrid(max, { min, max, step })) {
    const message = min >= max ? '`min` must be less than `max`' : 'steps from `min` never reach `max`';
    report({ code: 'bad-range', path: [...path, 'max'], message, remedy: 'correct `min`, `max` or `step`', relies });
    return EMPTY_GRID;
  }
  return { kind: 'number', min, max, step };
}

const YES_NO: Readonly<Record<'yes' | 'no', Readonly<Record<string, string>>>> = {
  yes: { en: 'Yes', es: 'Sí' },
  no: { en: 'No', es: 'No' },
};

/** The options to show, in the order written; those of a `yes-no` question need not be written. */
export function questionOptions(
  source: QuestionSource,
  languages: readonly string[],
  path: Path,
  report: Report,
): readonly Option[] {
  if (source.options !== undefined)
    return source.options.map(({ id, label, synonyms = [], means, loinc }) => ({ id, label, synonyms, means, loinc }));
  if (source.type !== 'yes-no') return [];
  const known = languages.every((language) => Object.hasOwn(YES_NO.yes, language));
  if (!known)
    report({
      code: 'missing-text',
      path,
      message: 'the words for yes and no are missing',
      remedy: 'add `options` with the ids `yes` and `no` and their labels',
      relies: [[...path, 'options'], ['languages']],
    });
  return [
    { id: 'yes', label: inLanguages(YES_NO.yes, languages), synonyms: [] },
    { id: 'no', label: inLanguages(YES_NO.no, languages), synonyms: [] },
  ];
}

function inLanguages(words: Readonly<Record<string, string>>, languages: readonly string[]): Text {
  return Object.fromEntries(languages.map((language) => [language, words[language] ?? language]));
}
