/** The graph of one caller's way, from an answers file. */

import type { Graph } from '../analysis/graph-model.ts';
import { pathGraph } from '../analysis/graph-path.ts';
import { today } from '../io/clock.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { summarize } from '../referral/summarize.ts';
import { answersFor } from './answers-for.ts';
import { groundFor, type LoadedContent } from './call-ground.ts';
import { decideAnswers } from './decide-caller.ts';
import { placeOfCode } from './postal-places.ts';
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
  const caller = await answersFor(path, questionnaire);
  if (!caller.ok) return caller;
  const { answers, document } = caller.value;
  const decided = decideAnswers(content, { policy, compiled, answers, document, place });
  if (!decided.ok) return decided;
  const { decision } = decided.value;
  const result = summarize({ ...content, ...decided.value, today: today(), language, placeOfCode });
  return outcomeOf(
    pathGraph({ questionnaire, language, policy, care, emergency, compiled, answers, decision, result }),
    [],
  );
}
