/** The graph of one caller's way, from an answers file. */

import type { Graph } from '../analysis/graph-model.ts';
import { pathGraph } from '../analysis/graph-path.ts';
import { today } from '../io/clock.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { readAnswers } from '../questionnaire/read-answers.ts';
import { summarize } from '../referral/summarize.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import { groundFor, type LoadedContent } from './call-ground.ts';
import { answersIn, decideAnswers } from './decide-caller.ts';
import { type Ready, readyFrom } from './ready.ts';

interface Wanted {
  readonly loaded: LoadedContent;
  readonly policy: string;
  readonly language: string;
}

/** Reads and decides the answers, and draws the way; a fault shows no answer. */
export async function callerGraph(path: string, wanted: Wanted): Promise<Ready<Graph>> {
  return readyFrom(await graphOf(path, wanted));
}

async function graphOf(path: string, { loaded, policy: id, language }: Wanted): Promise<Outcome<Graph>> {
  const ground = groundFor(loaded, id);
  if (!ground.ok) return ground;
  const { content, policy, compiled, place } = ground.value;
  const { questionnaire, care, emergency } = content;
  const file = answersPlace(path);
  const read = await readAnswersText(path);
  if (!read.ok) return failed([fileProblem(file, read.fault)]);
  const document = await readAnswers(file, read.text, questionnaire);
  if (!document.ok) return document;
  const answers = answersIn(document.value, questionnaire);
  if (!answers.ok) return answers;
  const decided = decideAnswers(content, { policy, compiled, answers: answers.value, document: document.value, place });
  if (!decided.ok) return decided;
  const { decision } = decided.value;
  const result = summarize({ ...content, ...decided.value, today: today(), language });
  const view = { questionnaire, language, policy, care, emergency, compiled, answers: answers.value, decision, result };
  return outcomeOf(pathGraph(view), []);
}
