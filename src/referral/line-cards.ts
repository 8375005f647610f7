/** National lines, from the directory, as a summary shows them. */

import { daysBetween } from '../directory/days.ts';
import type { Directory, Line } from '../directory/model.ts';
import type { LineCard } from './summary.ts';
import { dayIn } from './words/locale.ts';
import { wordsIn } from './words/words.ts';

/** The lines with these ids, in this order, on a day (YYYY-MM-DD). */
export function lineCards(
  directory: Directory,
  ids: readonly string[],
  today: string,
  language: string,
): readonly LineCard[] {
  return ids
    .flatMap((id) => directory.lines.find((line) => line.id === id) ?? [])
    .map((line) => lineCard(line, directory, today, language));
}

/** The lines to offer where no program fits: those that are no part of the emergency panel, or all where none is left. */
export function helpLines(
  directory: Directory,
  emergencyIds: readonly string[],
  today: string,
  language: string,
): readonly LineCard[] {
  const other = directory.lines.filter(({ id }) => !emergencyIds.includes(id));
  return (other.length > 0 ? other : directory.lines).map((line) => lineCard(line, directory, today, language));
}

function lineCard(line: Line, directory: Directory, today: string, language: string): LineCard {
  const isOld = daysBetween(line.verifiedOn, today) > directory.staleAfterDays;
  const stale = isOld ? wordsIn(language).call.lastVerified(dayIn(language, line.verifiedOn)) : null;
  return { id: line.id, name: line.name, number: line.number, also: line.also ?? null, for: line.for, stale };
}
