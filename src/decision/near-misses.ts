/** Single answers on which the level hangs: had one of them been another, another level would be possible. */

import { cheapest, type Price, type Target, type Way } from '../callers/cheapest.ts';
import type { Variable } from '../callers/encoding.ts';
import { type Assignment, reachable, type TerminalSet, terminalsIn, UNKNOWN } from '../diagram/walk.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { Question } from '../questionnaire/model.ts';
import { describeChange } from './changes.ts';
import type { KnownCaller } from './known-caller.ts';
import type { Change } from './model.ts';

/** More answers to one question that lead to the same level are not listed. */
const MOST = 8;

export interface NearMiss {
  readonly question: string;
  /** Levels that are not possible now and would be, least intensive first. */
  readonly levels: readonly Level[];
  /** Other answers to the question that make just these possible, each changing as few of its options as a level needs. */
  readonly changes: readonly Change[];
}

/**
 * Every known answer whose change alone makes a level possible that is not possible now, that of the most intensive level
 * first, then in script order. All other answers stay; what becomes needless is not read, and what would newly be asked stays open.
 */
export function nearMisses(caller: KnownCaller, root: Target['root'], levels: readonly Level[]): readonly NearMiss[] {
  const { questionnaire } = caller.compiled.callers;
  const found = questionnaire.questions.flatMap((question) => missesOf(caller, { question, root, levels }));
  return found.sort((one, other) => gravest(other) - gravest(one)); // stable: the script order stays
}

function gravest({ levels }: NearMiss): number {
  return Math.max(...levels.map((level) => LEVELS.indexOf(level)));
}

interface Asked {
  readonly question: Question;
  readonly root: Target['root'];
  readonly levels: readonly Level[];
}

function missesOf(caller: KnownCaller, asked: Asked): readonly NearMiss[] {
  const { question, root, levels } = asked;
  const { compiled, known } = caller;
  const ways = new Map<string, Way>();
  for (const rank of newRanks(caller, asked))
    for (const way of waysTo(caller, asked, { root, goals: 1 << rank })) ways.set(JSON.stringify(way), way);
  const groups = new Map<string, NearMiss>();
  for (const way of ways.values()) {
    const change = describeChange(compiled, { known, way, root });
    const added = change.levels.filter((level) => !levels.includes(level));
    const before = groups.get(added.join())?.changes ?? [];
    groups.set(added.join(), { question: question.id, levels: added, changes: [...before, change] });
  }
  return [...groups.values()];
}

/** The levels that some other answer to the question makes possible. */
function newRanks({ compiled, known }: KnownCaller, { question, root, levels }: Asked): readonly number[] {
  const { forest, encoding } = compiled.callers;
  const own = encoding.ofQuestion.get(question.id) ?? [];
  if (own.every((variable) => known[variable] === UNKNOWN)) return [];
  const open = known.map((value, variable) => (own.includes(variable) ? UNKNOWN : value));
  const shown: TerminalSet = reachable(forest, root, open);
  return terminalsIn(shown).filter((rank) => {
    const level = LEVELS[rank];
    return level !== undefined && !levels.includes(level);
  });
}

/** The other answers to the question that lead there with the fewest of its options changed; of numbers the nearest on each side. */
function waysTo({ compiled, known }: KnownCaller, { question }: Asked, target: Target): readonly Way[] {
  const { callers } = compiled;
  const { variables } = callers.encoding;
  const price = (variable: number, value: number): Price => {
    const before = known[variable] ?? UNKNOWN;
    if (before === UNKNOWN || before === value) return 'free';
    return variables[variable]?.question === question ? 'change' : 'forbidden';
  };
  const isNumber = question.kind.kind === 'number';
  const most = isNumber ? Number.POSITIVE_INFINITY : MOST;
  const ways = cheapest({ callers, target, gates: [], price, most })?.ways ?? [];
  return isNumber ? nearestBands(known, ways, variables) : ways;
}

function nearestBands(known: Assignment, ways: readonly Way[], variables: readonly Variable[]): readonly Way[] {
  const bands = ways.flatMap((way) => way.filter(({ variable }) => variables[variable]?.kind === 'band'));
  const less = bands.filter(({ variable, value }) => value < (known[variable] ?? UNKNOWN)).at(-1);
  const more = bands.find(({ variable, value }) => value > (known[variable] ?? UNKNOWN));
  return [less, more].flatMap((one) => (one === undefined ? [] : [[one]]));
}
