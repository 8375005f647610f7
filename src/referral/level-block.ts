/** The level of care in one headline, honest about what is open. */

import type { Certainty } from '../decision/model.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { Outcome } from './outcome.ts';
import type { LevelBlock, OverrideBlock, SafetyBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { capitalized, inSentence, silence } from './wording.ts';
import { wordsIn } from './words/words.ts';

/** Says the level: settled, "at least", "too early", "this page does not say", or not at all. */
export function levelBlock(input: SummaryInput, outcome: Outcome, safety: SafetyBlock | null): LevelBlock {
  const byRules = levelByRules(input, outcome);
  const { chosen } = outcome;
  const shown =
    chosen === undefined
      ? byRules
      : { kind: 'chosen' as const, headline: input.care.levels[chosen.level].name, id: chosen.level };
  return {
    ...shown,
    sentence: shown.id !== null && isReadOut(shown.kind, shown.id) ? input.care.levels[shown.id].sentence : null,
    possible: byRules.possible,
    untilAsked: untilAsked(input, { outcome, safety, kind: shown.kind }),
  };
}

/** Whoever chose the lowest level went below the rules, which see a need: that there is none is not said then. */
function isReadOut(kind: LevelBlock['kind'], id: Level): boolean {
  return kind === 'settled' || (kind === 'chosen' && id !== LEVELS[0]);
}

interface UntilAsked {
  readonly outcome: Outcome;
  readonly safety: SafetyBlock | null;
  readonly kind: LevelBlock['kind'];
}

function untilAsked(input: SummaryInput, { outcome, safety, kind }: UntilAsked): string | null {
  if (outcome.isDangerUnasked) return wordsIn(input.language).level.emergencyUntilAsked;
  return safety !== null && isFloorNeeded(safety, kind, outcome) ? floorUntilAsked(input, outcome) : null;
}

/** The level as the rules have it, whatever the counselor chose. */
export function levelByRules(input: SummaryInput, outcome: Outcome): OverrideBlock['byRules'] {
  const { kind, says, level } = headline(input, outcome);
  const possible = outcome.levels.map((id) => ({ id, name: input.care.levels[id].name }));
  return { kind, headline: says, id: level ?? null, possible };
}

/** What was only not asked yet is asked in this very call, unless the call is over or nothing else is known. */
function isFloorNeeded({ urgent }: SafetyBlock, kind: LevelBlock['kind'], { isCutShort }: Outcome): boolean {
  return urgent || kind === 'too-early' || isCutShort;
}

interface Headline {
  readonly kind: OverrideBlock['byRules']['kind'];
  readonly says: string;
  readonly level: Level | undefined;
}

function headline(input: SummaryInput, { levels, ending, emergency, isDangerUnasked }: Outcome): Headline {
  const { care, decision, language } = input;
  const words = wordsIn(language).level;
  const [lowest] = levels;
  if (lowest === undefined) return { kind: 'none', says: words.none, level: undefined };
  if (emergency) return { kind: 'settled', says: care.levels.emergency.name, level: 'emergency' };
  if (ending !== undefined)
    return { kind: 'if-scored', says: isDangerUnasked ? words.notDecided : ifScored(input, levels), level: undefined };
  if (isDangerUnasked) return { kind: 'too-early', says: words.tooEarly, level: undefined };
  if (decision.silent === 'certain')
    return { kind: 'silent', says: capitalized(silence(input.policy.otherwise, language)), level: undefined };
  if (isTooEarly(levels, decision.silent)) return { kind: 'too-early', says: words.tooEarly, level: undefined };
  if (decision.silent === 'possible') return { kind: 'silent-or', says: silentOr(input, levels), level: undefined };
  const { name } = care.levels[lowest];
  if (levels.length > 1) return { kind: 'at-least', says: words.atLeast(inSentence(name)), level: lowest };
  if (decision.dispositions.length > 0)
    return { kind: 'at-least', says: words.unlessEndedOtherwise(name), level: lowest };
  return { kind: 'settled', says: name, level: lowest };
}

/**
 * Whoever says little could be anybody: then the lowest level is no recommendation, and "at least information" would
 * sound like one. A page that is silent or gives one level says something; one that may give several does not yet.
 */
function isTooEarly(levels: readonly Level[], silent: Certainty): boolean {
  return levels[0] === LEVELS[0] && levels.length > (silent === 'no' ? 1 : 2);
}

function ifScored({ care, language }: SummaryInput, levels: readonly Level[]): string {
  const [lowest, highest] = [levels[0], levels.at(-1)];
  const words = wordsIn(language).level;
  if (lowest === undefined || highest === undefined) return words.stillOpen;
  // Even where one level is left it is not decided: whoever the call is about has not spoken.
  if (lowest === highest) return words.looksLike(inSentence(care.levels[lowest].name));
  return words.between(inSentence(care.levels[lowest].name), inSentence(care.levels[highest].name));
}

/** The level of a silent `otherwise` stands for "does not say" and is not named unless a rule gives it too. */
function silentOr({ care, policy, language }: SummaryInput, levels: readonly Level[]): string {
  const spoken = levels.filter((id) => id !== policy.otherwise.level);
  const named = (spoken.length > 0 ? spoken : levels).map((id) => inSentence(care.levels[id].name));
  return wordsIn(language).level.perhaps(named, silence(policy.otherwise, language));
}

function floorUntilAsked(
  { care, language }: SummaryInput,
  { levels, chosen, endsWith, minor }: Outcome,
): string | null {
  const lowest = chosen?.level ?? levels[0];
  if (minor || endsWith === 'none') return null;
  if (lowest !== undefined && LEVELS.indexOf(lowest) >= LEVELS.indexOf('residential')) return null;
  return wordsIn(language).level.atLeastUntilAsked(inSentence(care.levels.residential.name));
}
