import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ContentKind } from '../../src/cli/content-kinds.ts';
import { draftContent } from '../../src/cli/parse-content.ts';
import { checkEmergencyTexts } from '../../src/questionnaire/check-emergency-texts.ts';
import { compileQuestionnaire } from '../../src/questionnaire/compile.ts';

const SHIPPED = 'questionnaires/adult-intake';

/** A shipped file as it would be in a questionnaire of two languages. */
function inTwoLanguages<K extends ContentKind>(kind: K) {
  const text = readFileSync(`${SHIPPED}/${kind}.yaml`, 'utf8').replace('languages: [en]', 'languages: [en, es]');
  const { value } = draftContent(kind, `${kind}.yaml`, text);
  if (value === undefined) throw new Error('no YAML');
  return value;
}

type Path = readonly (string | number)[];

/** The ways to all texts under some key, wherever it stands. */
function placesOf(value: unknown, isSpoken: (path: Path) => boolean, path: Path = []): readonly string[] {
  if (typeof value === 'string') return isSpoken(path) ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([step, part]) => placesOf(part, isSpoken, [...path, step]));
}

test('every script, label and sentence of a questionnaire is asked for in each of its languages', () => {
  const document = inTwoLanguages('questionnaire');
  const spoken = placesOf(document.value, (path) => {
    const [list, , key] = path;
    const last = path.findLast((step) => typeof step === 'string');
    if (list === 'sections') return last === 'title';
    if (list === 'questions')
      return key === 'options'
        ? last === 'label'
        : ['say', 'say_for_other', 'probe', 'help', 'none'].includes(String(key));
    if (list === 'facts') return last === 'label';
    return list === 'dispositions' && (key === 'say' || key === 'steps');
  });
  expect(spoken.length).toBeGreaterThan(500);
  const { problems } = compileQuestionnaire(document);
  const lines = new Set(spoken.map((path) => place(document.at(path.split('.').map(asStep)))));
  const missing = problems.filter(({ code }) => code === 'missing-text');
  expect(new Set(missing.map(({ position }) => place(position)))).toEqual(lines);
  expect(missing.length).toBe(spoken.length);
});

test('every step, notice and action of the emergency panel is asked for in each of the languages', () => {
  const document = inTwoLanguages('emergency');
  const spoken = placesOf(document.value, ([list]) =>
    ['steps', 'if_cut_off', 'notices', 'actions'].includes(String(list)),
  );
  expect(spoken.length).toBeGreaterThan(10);
  const problems = checkEmergencyTexts(document, ['en', 'es']);
  expect(problems.map(({ code }) => code)).toEqual(spoken.map(() => 'missing-text'));
  expect(new Set(problems.map(({ position }) => place(position)))).toEqual(
    new Set(spoken.map((path) => place(document.at(path.split('.').map(asStep))))),
  );
  expect(checkEmergencyTexts(document, ['en'])).toEqual([]);
});

function asStep(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step;
}

function place(position: { readonly line: number; readonly column: number } | undefined): string {
  return `${position?.line}:${position?.column}`;
}
