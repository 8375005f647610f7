/** `intakeline calls erase`: deletes saved calls, after asking. */

import { askLine } from '../io/ask-line.ts';
import { now } from '../io/clock.ts';
import { eraseSession, type ListedSession } from '../io/sessions.ts';
import { isTypedInput } from '../io/terminal.ts';
import type { EraseOptions } from './add-calls.ts';
import { announce } from './deliver.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { savedSessions } from './saved-sessions.ts';
import { sessionFault } from './session-faults.ts';

const DAY = 86_400_000;

/** What has to be typed, so that no stray key erases anything. */
const WORD = 'erase';

/** Erases the named calls, all of them, or all in which nothing happened for some days. */
export async function eraseCalls(ids: readonly string[], options: EraseOptions): Promise<CommandResult> {
  const complaint = usageComplaint(ids, options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const list = savedSessions(ids);
  if (!list.ok) return couldNotRun(list.notes);
  const chosen = list.sessions
    .filter((session) => isChosen(session, ids, options))
    .sort((left, right) => left.modifiedAt - right.modifiedAt)
    .map(({ id }) => id);
  if (chosen.length === 0) return said('no calls to erase\n');
  if (options.yes !== true && !isTypedInput()) return couldNotRun(NOBODY);
  if (!(options.yes ?? (await isConfirmed(chosen)))) return said('nothing is erased\n');
  return erased(chosen, list.folder);
}

const NOBODY = 'intakeline: nobody is at the keyboard to be asked\n  erase without asking with `--yes`\n';

/** Exactly one of the three ways to say which calls. */
function usageComplaint(ids: readonly string[], { all, olderThan }: EraseOptions): string | undefined {
  const ways = [ids.length > 0, all === true, olderThan !== undefined].filter(Boolean).length;
  if (ways !== 1)
    return 'intakeline: say which calls to erase in one way\n  name them, or use `--all`, or `--older-than <days>`\n';
  return undefined;
}

function isChosen(
  { id, modifiedAt }: ListedSession,
  ids: readonly string[],
  { all, olderThan }: EraseOptions,
): boolean {
  if (olderThan !== undefined) return modifiedAt < now() - olderThan * DAY;
  return all === true || ids.includes(id);
}

async function isConfirmed(ids: readonly string[]): Promise<boolean> {
  const calls = ids.length === 1 ? 'this call' : `these ${ids.length} calls`;
  await announce(`${ids.join('\n')}\n\nErase ${calls} for good? Type \`${WORD}\` and press Enter: `);
  return (await askLine())?.trim() === WORD;
}

function erased(ids: readonly string[], folder: string): CommandResult {
  const results = ids.map((id) => ({ id, result: eraseSession(folder, id) }));
  const gone = results.flatMap(({ id, result }) => (result.ok ? [`erased ${id}\n`] : []));
  const kept = results.flatMap(({ id, result }) => keptNotes(id, result));
  return {
    output: { kind: 'text', content: gone.join('') },
    notes: kept.join(''),
    outcome: kept.length === 0 ? 'fine' : 'found-something',
  };
}

/** What of a call is still there. */
function keptNotes(id: string, result: ReturnType<typeof eraseSession>): readonly string[] {
  if (!result.ok) return [`intakeline: call \`${id}\` is not erased: ${sessionFault(result.fault)}\n`];
  if (result.otherNames === 0) return [];
  return [
    `intakeline: call \`${id}\` is erased here, but its file has another name elsewhere (a hard link), and stays there\n  find it and delete it, if it should be gone for good\n`,
  ];
}

function said(content: string): CommandResult {
  return { output: { kind: 'text', content }, notes: '', outcome: 'fine' };
}
