/** `intakeline calls export`: saved calls as comma-separated values, one row a call. */

import { decide } from '../decision/decide.ts';
import { answersOf } from '../interview/answers-of.ts';
import { callHeader, callRow, exportedQuestions, type RowCell } from '../interview/call-row.ts';
import { statusOf } from '../interview/call-status.ts';
import { instantText } from '../interview/instant.ts';
import { recordOf } from '../interview/record.ts';
import type { Question } from '../questionnaire/model.ts';
import { csv } from '../render/csv.ts';
import type { ExportOptions } from './add-calls.ts';
import { contentFor } from './call-ground.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { readyFrom } from './ready.ts';
import { type ReadCall, readCalls } from './saved-calls.ts';
import { savedSessions } from './saved-sessions.ts';
import { savingComplaint } from './saving-complaint.ts';

/** Exports the named calls, or all of them, the earliest first. What cannot be read is named and left out. */
export async function exportCalls(ids: readonly string[], options: ExportOptions): Promise<CommandResult> {
  const complaint = await savingComplaint(options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const list = savedSessions(ids);
  if (!list.ok) return couldNotRun(list.notes);
  const loaded = readyFrom(await contentFor(options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const chosen = list.sessions.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const questions = exportedQuestions(loaded.value.content.questionnaire, options.identifying ?? false);
  const calls = readCalls(chosen, loaded.value);
  const rows = calls.flatMap((call) => (call.ok ? [rowOf(call, questions)] : []));
  const unread = calls.flatMap((call) => (call.ok ? [] : [`call \`${call.id}\` is left out: ${call.why}\n`]));
  return {
    output: { kind: 'text', content: csv([callHeader(questions), ...rows]), saveAs: options.out },
    notes: unread.join(''),
    outcome: unread.length === 0 ? 'fine' : 'found-something',
  };
}

function rowOf(
  { id, saved: { call, state } }: Extract<ReadCall, { ok: true }>,
  questions: readonly Question[],
): readonly RowCell[] {
  const answers = answersOf(call, state);
  const { minutes, startedAt } = recordOf(call, state, id);
  const source = {
    id,
    started: instantText(startedAt),
    minutes,
    status: statusOf(state),
    answers,
    decision: decide(call.compiled, answers),
  };
  return callRow(source, questions, call.compiled.callers.questionnaire);
}
