/** What the program leaves on disk of its calls. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '../../src/interview/journal.ts';
import type { CallEvent } from '../../src/interview/model.ts';
import { readJournal } from '../../src/interview/read-journal.ts';
import { isRunning } from '../../src/io/running-process.ts';
import { valueIn } from '../fixtures/read-fixture.ts';

/** The saved calls of one `XDG_STATE_HOME`. */
export interface SavedCalls {
  readonly ids: () => readonly string[];
  /** The one call that there is. */
  readonly single: () => string;
  readonly journal: (id: string) => Journal;
  readonly events: (id: string) => readonly CallEvent[];
  /** Ids of the questions that were answered, in the order of the answers. */
  readonly answered: (id: string) => readonly string[];
  /** Processes that have the call open, by their locks. */
  readonly holders: (id: string) => readonly number[];
  /** Every file of the folder, but for what a process that was killed had not given its name yet: it holds no word of a call. */
  readonly files: () => readonly string[];
}

/** Looks into the folder of the calls, which need not be there yet. */
export function savedCalls(stateHome: string): SavedCalls {
  const folder = join(stateHome, 'intakeline');
  const files = (): readonly string[] =>
    readdirSync(stateHome).includes('intakeline') ? readdirSync(folder).filter(isNamed).sort() : [];
  const ids = (): readonly string[] =>
    files().flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []));
  const journal = (id: string): Journal =>
    valueIn(readJournal(readFileSync(join(folder, `${id}.jsonl`), 'utf8'), `${id}.jsonl`));
  const events = (id: string): readonly CallEvent[] => journal(id).entries.map(({ event }) => event);
  return {
    ids,
    single: () => {
      const [id, ...others] = ids();
      if (id === undefined || others.length > 0) throw new Error(`${ids().length} saved calls`);
      return id;
    },
    journal,
    events,
    answered: (id) => events(id).flatMap((event) => (event.kind === 'answered' ? [event.question] : [])),
    holders: (id) =>
      files().flatMap((name) =>
        name.startsWith(`${id}.lock-`) ? [Number.parseInt(readlinkSync(join(folder, name)), 10)] : [],
      ),
    files,
  };
}

function isNamed(file: string): boolean {
  return !/^\..*\.tmp$/.test(file);
}

/** Resolves once a process has ended, whether or not its parent has taken note: tmux now and then does so only much later. */
export async function hasEnded(pid: number): Promise<void> {
  for (const end = Date.now() + 10_000; isRunning({ pid, start: undefined }); ) {
    if (Date.now() > end) throw new Error(`process ${pid} still runs`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
