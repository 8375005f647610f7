/** The unknown questions on which the result of a row still depends. */

import { dependsOn } from '../diagram/depends.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { sensitivity } from '../diagram/sensitivity.ts';
import { UNKNOWN } from '../diagram/walk.ts';
import { FIRST_STEPS } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import { addPlace, addPlaces, emptyPlaces, type PlaceSet } from './place-set.ts';
import {
  assignmentOf,
  createRowWalks,
  type RowResult,
  type RowSpace,
  whenFirstAsked,
  withinBudget,
} from './row-walks.ts';

/** Some variables of a question, by its place: it is missing where one of them is unknown and matters. */
interface Asked {
  readonly place: number;
  readonly variables: readonly number[];
}

/**
 * Finds the questions on which the outcome or a first step depends, as places in the script: a joint walk for those that no row
 * knows, and others for those that some rows know, because each of these adds states of its own. Every row's set is the same object.
 */
export function missingFromRows(compiled: CompiledPolicy, space: RowSpace): RowResult<PlaceSet> {
  const { encoding, questionnaire } = compiled.callers;
  const missingOf = missingAmong(compiled, space);
  const asked = questionnaire.questions.map(({ id, index }) => ({
    place: index,
    variables: (encoding.ofQuestion.get(id) ?? []).filter((variable) => space.fixed[variable] === UNKNOWN),
  }));
  const isKnown = ({ variables }: Asked): boolean => variables.some((variable) => space.known[variable]);
  const never = grouped(
    asked.filter((one) => !isKnown(one)),
    () => 1,
  );
  const sometimes = grouped(asked.filter(isKnown), ({ variables }) => variables.length);
  const groups = [...never, ...sometimes].map((group) => whenFirstAsked(() => missingOf(group)));
  const all = emptyPlaces(questionnaire.questions.length);
  return (codes) => {
    all.fill(0);
    for (const missing of groups) addPlaces(all, missing(codes));
    return all;
  };
}

/**
 * About how many tables are walked at once: neighbours in the script, which depend on much the same. The 40 and 70 tables of twenty
 * known questions under intake-line had 13,000 states and more as one walk each, and in groups of some twenty 600 to 4,000.
 */
const GROUP = 20;

function grouped(questions: readonly Asked[], tables: (question: Asked) => number): readonly (readonly Asked[])[] {
  const groups: Asked[][] = [];
  let room = 0;
  for (const question of questions) {
    if (room <= 0) {
      groups.push([]);
      room = GROUP;
    }
    groups.at(-1)?.push(question);
    room -= tables(question);
  }
  return groups;
}

/** Finds those of some questions that are missing. */
function missingAmong(compiled: CompiledPolicy, space: RowSpace): (questions: readonly Asked[]) => RowResult<PlaceSet> {
  const { forest, encoding, questionnaire } = compiled.callers;
  const { known } = space;
  const roots = [compiled.outcome, ...FIRST_STEPS.map((id) => compiled.firstSteps[id])];
  const walks = createRowWalks(forest, space);
  const sensitive = sensitivity(walks.forest, known);
  const whereItMatters = (variables: readonly number[]): Node =>
    variables
      .flatMap((variable) => roots.map((root) => sensitive(walks.take(root), variable)))
      .reduce(walks.forest.or, FALSE);
  const tables = ({ place, variables }: Asked) =>
    variables.some((variable) => known[variable])
      ? variables.map((variable) => ({
          place,
          start: walks.startWhereUnknown(whereItMatters([variable]), 'max', variable),
        }))
      : [{ place, start: walks.start(whereItMatters(variables), 'max') }];
  const setOf = (asked: readonly { readonly place: number }[]): PlaceSet => {
    const set = emptyPlaces(questionnaire.questions.length);
    for (const { place } of asked) addPlace(set, place);
    return set;
  };
  const byTables = (questions: readonly Asked[]): RowResult<PlaceSet> => {
    const members = questions.flatMap(tables);
    return walks.together(
      members.map(({ start }) => start),
      (found) => setOf(members.filter((_, member) => found[member] === 1)),
    );
  };
  const slowly = (questions: readonly Asked[]): RowResult<PlaceSet> => {
    const bits = questions.map(({ variables }) =>
      variables.reduce((all, variable) => all | (1n << BigInt(variable)), 0n),
    );
    return (codes) => {
      const found = dependsOn(forest, roots, assignmentOf(encoding.widths, known, codes));
      return setOf(questions.filter((_, question) => (found & (bits[question] ?? 0n)) !== 0n));
    };
  };
  return (questions) =>
    withinBudget(
      () => byTables(questions),
      () => slowly(questions),
    );
}
