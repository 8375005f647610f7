/** `intakeline directory search`: programs that may be right for a caller. */

import { type Search, searchDirectory, type WayTo } from '../directory/search.ts';
import { today } from '../io/clock.ts';
import { milesTo } from '../referral/matching/nearness.ts';
import { programsCsv, programsJson, programsText } from '../render/directory-programs.ts';
import type { SearchOptions } from './add-directory.ts';
import { loadDirectory } from './load-directory.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { placeOfCode } from './postal-places.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';

const RENDER = { text: programsText, json: programsJson, csv: programsCsv } as const;

/** Searches the directories that are named, or the one in force. Nothing found is a finding. */
export async function searchDirectories(files: readonly string[], options: SearchOptions): Promise<CommandResult> {
  const loaded = readyFrom(await loadDirectory(files, options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const { directory, place } = loaded.value;
  const day = options.today ?? today();
  const wayTo = wayFrom(options.near);
  if (!wayTo.ok) return couldNotRun(wayTo.notes);
  const result = searchDirectory(directory, searchOf(options), day, wayTo.value);
  const found = options.sure ? result.found.filter(({ ask }) => ask.length === 0) : result.found;
  const content = RENDER[options.format]({
    place,
    today: day,
    staleAfterDays: directory.staleAfterDays,
    searched: result.programs,
    ruledOut: result.ruledOut,
    found: found.length,
    shown: found.slice(0, options.limit),
    details: options.details ?? false,
  });
  return {
    output: { kind: options.format === 'json' ? 'json' : 'text', content, saveAs: options.out },
    notes: '',
    outcome: found.length === 0 ? 'found-something' : 'fine',
  };
}

function wayFrom(near: string | undefined): Ready<WayTo | undefined> {
  if (near === undefined) return ready(undefined);
  const from = placeOfCode(near);
  if (from === undefined)
    return notReady(
      `intakeline: it is not known where the ZIP code \`${near}\` lies\n  check the number, or name one nearby\n`,
    );
  return ready((program) => milesTo(program, { from, placeOfCode }));
}

function searchOf(options: SearchOptions): Search {
  const { state, level, city, county, zip, name, detox, pregnant, children, age } = options;
  const { dualDiagnosis, affirming, payment, medicine, language, telehealth, evenings } = options;
  return {
    ...{ state, level, city, county, zip, name, detox, pregnant, children, age },
    ...{ dualDiagnosis, affirming, payment, medicine, language, telehealth, evenings },
  };
}
