/** The counselor's choice of another level: which one may be made, and how an answers file says it. */

import type { Finding } from '../documents/collect.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { OverrideSource } from '../questionnaire/model.ts';
import { OVERRIDE_CODES, type Override, type OverrideCode } from './model.ts';

/** What a choice of level has to go by. */
export interface OverrideGround {
  /** The levels that the rules leave possible, least intensive first; none where the call gets no level. */
  readonly levels: readonly Level[];
  /** An emergency is certain. */
  readonly isEmergency: boolean;
}

/** The levels that may be chosen at all: an emergency has its panel, and is neither chosen nor chosen away. */
export const CHOOSABLE_LEVELS: readonly Level[] = LEVELS.filter((level) => level !== 'emergency');

/** A choice as a file writes it; undefined where it names no level that may be chosen, or no reason that there is. */
export function readOverride({ level, code, note }: OverrideSource): Override | undefined {
  const known = CHOOSABLE_LEVELS.find((one) => one === level);
  const reason = OVERRIDE_CODES.find((one) => one === code);
  if (known === undefined || reason === undefined) return undefined;
  return { level: known, code: reason, ...(note === undefined ? {} : { note }) };
}

/** What is wrong with the words of a choice, whatever the answers. Paths begin at the file's `override`. */
export function overrideWordFindings({ level, code }: Pick<OverrideSource, 'level' | 'code'>): readonly Finding[] {
  const isLevel = CHOOSABLE_LEVELS.some((one) => one === level);
  const isCode = OVERRIDE_CODES.some((one) => one === code);
  return [
    ...(isLevel ? [] : [wrongWord('level', 'this is no level that can be chosen', suggest(level, CHOOSABLE_LEVELS))]),
    ...(isCode ? [] : [wrongWord('code', 'this is no reason for another level', reasons(code))]),
  ];
}

/** What stands against a choice, given what the rules leave possible. */
export function overrideFindings({ level, code, note = '' }: Override, ground: OverrideGround): readonly Finding[] {
  const lowest = ground.levels[0];
  if (ground.isEmergency)
    return [notPossible('an emergency stands above any choice of level', 'follow the emergency steps first')];
  if (lowest === undefined) return [notPossible('the call gets no level, so that none can be chosen instead')];
  if (ground.levels.length === 1 && level === lowest) return [notPossible('the rules say this level already')];
  if (note.trim() !== '') return [];
  if (isBelow(level, lowest)) return [noteMissing('a level below the lowest one still possible needs a `note`')];
  return saysNothing(code) ? [noteMissing('the reason `other` needs a `note`')] : [];
}

function isBelow(level: Level, lowest: Level): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(lowest);
}

function saysNothing(code: OverrideCode): boolean {
  return code === 'other';
}

function wrongWord(key: 'level' | 'code', message: string, remedy: string | undefined): Finding {
  return { code: 'wrong-value', path: ['override', key], message, remedy };
}

function reasons(code: string): string {
  return suggest(code, OVERRIDE_CODES) ?? `one of ${OVERRIDE_CODES.map((one) => `\`${one}\``).join(', ')}`;
}

function notPossible(message: string, remedy = 'delete `override`, or correct the answers'): Finding {
  return { code: 'idle-override', path: ['override'], part: 'key', message, remedy };
}

function noteMissing(message: string): Finding {
  return { code: 'missing-key', path: ['override', 'note'], message, remedy: 'add it: a sentence that says why' };
}
