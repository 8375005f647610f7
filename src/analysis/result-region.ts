/** The callers whose result passes a test. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { terminalRegion } from '../diagram/terminal-region.ts';
import { ACTIONS, LEVELS, type Level } from '../policy/care-lists.ts';
import type { ResultTest } from './model.ts';

/**
 * The callers of whom everything holds that the test asks for. "This page does not say" lies below every level: it is at most
 * any level, at least none, and not one of several.
 */
export function resultRegion(compiled: CompiledPolicy, test: ResultTest): Node {
  const { forest } = compiled.callers;
  const allOf = (nodes: readonly Node[]): Node => nodes.reduce(forest.and, TRUE);
  const anyOf = (nodes: readonly Node[]): Node => nodes.reduce(forest.or, FALSE);
  return allOf([
    ...places(compiled, test),
    ...(test.firstAny === undefined ? [] : [anyOf(test.firstAny.map((id) => compiled.firstSteps[id]))]),
    ...(test.supportsAny === undefined ? [] : [anyOf(test.supportsAny.map((id) => compiled.supports[id]))]),
    ...(test.supportsAll ?? []).map((id) => compiled.supports[id]),
    ...(test.actionAny ? [anyOf(ACTIONS.map((id) => compiled.actions[id]))] : []),
    ...(test.actionsAll ?? []).map((id) => compiled.actions[id]),
  ]);
}

/** One region for each thing that is asked of the level, the silence or the disposition. */
function places(compiled: CompiledPolicy, test: ResultTest): readonly Node[] {
  const { forest } = compiled.callers;
  const leveled = forest.and(compiled.scored, forest.not(compiled.silent));
  const atLeast = (rank: number): Node => compiled.atLeast[rank] ?? FALSE;
  const exactly = (level: Level): Node => {
    const rank = LEVELS.indexOf(level);
    return forest.and(atLeast(rank), forest.not(atLeast(rank + 1)));
  };
  const { levelAtLeast, levelAtMost, levelIn, dispositionIn, silent } = test;
  return [
    ...(levelAtLeast === undefined ? [] : [forest.and(leveled, atLeast(LEVELS.indexOf(levelAtLeast)))]),
    ...(levelAtMost === undefined
      ? []
      : [forest.or(compiled.silent, forest.and(leveled, forest.not(atLeast(LEVELS.indexOf(levelAtMost) + 1))))]),
    ...(levelIn === undefined ? [] : [forest.and(leveled, levelIn.map(exactly).reduce(forest.or, FALSE))]),
    ...(dispositionIn === undefined ? [] : [ending(compiled, dispositionIn)]),
    ...(silent ? [compiled.silent] : []),
  ];
}

/** The callers whose call ends with one of these dispositions. */
function ending({ callers, outcome }: CompiledPolicy, ids: readonly string[]): Node {
  const { forest, questionnaire } = callers;
  const terminals = questionnaire.dispositions.reduce(
    (set, { id }, index) => (ids.includes(id) ? set | (1 << (LEVELS.length + index)) : set),
    0,
  );
  return terminalRegion(forest, outcome, terminals);
}
