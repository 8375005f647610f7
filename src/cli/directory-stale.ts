/** `intakeline directory stale`: entries to compare with their programs again. */

import { staleOf } from '../directory/stale.ts';
import { today } from '../io/clock.ts';
import { staleCsv, staleJson, staleText } from '../render/directory-stale.ts';
import type { StaleOptions } from './add-directory.ts';
import { loadDirectory } from './load-directory.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { readyFrom } from './ready.ts';

const RENDER = { text: staleText, json: staleJson, csv: staleCsv } as const;

/** Lists stale entries of the directories that are named, or of the one in force; any is a finding. */
export async function staleEntries(files: readonly string[], options: StaleOptions): Promise<CommandResult> {
  const loaded = readyFrom(await loadDirectory(files, options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const { directory, place } = loaded.value;
  const day = options.today ?? today();
  const entries = staleOf(directory, day, options.days);
  const days = options.days ?? directory.staleAfterDays;
  const list = { place, today: day, days, programs: directory.programs.length, entries };
  return {
    output: {
      kind: options.format === 'json' ? 'json' : 'text',
      content: RENDER[options.format](list),
      saveAs: options.out,
    },
    notes: '',
    outcome: entries.length === 0 ? 'fine' : 'found-something',
  };
}
