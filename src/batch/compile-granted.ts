/** What a mapping says of questions beside its readings: implied answers and assumptions. */

import type { FactValue } from '../conditions/model.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { reportRejections } from '../questionnaire/compile-answers.ts';
import type { Question } from '../questionnaire/model.ts';
import type { TextPlace, TextScope } from './claim-texts.ts';
import { compileTest } from './compile-column.ts';
import type { Assumption, Implication } from './mapping.ts';
import type { AnswerSource, MappingSource } from './schema.ts';

/** What all parts of a mapping are compiled with. */
export interface MappingScope extends TextScope {
  readonly questions: ReadonlyMap<string, Question>;
}

/** Compiles `implies`. */
export function compileImplications(sources: MappingSource['implies'], scope: MappingScope): readonly Implication[] {
  return (sources ?? []).map(({ column, values, answers, because }, index) => {
    const path = ['implies', index];
    const test = compileTest(column, values, {
      columnPath: [...path, 'column'],
      textsPath: [...path, 'values'],
      scope,
    });
    const own = Object.entries(answers).flatMap(([id, answer]) => {
      const here = [...path, 'answers', id];
      const accepted = acceptedAnswer(id, answer, { question: { path: here, part: 'key' }, answer: here }, scope);
      for (const [, value] of accepted) reportReassuring(id, value, here, scope);
      return accepted;
    });
    return { test, answers: new Map(own), because };
  });
}

/** What reassures about safety must be read or assumed: implied, it would settle rows as if they had said it. */
function reportReassuring(id: string, value: FactValue, path: Path, { questions, report }: MappingScope): void {
  const question = questions.get(id);
  if (!question?.safety || isAlarming(question, value)) return;
  report({
    code: 'reassuring-implication',
    path,
    message: `\`${id}\` is about safety, and this answer ${isNaming(value) ? 'denies what stops the call' : 'reassures'}`,
    remedy: 'read it under `answers` where a column says it, or take it for granted under `assume`',
  });
}

function isNaming(value: FactValue): boolean {
  return typeof value === 'object' && value.length > 0;
}

/** A list without an answer that stops the call denies all that do. */
function isAlarming({ stop, baseline }: Question, value: FactValue): boolean {
  if (typeof value === 'object') return value.some((option) => stop.includes(option));
  return (typeof value === 'string' && stop.includes(value)) || (baseline !== undefined && value !== baseline);
}

/** Compiles `assume`; one assumption a question. */
export function compileAssumptions(sources: MappingSource['assume'], scope: MappingScope): readonly Assumption[] {
  const seen = new Set<string>();
  return (sources ?? []).flatMap(({ question, answer, because }, index) => {
    const path = ['assume', index];
    const place: TextPlace = { path: [...path, 'question'] };
    if (seen.has(question))
      scope.report({
        code: 'repeated-value',
        ...place,
        message: `something is assumed of \`${question}\` already`,
        remedy: 'keep one of the two',
      });
    seen.add(question);
    const accepted = acceptedAnswer(question, answer, { question: place, answer: [...path, 'answer'] }, scope);
    return accepted.map(([id, value]) => ({ question: id, answer: value, because }));
  });
}

function acceptedAnswer(
  id: string,
  answer: AnswerSource,
  at: { readonly question: TextPlace; readonly answer: Path },
  scope: MappingScope,
): readonly (readonly [string, FactValue])[] {
  const question = readableQuestion(id, at.question, scope);
  return question !== undefined && reportRejections(question, answer, at.answer, scope.report) ? [[id, answer]] : [];
}

/** The question with an id; undefined where there is none, or none that a rule could read, which is reported. */
export function readableQuestion(id: string, at: TextPlace, { questions, report }: MappingScope): Question | undefined {
  const question = questions.get(id);
  if (question === undefined) {
    const remedy = suggest(id, questions.keys()) ?? 'use the ids of the questionnaire';
    report({ code: 'unknown-question', ...at, message: `there is no question \`${id}\``, remedy });
    return undefined;
  }
  if (question.kind.kind !== 'unreadable') return question;
  const message = `no rule reads the answer to a \`${question.type}\` question`;
  report({ code: 'unreadable-question', ...at, message, remedy: 'take it out: its column is copied as it stands' });
  return undefined;
}
