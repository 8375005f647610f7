/** The header of a screen: progress, time on the line, and the result so far. */

import { type FirstStep, LEVELS, type Level } from '../policy/care-lists.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Dialogue } from './dialogue-model.ts';
import type { Standing } from './model.ts';
import type { Header } from './screen.ts';
import { endingOf, standingOf } from './standing.ts';
import type { Words } from './words/words.ts';

const MILLISECONDS = 1000;

/** The header at a time, in milliseconds since 1970. In an emergency nothing is worked out for it. */
export function headerOf(dialogue: Dialogue, section: string, isAlarm: boolean, now: number): Header {
  const { setting, state } = dialogue;
  const elapsed = Math.max(0, Math.floor((now - state.startedAt - state.away) / MILLISECONDS));
  const shared = { section, elapsed, mark: setting.mark?.(setting.words) };
  if (isAlarm) return { ...shared, ...inEmergency(dialogue), first: '' };
  const standing = standingOf(setting.call, state);
  const results = { possible: possible(dialogue, standing), first: firstToday(dialogue, standing) };
  return { ...shared, ...progress(dialogue, standing), ...results };
}

/** The replies that are there, and no results: what matters now is on the screen. */
function inEmergency({ setting, state }: Dialogue): Pick<Header, 'asked' | 'toCome' | 'possible'> {
  const asked = [...state.given.keys()].filter((id) => !state.again.has(id)).length;
  return { asked, toCome: 0, possible: state.place.kind === 'stopped' ? setting.words.frame.levels.emergency : '' };
}

/** A question that is gone back to counts as still to come. */
function progress({ state }: Dialogue, { counted, open }: Standing): Pick<Header, 'asked' | 'toCome'> {
  const here = state.place.kind === 'question' ? state.place.id : undefined;
  const isRevisited = here !== undefined && counted.includes(here) && !open.includes(here);
  const revisited = isRevisited ? 1 : 0;
  return { asked: counted.length - revisited, toCome: open.length + revisited };
}

function possible({ setting }: Dialogue, standing: Standing): string {
  if (standing.isEmergency) return setting.words.frame.levels.emergency;
  const ending = endingOf(setting.call, standing);
  if (ending !== undefined) return inLanguage(ending.title, setting.language);
  const { levels } = standing;
  return levels.length === setting.anyLevel.length ? '' : rangeOf(levels, setting.words.frame);
}

/** What has to happen today; for the others there is time until the summary. Danger to life stands first. */
const TODAY: readonly FirstStep[] = ['crisis-assessment-today', 'medical-check-today'];

function firstToday({ setting }: Dialogue, { firstSteps }: Standing): string {
  const steps = TODAY.filter((step) => firstSteps.includes(step));
  return steps.map((step) => setting.texts.firstSteps[step]).join(', ');
}

/** One level, two of them, or the span of more. */
function rangeOf(levels: readonly Level[], words: Words['frame']): string {
  const names = LEVELS.filter((level) => levels.includes(level)).map((level) => words.levels[level]);
  if (names.length < 3) return words.or(names);
  return words.to(names.at(0) ?? '', names.at(-1) ?? '');
}
