/** What a call comes to: the referral summary of where it stands, in the form that was asked for. */

import { answersOf } from '../interview/answers-of.ts';
import { loggedIn } from '../interview/logged-sentence.ts';
import type { Call, CallState } from '../interview/model.ts';
import { type CallRecord, recordOf } from '../interview/record.ts';
import type { CallGround } from './call-ground.ts';
import { callWords } from './call-words.ts';
import type { DocumentOutput } from './document-result.ts';
import type { DocumentOptions } from './options.ts';
import { type Ready, ready, readyFrom } from './ready.ts';
import { renderedSummary, type SummaryForm } from './render-summary.ts';
import { summaryFor } from './summary-for.ts';

/** A call, whether it goes on or not. */
export interface TakenCall {
  readonly ground: CallGround;
  readonly call: Call;
  readonly state: CallState;
  /** What the summary calls it. */
  readonly id: string;
  readonly language: string;
}

/** What is kept of it beside its answers; what was chosen in an emergency is said in the language of the summary. */
function recordIn({ ground, call, state, id, language }: TakenCall): CallRecord {
  const record = recordOf(call, state, id);
  const textsIn = (one: string) => callWords(ground.content, one);
  return { ...record, panelLog: record.panelLog.length === 0 ? [] : loggedIn(language, record.panelLog, { textsIn }) };
}

/** A summary, or a document with what is to be said and written down of it. */
export type CallOutput = Pick<DocumentOutput, 'output'> & Partial<DocumentOutput>;

/** Sums a call up for a day (YYYY-MM-DD). */
export async function callResult(
  taken: TakenCall,
  today: string,
  form: SummaryForm & DocumentOptions,
): Promise<Ready<CallOutput>> {
  const { ground, call, state, language } = taken;
  const { content, policy, compiled, place } = ground;
  const answers = answersOf(call, state);
  const wanted = { policy, compiled, answers, place, language, today, call: recordIn(taken) };
  const { for: recipient } = form;
  if (recipient !== undefined) {
    const { documentResult } = await import('./document-result.ts');
    return documentResult(content, wanted, { ...form, for: recipient });
  }
  const summary = readyFrom(summaryFor(content, wanted));
  if (!summary.ok) return summary;
  const { questionnaire } = content;
  return ready({ output: await renderedSummary({ summary: summary.value, answers, questionnaire }, form) });
}
