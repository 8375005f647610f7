/** From answers to a decision. Unknown answers stand for every way of completing them; nothing else is the meaning. */

import type { Condition } from '../conditions/model.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { UNKNOWN, reachable, terminalsIn } from '../diagram/walk.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, type Level, SUPPORTS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { Answers } from '../questionnaire/model.ts';
import { changesFor } from './changes.ts';
import type { CompiledPolicy } from './compile.ts';
import { decidingRules } from './deciding.ts';
import { type KnownCaller, knownCaller } from './known-caller.ts';
import type { Certainty, Decision } from './model.ts';
import { nextQuestions } from './next-questions.ts';

/**
 * The decision of a policy on a caller's answers, all of design.md section 3.
 * Answers to questions that certainly do not apply are never read; find them with `contradictions`.
 */
export function decide(compiled: CompiledPolicy, answers: Answers): Decision {
  const { callers, policy } = compiled;
  const caller = knownCaller(compiled, answers);
  const is = caller.certainty;
  const results = terminalsIn(reachable(callers.forest, compiled.outcome, caller.known));
  const levels = results.flatMap((result) => LEVELS[result] ?? []);
  const firstSteps = forEachId(FIRST_STEPS, (id) => is(compiled.firstSteps[id]));
  const settled = results.length === 1 && FIRST_STEPS.every((id) => firstSteps[id] !== 'possible');
  return {
    questionnaire: callers.questionnaire.id,
    policy: policy.id,
    levels,
    lowest: levels.at(0),
    highest: levels.at(-1),
    silent: policy.otherwise.silent ? is(callers.forest.and(compiled.scored, compiled.unreached)) : 'no',
    settled,
    dispositions: compiled.dispositions.flatMap(({ id, shown }) => shownAs(id, is(shown))),
    levelsIfScored: levelsIfScored(caller, levels),
    firstSteps,
    supports: forEachId(SUPPORTS, (id) => is(compiled.supports[id])),
    actions: forEachId(ACTIONS, (id) => is(compiled.actions[id])),
    holding: compiled.rules.filter(({ region }) => is(region) === 'certain').map(({ rule }) => rule.id),
    pending: pendingRules(caller),
    deciding: decidingRules(caller, levels.at(0)),
    stops: stopsIn(caller, answers),
    unknownSafety: unknownSafety(caller),
    ask: settled ? [] : nextQuestions(caller),
    changes: changesFor(caller, levels),
  };
}

/** Questions that have an answer and certainly do not apply to this caller, in script order. */
export function contradictions(compiled: CompiledPolicy, answers: Answers): readonly string[] {
  const { certainty } = knownCaller(compiled, answers);
  return compiled.callers.questionnaire.questions
    .map((question) => question.id)
    .filter((id) => answers.values.has(id) && certainty(compiled.callers.applies(id)) === 'no');
}

/** What is certain, possible or impossible of a condition; it must be among those compiled together. */
export function certaintyOf(compiled: CompiledPolicy, answers: Answers, condition: Condition): Certainty {
  return knownCaller(compiled, answers).certainty(compiled.callers.region(condition));
}

function shownAs(id: string, is: Certainty): Decision['dispositions'] {
  return is === 'no' ? [] : [{ id, certainty: is }];
}

/** The levels of the completions whose call gets a level or ends with a disposition that shows levels as open. */
function levelsIfScored({ compiled, known }: KnownCaller, levels: readonly Level[]): readonly Level[] {
  const { forest, questionnaire } = compiled.callers;
  const closed = questionnaire.dispositions.flatMap((one, index) => (one.level === 'none' ? index : []));
  const hidden = closed.reduce((region, index) => forest.or(region, endedBy(compiled, index)), FALSE);
  const none = LEVELS.length; // a terminal that stands for "no level is shown"
  const shown = terminalsIn(reachable(forest, forest.choose(hidden, none, compiled.level), known));
  const possible = new Set([...shown.flatMap((terminal) => LEVELS[terminal] ?? []), ...levels]);
  return LEVELS.filter((level) => possible.has(level));
}

/** The callers whose call ends with a disposition: shown, none before it shown, and no emergency. */
function endedBy(compiled: CompiledPolicy, index: number): Node {
  const { forest } = compiled.callers;
  const before = compiled.dispositions.slice(0, index).reduce((region, one) => forest.or(region, one.shown), compiled.scored);
  return forest.and(compiled.dispositions[index]?.shown ?? FALSE, forest.not(before));
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
