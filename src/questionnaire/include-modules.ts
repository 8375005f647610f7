/** A questionnaire with the modules that it includes: one document, whose problems are reported where each part was written. */

import { composedDocument, type Origin } from '../documents/composed.ts';
import type { Document, Path } from '../documents/document.ts';
import { withoutLanguages } from './in-languages.ts';
import type { ModuleSource } from './module-schema.ts';
import type { IncludeSource, QuestionnaireSource, QuestionSource } from './schema.ts';

/** A module that was found, and which entry of `include` asks for it. */
export interface Included {
  /** Place in the list `include`, from 0. */
  readonly place: number;
  readonly document: Document<ModuleSource>;
}

/** A part of the questionnaire, with where it and pieces of it were written. */
interface Placed<T> {
  readonly value: T;
  /** Ways within the part. */
  readonly origins: readonly Origin[];
}

/**
 * Puts modules into a questionnaire. Questions come where `include` says, in the order of the list; facts come before the questionnaire's own,
 * which may read them. Of texts in several languages those are taken that the questionnaire declares.
 */
export function includeModules(
  main: Document<QuestionnaireSource>,
  modules: readonly Included[],
): Document<QuestionnaireSource> {
  const source = main.value;
  const taken = modules.map((one) => {
    const unwanted = one.document.value.languages.filter((language) => !source.languages.includes(language));
    const { questions: asked, facts: derived, screens: shown, ...rest } = one.document.value;
    return {
      ...one,
      value: { ...rest, ...withoutLanguages({ questions: asked, facts: derived, screens: shown }, unwanted) },
    };
  });
  const questions = taken.reduce(withQuestions(main), own(main, 'questions', source.questions));
  const facts = [...fromModules(taken, 'facts', ({ facts: some }) => some), ...own(main, 'facts', source.facts)];
  const instruments = [
    ...own(main, 'instruments', source.instruments),
    ...fromModules(taken, 'instruments', ({ instruments: some }) => some),
  ];
  const screens = [
    ...own(main, 'screens', source.screens),
    ...fromModules(taken, 'screens', ({ screens: some }) => some),
  ];
  const value = {
    ...source,
    questions: valuesOf(questions),
    ...(facts.length > 0 && { facts: valuesOf(facts) }),
    ...(instruments.length > 0 && { instruments: valuesOf(instruments) }),
    ...(screens.length > 0 && { screens: valuesOf(screens) }),
  };
  const lists = { questions, facts, instruments, screens };
  const origins = Object.entries(lists).flatMap(([list, parts]) => parts.flatMap(originsIn(list)));
  return composedDocument(main, value, origins);
}

type Taken = Included & { readonly value: ModuleSource };

function valuesOf<T>(parts: readonly Placed<T>[]): T[] {
  return parts.map(({ value }) => value);
}

/** The entries of a list as they stand in a file. */
function own<T>(document: Document<unknown>, list: string, entries: readonly T[] = []): readonly Placed<T>[] {
  return entries.map((value, index) => ({ value, origins: [{ path: [], document, at: [list, index] }] }));
}

/** The entries of a list of all modules. */
function fromModules<T>(
  taken: readonly Taken[],
  list: string,
  entries: (module: ModuleSource) => readonly T[] | undefined,
): readonly Placed<T>[] {
  return taken.flatMap(({ document, value }) => own(document, list, entries(value)));
}

/** The origins of the parts of a list, each at the place that it has come to. */
function originsIn(list: string): (part: Placed<unknown>, index: number) => readonly Origin[] {
  return ({ origins }, index) => origins.map((one) => ({ ...one, path: [list, index, ...one.path] }));
}

/** Puts the questions of a module among those that are there. One whose place is not known comes last; that is reported elsewhere. */
function withQuestions(main: Document<QuestionnaireSource>) {
  return (
    before: readonly Placed<QuestionSource>[],
    { place, document, value }: Taken,
  ): readonly Placed<QuestionSource>[] => {
    const entry = main.value.include?.[place];
    if (entry === undefined) return before;
    const at = placeOf(entry, before, main.value);
    const section = entry.section ?? before[at - 1]?.value.section ?? '';
    const key = entry.section === undefined ? 'after' : 'section';
    const added = value.questions.map((question, index): Placed<QuestionSource> => {
      const written: Path = ['questions', index];
      const placed = { path: ['section'], document: main, at: ['include', place, key] };
      const gated = withGate({ ...question, section }, entry);
      return {
        value: gated,
        origins: [
          { path: [], document, at: written },
          placed,
          ...gateOrigins(gated, entry, { main, document, place, written }),
        ],
      };
    });
    return before.toSpliced(at, 0, ...added);
  };
}

/** How many of the questions come before those of a module. */
function placeOf(
  { after, section }: IncludeSource,
  before: readonly Placed<QuestionSource>[],
  { sections }: QuestionnaireSource,
): number {
  if (section === undefined) {
    const found = before.findIndex(({ value }) => value.id === after);
    return found === -1 ? before.length : found + 1;
  }
  const order = sections.map(({ id }) => id);
  const last = before.findLastIndex(({ value }) => order.indexOf(value.section) <= order.indexOf(section));
  return last + 1;
}

/** A question with the condition of `include` before its own. */
function withGate(question: QuestionSource, { ask_if: gate }: IncludeSource): QuestionSource {
  if (gate === undefined) return question;
  return { ...question, ask_if: question.ask_if === undefined ? gate : { all: [gate, question.ask_if] } };
}

interface Files {
  readonly main: Document<unknown>;
  readonly document: Document<unknown>;
  readonly place: number;
  readonly written: Path;
}

function gateOrigins(
  { ask_if: gated }: QuestionSource,
  { ask_if: gate }: IncludeSource,
  { main, document, place, written }: Files,
): readonly Origin[] {
  if (gate === undefined) return [];
  const ofInclude: Origin = { path: ['ask_if'], document: main, at: ['include', place, 'ask_if'] };
  if (gated === gate) return [ofInclude];
  return [
    { path: ['ask_if'], document, at: [...written, 'ask_if'] },
    { ...ofInclude, path: ['ask_if', 'all', 0] },
    { path: ['ask_if', 'all', 1], document, at: [...written, 'ask_if'] },
  ];
}
