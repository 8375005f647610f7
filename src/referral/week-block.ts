/** What the recommended week looks like. */

import { cite } from './reasons.ts';
import type { LevelBlock, WeekBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { inSentence } from './wording.ts';
import { wordsIn } from './words/words.ts';

/** Hours, days, therapies and length of the level; null where the content says none of them. */
export function weekBlock(input: SummaryInput, level: LevelBlock): WeekBlock | null {
  if (level.id === null || level.untilAsked !== null) return null;
  const { name, hours, days, length, therapies = [], week = [], cites = [] } = input.care.levels[level.id];
  if (hours === undefined && days === undefined && length === undefined && therapies.length + week.length === 0)
    return null;
  return {
    title: level.kind === 'at-least' ? wordsIn(input.language).level.ifItIs(inSentence(name)) : name,
    hours: hours ?? null,
    days: days ?? null,
    length: length ?? null,
    therapies,
    week,
    cites: cite(input.sources, cites, input.language),
  };
}
