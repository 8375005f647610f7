/** One call as a row of a table: what is known of the call, then an answer a column. Ids throughout, so that it reads back. */

import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import type { FactValue } from '../conditions/model.ts';
import type { Decision } from '../decision/model.ts';
import type { Answers, Question, Questionnaire } from '../questionnaire/model.ts';
import type { Status } from './call-status.ts';
import { type ShownResult, shownResult } from './shown-result.ts';

/** A cell that holds free text is marked, because anybody may have said it. */
export type RowCell = string | { readonly free: string };

/** What a row is made of. */
export interface RowSource {
  readonly id: string;
  /** Day and time, ISO 8601. */
  readonly started: string;
  readonly minutes: number;
  readonly status: Status;
  readonly answers: Answers;
  readonly decision: Decision;
}

/** The columns of the call itself; the dot keeps them apart from questions, whose ids have none. */
const COLUMNS = {
  'call.id': ({ id }) => id,
  'call.started': ({ started }) => started,
  'call.minutes': ({ minutes }) => String(minutes),
  'call.state': ({ status }) => status.kind,
  'call.disposition': ({ status }) => (status.kind === 'ended' ? status.disposition : ''),
  'call.policy': ({ decision }) => decision.policy,
  'call.level': (_source, { settled, lowest }) => (settled ? (lowest ?? '') : ''),
  'call.level_at_least': (_source, { lowest }) => lowest ?? '',
  'call.level_at_most': (_source, { highest }) => highest ?? '',
  'call.first_step': (_source, { firstSteps }) => firstSteps.join(';'),
  'call.override': ({ answers }) => answers.override?.level ?? '',
  'call.override_code': ({ answers }) => answers.override?.code ?? '',
  'call.unsure': ({ answers }) => unknowns(answers, 'unsure'),
  'call.declined': ({ answers }) => unknowns(answers, 'declined'),
  'call.hand_offs': ({ answers }) => (answers.handOffs ?? []).map(({ outcome }) => outcome).join(';'),
} as const satisfies Readonly<Record<string, (source: RowSource, shown: ShownResult) => string>>;

/** The questions that become columns: those with a closed answer, and all where who the caller is may be known. */
export function exportedQuestions({ questions }: Questionnaire, isIdentifying: boolean): readonly Question[] {
  return questions.filter(({ kind }) => isIdentifying || kind.kind !== 'unreadable');
}

/** The names of the columns. */
export function callHeader(questions: readonly Question[]): readonly string[] {
  return [...Object.keys(COLUMNS), ...questions.map(({ id }) => id)];
}

/** The cells of a call, one under each name. */
export function callRow(
  source: RowSource,
  questions: readonly Question[],
  { dispositions }: Questionnaire,
): readonly RowCell[] {
  const { decision, answers, status } = source;
  const isStopped = status.kind === 'stopped' || decision.stops.length > 0;
  const shown = shownResult({ decision, ended: answers.ended, isStopped }, dispositions);
  const own = Object.values(COLUMNS).map((cell) => cell(source, shown));
  return [...own, ...questions.map((question) => answerCell(question, source.answers))];
}

function unknowns({ unknown }: Answers, why: 'unsure' | 'declined'): string {
  return [...unknown].flatMap(([id, reason]) => (reason === why ? [id] : [])).join(';');
}

/** Options joined by `;`, none of these as such, `?` behind an option that is unsure; empty where there is no answer. */
function answerCell({ id, kind }: Question, { values, unknownOptions }: Answers): RowCell {
  const value = values.get(id);
  if (value === undefined) return '';
  if (kind.kind === 'unreadable') return { free: String(value) };
  return [...named(value), ...[...(unknownOptions.get(id)?.keys() ?? [])].map((option) => `${option}?`)].join(';');
}

function named(value: FactValue): readonly string[] {
  if (typeof value !== 'object') return [String(value)];
  return value.length === 0 ? [NONE_OF_THESE] : value;
}
