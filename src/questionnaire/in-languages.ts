/** A module's texts in the languages of whoever includes it. */

import type { ModuleSource } from './module-schema.ts';
import type { FactSource, Text } from './schema.ts';

type Question = ModuleSource['questions'][number];
type Pick = (text: Text) => Text;

/**
 * The module without texts in languages that are not wanted. One that is missing stays missing: a check says so, in the file where
 * it is to be added.
 */
export function inLanguages(module: ModuleSource, wanted: readonly string[]): ModuleSource {
  const unwanted = module.languages.filter((language) => !wanted.includes(language));
  const pick: Pick = (text) =>
    typeof text === 'string'
      ? text
      : Object.fromEntries(Object.entries(text).filter(([language]) => !unwanted.includes(language)));
  const { facts, screens } = module;
  return {
    ...module,
    questions: module.questions.map((question) => questionIn(question, pick)),
    ...(facts && { facts: facts.map((fact) => factIn(fact, pick)) }),
    ...(screens && { screens: screens.map((screen) => ({ ...screen, title: pick(screen.title) })) }),
  };
}

function questionIn(question: Question, pick: Pick): Question {
  const { say, say_for_other: forOther, probe, help, none, options } = question;
  return {
    ...question,
    say: pick(say),
    ...(forOther !== undefined && { say_for_other: pick(forOther) }),
    ...(probe !== undefined && { probe: pick(probe) }),
    ...(help !== undefined && { help: pick(help) }),
    ...(none !== undefined && { none: pick(none) }),
    ...(options && { options: labelled(options, pick) }),
  };
}

function factIn(fact: FactSource, pick: Pick): FactSource {
  const { first_of: branches, bands } = fact;
  return {
    ...fact,
    ...(branches && { first_of: labelled(branches, pick) }),
    ...(bands && { bands: labelled(bands, pick) }),
  };
}

function labelled<T extends { readonly label?: Text | undefined }>(entries: readonly T[], pick: Pick): T[] {
  return entries.map((entry) => (entry.label === undefined ? entry : { ...entry, label: pick(entry.label) }));
}
