/** Several saved calls at once, under one content: each policy is compiled once. */

import { readJournal } from '../interview/read-journal.ts';
import type { ListedSession } from '../io/sessions.ts';
import type { Outcome } from '../problems/problem.ts';
import { type CallGround, groundFor, type LoadedContent } from './call-ground.ts';
import { type SavedCall, savedCall } from './saved-call.ts';
import { sessionFault } from './session-faults.ts';

/** A call of a list with what it stands on, or a clause that says why it cannot be shown. */
export type ReadCall =
  | { readonly ok: true; readonly id: string; readonly saved: SavedCall; readonly ground: CallGround }
  | { readonly ok: false; readonly id: string; readonly why: string };

/** Reads listed sessions, the earliest call first. */
export function readCalls(sessions: readonly ListedSession[], loaded: LoadedContent): readonly ReadCall[] {
  const grounds = new Map<string, Outcome<CallGround>>();
  const ground = (policy: string): Outcome<CallGround> => {
    const found = grounds.get(policy) ?? groundFor(loaded, policy);
    grounds.set(policy, found);
    return found;
  };
  const calls = sessions.map((session) => readCall(session, loaded, ground));
  const startOf = (call: ReadCall): number => (call.ok ? call.saved.state.startedAt : 0);
  return calls.sort((left, right) => startOf(left) - startOf(right));
}

function readCall(
  { id, path, journal: text }: ListedSession,
  { content }: LoadedContent,
  groundOf: (policy: string) => Outcome<CallGround>,
): ReadCall {
  const fails = (why: string): ReadCall => ({ ok: false, id, why });
  if (!text.ok) return fails(sessionFault(text.fault));
  const journal = readJournal(text.text, path);
  if (!journal.ok) return fails(damage(journal));
  const { questionnaire, policy } = journal.value.header;
  if (questionnaire.id !== content.questionnaire.id)
    return fails(`taken with the questionnaire \`${questionnaire.id}\`; name its folder with \`--questionnaire\``);
  const ground = groundOf(policy.id);
  if (!ground.ok) return fails(`taken with the policy \`${policy.id}\`, which cannot be used`);
  return { ok: true, id, saved: savedCall(journal.value, ground.value), ground: ground.value };
}

function damage({ problems }: Outcome<unknown>): string {
  const [first] = problems;
  return first === undefined ? 'damaged' : `line ${first.position?.line ?? 1}: ${first.message}`;
}
