/** `intakeline calls list`: every saved call and where it stands. */

import { hadEmergency, statusOf } from '../interview/call-status.ts';
import { recordOf } from '../interview/record.ts';
import { standingOf } from '../interview/standing.ts';
import { dayOf, localTime, now } from '../io/clock.ts';
import type { ListedSession } from '../io/sessions.ts';
import { type CallList, callListJson, callListText, type ListedCall } from '../render/call-list.ts';
import type { ListOptions } from './add-calls.ts';
import { contentFor } from './call-ground.ts';
import { type CommandResult, couldNotRun, type Output } from './outcome.ts';
import { readyFrom } from './ready.ts';
import type { SavedCall } from './saved-call.ts';
import { readCalls } from './saved-calls.ts';
import { savedSessions } from './saved-sessions.ts';

const DAY = 86_400_000;

/** Lists the calls, the latest first. */
export async function listCalls(options: ListOptions): Promise<CommandResult> {
  const list = savedSessions([]);
  if (!list.ok) return couldNotRun(list.notes);
  if (list.sessions.length === 0) return listed({ calls: [], unread: [], folder: list.folder }, [], options);
  const loaded = readyFrom(await contentFor(options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const read = [...readCalls(list.sessions, loaded.value)].reverse();
  const calls = read.flatMap((one) => (one.ok ? [listedCall(one.id, one.saved)] : []));
  const unread = read.flatMap((one) => (one.ok ? [] : [{ id: one.id, why: one.why }]));
  return listed({ calls, unread, folder: list.folder }, list.sessions, options);
}

function listed(list: CallList, sessions: readonly ListedSession[], options: ListOptions): CommandResult {
  const { format } = options;
  const output: Output =
    format === 'json' ? { kind: 'json', content: callListJson(list) } : { kind: 'text', content: callListText(list) };
  return {
    output,
    notes: retentionNote(sessions, options),
    outcome: list.unread.length === 0 ? 'fine' : 'found-something',
  };
}

/** Which calls the site would not keep any longer. */
function retentionNote(sessions: readonly ListedSession[], { site }: ListOptions): string {
  const days = site?.retentionDays;
  if (days === undefined) return '';
  const old = sessions.filter(({ modifiedAt }) => modifiedAt < now() - days * DAY).map(({ id }) => id);
  if (old.length === 0) return '';
  const these = old.length === 1 ? '1 call is' : `${old.length} calls are`;
  return `${these} older than the ${days} days for which this site keeps calls: ${old.join(', ')}\n  \`intakeline calls erase --older-than ${days}\`\n`;
}

function listedCall(id: string, { journal, call, state }: SavedCall): ListedCall {
  const { questionnaire, policy } = journal.header;
  return {
    id,
    started: `${dayOf(state.startedAt)} ${localTime(state.startedAt)}`,
    minutes: recordOf(call, state, id).minutes,
    status: statusOf(state),
    hadEmergency: hadEmergency(call, state),
    answered: standingOf(call, state).counted.length,
    questionnaire: questionnaire.id,
    policy: policy.id,
  };
}
