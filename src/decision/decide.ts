/** From answers to a decision. Unknown answers stand for every way of completing them; nothing else is the meaning. */

import { FALSE, TRUE } from '../diagram/forest.ts';
import { reachable, terminalsIn, UNKNOWN } from '../diagram/walk.ts';
import { ACTIONS, CANNOT_WAIT, FIRST_STEPS, LEVELS, type Level, SUPPORTS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { Answers } from '../questionnaire/model.ts';
import { changesFor } from './changes.ts';
import type { CompiledPolicy } from './compile.ts';
import { decidingRules } from './deciding.ts';
import { certaintyOf, type KnownCaller, knownCaller } from './known-caller.ts';
import type { Certainty, Decision } from './model.ts';
import { nextQuestions } from './next-questions.ts';
import { askedFor, silentIfScored } from './row-tables.ts';

/** Everything that a compiled policy says of a caller. */
export interface FullDecision {
  readonly decision: Decision;
  /** Questions that have an answer and certainly do not apply to this caller, in script order. Their answers are never read. */
  readonly contradictions: readonly string[];
  /** What is certain, possible or impossible of each condition that was compiled along with the policy. */
  readonly others: readonly Certainty[];
}

/** Decides, looks for contradictions among the answers, and says what holds of the conditions compiled along. */
export function decideFully(compiled: CompiledPolicy, answers: Answers): FullDecision {
  const caller = knownCaller(compiled, answers);
  return {
    decision: decideKnown(caller, answers),
    contradictions: contradictionsOf(caller, answers),
    others: compiled.others.map(caller.certainty),
  };
}

/**
 * The decision of a policy on a caller's answers, complete (model.ts).
 * Answers to questions that certainly do not apply are never read; find them with `contradictions`.
 */
export function decide(compiled: CompiledPolicy, answers: Answers): Decision {
  return decideKnown(knownCaller(compiled, answers), answers);
}

/** Questions that have an answer and certainly do not apply to this caller, in script order. */
export function contradictions(compiled: CompiledPolicy, answers: Answers): readonly string[] {
  return contradictionsOf(knownCaller(compiled, answers), answers);
}

function contradictionsOf({ compiled, certainty }: KnownCaller, answers: Answers): readonly string[] {
  return compiled.callers.questionnaire.questions
    .map((question) => question.id)
    .filter((id) => answers.values.has(id) && certainty(compiled.callers.applies(id)) === 'no');
}

function decideKnown(caller: KnownCaller, answers: Answers): Decision {
  const result = resultFor(caller);
  return {
    ...result,
    deciding: decidingRules(caller, result.lowest),
    pending: pendingRules(caller),
    stops: stopsIn(caller, answers),
    unknownSafety: unknownSafety(caller),
    ask: result.settled ? [] : nextQuestions(caller),
    changes: changesFor(caller, result.levels),
  };
}

/** A decision without its reasons, what is still open and what would change it: a tenth of the work. */
export type ResultFor = Omit<Decision, 'deciding' | 'pending' | 'stops' | 'unknownSafety' | 'ask' | 'changes'>;

/** What a policy says of a caller as far as the answers go. */
export function resultFor(caller: KnownCaller): ResultFor {
  const { compiled, certainty: is } = caller;
  const { callers, policy } = compiled;
  const joinery = { forest: caller.forest, take: caller.left };
  const results = terminalsIn(reachable(callers.forest, compiled.outcome, caller.known));
  const levels = results.flatMap((result) => LEVELS[result] ?? []);
  const firstSteps = forEachId(FIRST_STEPS, (id) => is(compiled.firstSteps[id]));
  const isFirstStepOpen = levels.length > 0 && FIRST_STEPS.some((id) => firstSteps[id] === 'possible');
  const settled = results.length === 1 && !isFirstStepOpen;
  return {
    questionnaire: callers.questionnaire.id,
    policy: policy.id,
    levels,
    lowest: levels.at(0),
    highest: levels.at(-1),
    emergency: is(compiled.atLeast[LEVELS.indexOf('emergency')] ?? FALSE),
    silent: is(compiled.silent),
    settled,
    dispositions: compiled.dispositions.flatMap(({ id, shown }) => shownAs(id, is(shown))),
    levelsIfScored: levelsIfScored(caller, levels),
    silentIfScored: certaintyOf(silentIfScored(compiled, joinery)),
    firstSteps,
    cannotWait: CANNOT_WAIT.filter((id) => askedFor(compiled, id, joinery) === TRUE),
    supports: forEachId(SUPPORTS, (id) => is(compiled.supports[id])),
    actions: forEachId(ACTIONS, (id) => is(compiled.actions[id])),
    holding: compiled.rules.filter(({ region }) => is(region) === 'certain').map(({ rule }) => rule.id),
  };
}

function shownAs(id: string, is: Certainty): Decision['dispositions'] {
  return is === 'no' ? [] : [{ id, certainty: is }];
}

/** The levels of the completions whose call gets a level or ends with a disposition that shows levels as open. */
function levelsIfScored({ compiled, known }: KnownCaller, levels: readonly Level[]): readonly Level[] {
  const shown = terminalsIn(reachable(compiled.callers.forest, compiled.shownLevel, known));
  const possible = new Set([...shown.flatMap((terminal) => LEVELS[terminal] ?? []), ...levels]);
  return LEVELS.filter((level) => possible.has(level));
}

function pendingRules(caller: KnownCaller): Decision['pending'] {
  return caller.compiled.rules.flatMap(({ rule, region }) => {
    const waitsFor = caller.waitsFor(region);
    return waitsFor.length === 0 ? [] : [{ rule: rule.id, waitsFor }];
  });
}

/** Stop options among the answers, of questions that apply or may apply. */
function stopsIn({ compiled, certainty }: KnownCaller, answers: Answers): Decision['stops'] {
  const { questionnaire, applies } = compiled.callers;
  return questionnaire.questions.flatMap(({ id, stop }) => {
    const value = answers.values.get(id);
    if (value === undefined || certainty(applies(id)) === 'no') return [];
    const given = typeof value === 'object' ? value : [value];
    return stop.filter((option) => given.includes(option)).map((option) => ({ question: id, option }));
  });
}

function unknownSafety({ compiled, known, certainty }: KnownCaller): readonly string[] {
  const { questionnaire, encoding, applies } = compiled.callers;
  return questionnaire.questions
    .filter((question) => question.safety)
    .filter(({ id }) => (encoding.ofQuestion.get(id) ?? []).some((variable) => known[variable] === UNKNOWN))
    .filter(({ id }) => certainty(applies(id)) !== 'no')
    .map((question) => question.id);
}
