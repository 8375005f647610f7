/** An answers file → answers that fit the questionnaire. Ids only: labels and synonyms are for people and exports. */

import type { FactValue } from '../conditions/model.ts';
import { collect, problemAt, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { rejections } from './accept-answer.ts';
import type { DatedHandOff } from './hand-off.ts';
import type { Answers, Note, OverrideSource, Question, Questionnaire, Unknown } from './model.ts';
import type { AnswersSource } from './schema.ts';

const LISTS = [
  { key: 'unsure', why: 'unsure' },
  { key: 'declined', why: 'declined' },
  { key: 'not_asked', why: 'not-asked' },
] as const;

type Lists = Readonly<Partial<Record<(typeof LISTS)[number]['key'], readonly string[] | undefined>>>;

/** What a caller said as a person writes it, in an answers file or in a case. */
export interface SaidSource extends Lists {
  readonly answers: AnswersSource['answers'];
}

/** Compiles an answers file and goes on after each fault; contradictions are found by whoever knows the completions. */
export function compileAnswers(document: Document<AnswersSource>, questionnaire: Questionnaire): Outcome<Answers> {
  const { report, outcome } = collect(document);
  const { value } = document;
  if (value.questionnaire !== questionnaire.id) {
    const message = `the answers belong to another questionnaire than \`${questionnaire.id}\``;
    report({
      code: 'wrong-questionnaire',
      path: ['questionnaire'],
      message,
      remedy: 'choose the questionnaire they were given to, with `--questionnaire FOLDER`',
    });
  }
  const said = compileSaid(value, [], questionnaire, report);
  return outcome({ ...said, ...compileAround(value, questionnaire, report) });
}

/** What the counselor added to the answers: how the call ended, another level, notes, hand-offs. */
function compileAround(
  { ended, override, notes, hand_offs: handOffs }: AnswersSource,
  questionnaire: Questionnaire,
  report: Report,
): Pick<Answers, 'ended' | 'override' | 'notes' | 'handOffs'> {
  const dispositions = questionnaire.dispositions.map(({ id }) => id);
  if (ended !== undefined && !dispositions.includes(ended))
    report({
      code: 'unknown-disposition',
      path: ['ended'],
      message: 'there is no disposition with this id',
      remedy: suggest(ended, dispositions) ?? 'use the ids of the questionnaire',
    });
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  for (const [index, { question }] of (notes ?? []).entries())
    if (question !== undefined && !questions.has(question))
      reportUnknown(question, questions, { path: ['notes', index, 'question'] }, report);
  return {
    ...(ended === undefined ? {} : { ended }),
    ...(override === undefined ? {} : { override: overrideOf(override) }),
    ...(notes === undefined ? {} : { notes: notes.map(noteOf) }),
    ...(handOffs === undefined ? {} : { handOffs: handOffs.map(handOffOf) }),
  };
}

function overrideOf({ level, code, note }: NonNullable<AnswersSource['override']>): OverrideSource {
  return { level, code, ...(note === undefined ? {} : { note }) };
}

function noteOf({ question, text }: NonNullable<AnswersSource['notes']>[number]): Note {
  return { ...(question === undefined ? {} : { question }), text };
}

function handOffOf(source: NonNullable<AnswersSource['hand_offs']>[number]): DatedHandOff {
  const { program, outcome, how, program_id: programId, accepted_by: by, appointment, note, at } = source;
  return {
    program,
    outcome,
    how,
    ...(programId === undefined ? {} : { programId }),
    ...(by === undefined ? {} : { by }),
    ...(appointment === undefined ? {} : { appointment }),
    ...(note === undefined ? {} : { note }),
    ...(at === undefined ? {} : { at }),
  };
}

/** The problem of an answer to a question that does not apply, given the other answers. */
export function contradictionProblem(document: Document<unknown>, question: string): Problem {
  return problemAt(document, {
    code: 'contradiction',
    path: ['answers', question],
    part: 'key',
    message: `\`${question}\` does not apply, given the other answers`,
    remedy: 'delete it, or correct the answer that it depends on',
  });
}

/** Compiles answers and the lists of unknowns that stand at a path. */
export function compileSaid(source: SaidSource, path: Path, questionnaire: Questionnaire, report: Report): Answers {
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const values = new Map<string, FactValue>();
  for (const [id, value] of Object.entries(source.answers)) {
    const here = [...path, 'answers', id];
    const question = questions.get(id);
    if (question === undefined) reportUnknown(id, questions, { path: here, part: 'key' }, report);
    else if (reportRejections(question, value, here, report)) values.set(id, value);
  }
  return { questionnaire: questionnaire.id, values, ...compileLists(source, { path, questions, values, report }) };
}

/** Reports why a question does not accept a value that stands at a path; whether it does. */
export function reportRejections(
  question: Question,
  value: AnswersSource['answers'][string],
  path: Path,
  report: Report,
): boolean {
  const found = rejections(question, value);
  for (const { code, entry, message, remedy } of found)
    report({ code, path: entry === undefined ? path : [...path, entry], message, remedy });
  return found.length === 0;
}

interface ListScope {
  readonly path: Path;
  readonly questions: ReadonlyMap<string, Question>;
  readonly values: Answers['values'];
  readonly report: Report;
}

interface Reference {
  readonly id: string;
  readonly option: string | undefined;
  readonly why: Unknown;
}

function compileLists(source: SaidSource, scope: ListScope): Pick<Answers, 'unknown' | 'unknownOptions'> {
  const unknown = new Map<string, Unknown>();
  const unknownOptions = new Map<string, Map<string, Unknown>>();
  for (const { id, option, why } of references(source, scope)) {
    if (option !== undefined)
      unknownOptions.set(id, (unknownOptions.get(id) ?? new Map<string, Unknown>()).set(option, why));
    else if (why !== 'not-asked') unknown.set(id, why);
  }
  return { unknown, unknownOptions };
}

/** The usable entries of all lists; each question or option once, and only where it was not answered. */
function references(source: SaidSource, scope: ListScope): readonly Reference[] {
  const seen = new Set<string>();
  return LISTS.flatMap(({ key, why }) =>
    (source[key] ?? []).flatMap((reference, index): readonly Reference[] => {
      const path = [...scope.path, key, index];
      const [id = '', option] = reference.split('.');
      if (!isUsable(id, option, path, scope)) return [];
      const message = clash(reference, seen, isAnswered(source, id, option));
      if (message === undefined) {
        seen.add(reference);
        return [{ id, option, why }];
      }
      scope.report({ code: 'known-and-unknown', path, message, remedy: 'keep one of the two' });
      return [];
    }),
  );
}

/** Why a question or option cannot stand in a list beside what was said and listed before; undefined where it can. */
function clash(reference: string, seen: ReadonlySet<string>, isKnown: boolean): string | undefined {
  if (isKnown || seen.has(reference)) return 'the same question or option stands elsewhere in the file, too';
  const [id = '', option] = reference.split('.');
  const isPartOfSeen = option !== undefined && seen.has(id);
  const hasSeenPart = option === undefined && [...seen].some((other) => other.startsWith(`${id}.`));
  return isPartOfSeen || hasSeenPart ? 'the whole question and one of its options are both unknown' : undefined;
}

function isAnswered({ answers }: SaidSource, id: string, option: string | undefined): boolean {
  if (!Object.hasOwn(answers, id)) return false;
  const value = answers[id];
  return option === undefined || (typeof value === 'object' && value.includes(option));
}

function isUsable(id: string, option: string | undefined, path: Path, { questions, report }: ListScope): boolean {
  const question = questions.get(id);
  if (question === undefined) {
    reportUnknown(id, questions, { path }, report);
    return false;
  }
  if (option === undefined) return true;
  if (question.kind.kind !== 'options') {
    report({
      code: 'wrong-answer',
      path,
      message: 'only single options of a `choices` question can be unknown',
      remedy: 'name the question without an option',
    });
    return false;
  }
  if (question.kind.options.includes(option)) return true;
  report({
    code: 'unknown-option',
    path,
    message: 'the question has no such option',
    remedy: `one of ${question.kind.options.map((known) => `\`${known}\``).join(', ')}`,
  });
  return false;
}

function reportUnknown(
  id: string,
  questions: ReadonlyMap<string, Question>,
  at: { readonly path: Path; readonly part?: 'key' },
  report: Report,
): void {
  const remedy = suggest(id, questions.keys()) ?? 'use the ids of the questionnaire';
  report({ code: 'unknown-question', ...at, message: 'there is no question with this id', remedy });
}
