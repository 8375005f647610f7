import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONTENT_SCHEMAS, draftContent } from '../../src/cli/parse-content.ts';
import { collect } from '../../src/documents/collect.ts';
import { partsOf } from '../../src/documents/schema-parts.ts';
import { checkEmergencyTexts } from '../../src/questionnaire/check-emergency-texts.ts';
import { checkText } from '../../src/questionnaire/check-texts.ts';
import { compileQuestionnaire } from '../../src/questionnaire/compile.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { text as textSchema } from '../../src/questionnaire/schema.ts';
import { isTranslated } from '../fixtures/translated-places.ts';

const SHIPPED = 'questionnaires/adult-intake';

/** A shipped file as it would be if nobody had translated it. */
function inEnglishAlone<K extends 'questionnaire' | 'emergency'>(kind: K) {
  const { value } = draftContent(kind, `${kind}.yaml`, readFileSync(`${SHIPPED}/${kind}.yaml`, 'utf8'));
  if (value === undefined) throw new Error('no YAML');
  return { ...value, value: CONTENT_SCHEMAS[kind].parse(englishOf(value.value)) };
}

function englishOf(value: unknown): unknown {
  if (isTranslated(value)) return inLanguage(value, 'en');
  if (Array.isArray(value)) return value.map(englishOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, englishOf(part)]));
}

type Path = readonly (string | number)[];

/** The ways to all texts under some key, wherever it stands. */
function placesOf(value: unknown, isSpoken: (path: Path) => boolean, path: Path = []): readonly string[] {
  if (typeof value === 'string') return isSpoken(path) ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([step, part]) => placesOf(part, isSpoken, [...path, step]));
}

test('every title, script, label and sentence of a questionnaire is asked for in each of its languages', () => {
  const document = inEnglishAlone('questionnaire');
  const spoken = placesOf(document.value, (path) => {
    const [list, , key] = path;
    const last = path.findLast((step) => typeof step === 'string');
    if (list === 'title') return true;
    if (list === 'sections') return last === 'title';
    if (list === 'questions')
      return key === 'options'
        ? last === 'label'
        : ['say', 'say_for_other', 'probe', 'help', 'none'].includes(String(key));
    if (list === 'facts') return last === 'label' || key === 'title';
    return list === 'dispositions' && (key === 'say' || key === 'steps' || key === 'title');
  });
  expect(spoken.length).toBeGreaterThan(500);
  const { problems } = compileQuestionnaire(document);
  const lines = new Set(spoken.map((path) => place(document.at(path.split('.').map(asStep)))));
  const missing = problems.filter(({ code }) => code === 'missing-text');
  expect(new Set(missing.map(({ position }) => place(position)))).toEqual(lines);
  expect(missing.length).toBe(spoken.length);
  expect(partsOf(CONTENT_SCHEMAS.questionnaire, textSchema, document.value).length).toBe(spoken.length);
});

test('the title and every step, notice and action of the emergency panel is asked for in each of the languages', () => {
  const document = inEnglishAlone('emergency');
  const spoken = placesOf(document.value, ([list]) =>
    ['title', 'steps', 'if_cut_off', 'notices', 'actions'].includes(String(list)),
  );
  expect(spoken.length).toBeGreaterThan(10);
  const problems = checkEmergencyTexts(document, ['en', 'es']);
  expect(problems.map(({ code }) => code)).toEqual(spoken.map(() => 'missing-text'));
  expect(new Set(problems.map(({ position }) => place(position)))).toEqual(
    new Set(spoken.map((path) => place(document.at(path.split('.').map(asStep))))),
  );
  expect(checkEmergencyTexts(document, ['en'])).toEqual([]);
});

/** What is found in a text of a questionnaire in English and Spanish: the code, the key, the remedy. */
function foundIn(text: string | Readonly<Record<string, string>>, languages = ['en', 'es']) {
  const { value } = draftContent('levels', 'l.yaml', 'format: intakeline/levels/1');
  if (value === undefined) throw new Error('no YAML');
  const { report, problems } = collect({ ...value, flaws: [] });
  checkText(text, ['aftercare', 0], { languages, declaredAt: [] }, report);
  return problems.map(({ code, message, remedy }) => [code, message, remedy]);
}

test('a language that is missing beside one that nobody declared was misspelt: one finding, which says so', () => {
  expect(foundIn({ en: 'Home', sp: 'Casa' })).toEqual([
    ['unknown-key', '`sp` is none of the declared languages', 'did you mean `es`?'],
  ]);
  expect(foundIn({ en: 'Home', es: 'Casa', fr: 'Maison' }).map(([code]) => code)).toEqual(['unknown-key']);
  expect(foundIn({ en: 'Home' })).toEqual([['missing-text', 'the text for `es` is missing', 'add it']]);
  expect(foundIn({ fr: 'Maison' }).map(([code]) => code)).toEqual(['unknown-key', 'missing-text', 'missing-text']);
});

test('a text that every language says alike is written once, and alone', () => {
  expect(foundIn({ same: 'Alabama' })).toEqual([]);
  expect(foundIn({ same: 'Alabama', en: 'Alabama' }).map(([code]) => code)).toEqual(['stray-key']);
  expect(foundIn('Alabama').map(([code]) => code)).toEqual(['missing-text']);
  expect(foundIn('Alabama', ['en'])).toEqual([]);
  expect(inLanguage({ same: 'Alabama' }, 'es')).toBe('Alabama');
});

function asStep(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step;
}

function place(position: { readonly line: number; readonly column: number } | undefined): string {
  return `${position?.line}:${position?.column}`;
}
