/** From answers to a decision. Unknown answers stand for every way of completing them; nothing else is the meaning. */

import { encodeAnswers } from '../callers/encoding.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { type Assignment, reachable, restrict, terminalsIn } from '../diagram/walk.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, type Level, SUPPORTS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { Answers } from '../questionnaire/model.ts';
import { certainty } from './certainty.ts';
import { changesFor } from './changes.ts';
import type { CompiledPolicy } from './compile.ts';
import { decidingRules } from './deciding.ts';
import type { Certainty, Decision } from './model.ts';
import { nextQuestions, questionsIn } from './next-questions.ts';

/**
 * The decision of a policy on a caller's answers, all of design.md section 3.
 * Answers to questions that certainly do not apply are never read; find them with `contradictions`.
 */
export function decide(compiled: CompiledPolicy, answers: Answers): Decision {
  const { callers, policy } = compiled;
  const known = encodeAnswers(callers.encoding, answers);
  const is = (region: Node): Certainty => certainty(callers.forest, region, known);
  const results = terminalsIn(reachable(callers.forest, compiled.outcome, known));
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
    levelsIfScored: levelsIfScored(compiled, known, levels),
    firstSteps,
    supports: forEachId(SUPPORTS, (id) => is(compiled.supports[id])),
    actions: forEachId(ACTIONS, (id) => is(compiled.actions[id])),
    holding: compiled.rules.filter(({ region }) => is(region) === 'certain').map(({ rule }) => rule.id),
    pending: pendingRules(compiled, known),
    deciding: decidingRules(compiled, known, levels.at(0)),
    stops: stopsIn(compiled, answers, known),
    unknownSafety: unknownSafety(compiled, known),
    ask: settled ? [] : nextQuestions(compiled, known),
    changes: changesFor(compiled, known, levels),
  };
}

/** Questions that have an answer and certainly do not apply to this caller, in script order. */
export function contradictions(compiled: CompiledPolicy, answers: Answers): readonly string[] {
  const known = encodeAnswers(compiled.callers.encoding, answers);
  return compiled.callers.questionnaire.questions
    .map((question) => question.id)
    .filter((id) => answers.values.has(id) && certainty(compiled.callers.forest, compiled.callers.applies(id), known) === 'no');
}

function shownAs(id: string, is: Certainty): Decision['dispositions'] {
  return is === 'no' ? [] : [{ id, certainty: is }];
}

/** The levels of the completions whose call gets a level or ends with a disposition that shows levels as open. */
function levelsIfScored(compiled: CompiledPolicy, known: Assignment, levels: readonly Level[]): readonly Level[] {
  const { forest, questionnaire } = compiled.callers;
  const closed = questionnaire.dispositions.flatMap((one, index) => (one.level === 'none' ? LEVELS.length + index : []));
  const none = LEVELS.length; // a terminal that stands for "no level is shown"
  const hidden = closed.reduce((region, terminal) => forest.or(region, outcomeRegion(compiled, terminal)), FALSE);
  const shown = reachable(forest, forest.choose(hidden, none, compiled.level), known);
  const possible = new Set([...terminalsIn(shown).flatMap((terminal) => LEVELS[terminal] ?? []), ...levels]);
  return LEVELS.filter((level) => possible.has(level));
}

/** The callers whose result is one terminal of the outcome diagram. */
export function outcomeRegion(compiled: CompiledPolicy, terminal: number): Node {
  const { forest } = compiled.callers;
  const index = terminal - LEVELS.length;
  const earlier = compiled.dispositions.slice(0, index).map((one) => one.shown);
  const shown = compiled.dispositions[index]?.shown ?? FALSE;
  return forest.and(forest.and(forest.not(compiled.scored), shown), forest.not(earlier.reduce(forest.or, FALSE)));
}

function pendingRules(compiled: CompiledPolicy, known: Assignment): Decision['pending'] {
  const { forest } = compiled.callers;
  return compiled.rules.flatMap(({ rule, region }) => {
    const waitsFor = questionsIn(compiled, restrict(forest, region, known));
    return waitsFor.length === 0 ? [] : [{ rule: rule.id, waitsFor }];
  });
}

/** Stop options among the answers, of questions that apply or may apply. */
function stopsIn(compiled: CompiledPolicy, answers: Answers, known: Assignment): Decision['stops'] {
  const { forest, questionnaire, applies } = compiled.callers;
  return questionnaire.questions.flatMap(({ id, stop }) => {
    const value = answers.values.get(id);
    if (value === undefined || certainty(forest, applies(id), known) === 'no') return [];
    const given = typeof value === 'object' ? value : [value];
    return stop.filter((option) => given.includes(option)).map((option) => ({ question: id, option }));
  });
}

function unknownSafety(compiled: CompiledPolicy, known: Assignment): readonly string[] {
  const { callers } = compiled;
  return callers.questionnaire.questions
    .filter((question) => question.safety)
    .filter(({ id }) => (callers.encoding.ofQuestion.get(id) ?? []).some((variable) => known[variable] === -1))
    .filter(({ id }) => certainty(callers.forest, callers.applies(id), known) !== 'no')
    .map((question) => question.id);
}
