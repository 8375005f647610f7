/** Callers drawn from marginals, and every one of their calls taken whole and brief. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { createCall } from '../interview/call.ts';
import { keptWalks } from '../interview/kept-walks.ts';
import type { Call } from '../interview/model.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { CareTexts } from '../policy/texts.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { answersYaml } from '../questionnaire/write-answers.ts';
import { type BestFirst, bestFirstOf } from './best-first.ts';
import { callLength } from './call-length.ts';
import { headingOf, isSettled, outcomeOf } from './call-outcome.ts';
import { drawCaller } from './draw-caller.ts';
import type { Marginals } from './marginals.ts';
import { questionsNamed, type TakenCall, takeCall } from './questions-heard.ts';
import { randomStream } from './random.ts';
import { saidName } from './said.ts';
import { type Share, shareOf } from './share-of.ts';
import type { Difference, SimulatedResult, Simulation, Ways } from './simulation.ts';
import { meanOf, spreadOf } from './spread.ts';

export interface SimulationPlan {
  readonly compiled: CompiledPolicy;
  readonly marginals: Marginals;
  readonly levels: CareTexts['levels'];
  readonly callers: number;
  readonly seed: number;
  /** In which the scripts are read aloud. */
  readonly language: string;
  /** For how many callers the most telling question is looked for each time. */
  readonly ranked: number;
}

/** What is kept of one caller. */
interface Simulated {
  readonly result: string;
  readonly fixed: number;
  readonly brief: number;
  readonly fixedMinutes: number;
  readonly briefMinutes: number;
  readonly settledAfter: number;
  readonly briefSettledAfter: number;
  readonly heard: readonly string[];
  readonly leftOut: readonly string[];
  readonly bestFirst: BestFirst | undefined;
}

const SHOWN_DIFFERENCES = 5;
const SHOWN_LEFT_OUT = 10;

/** Simulates calls and yields how many are done, so that whoever waits can be told. The same plan gives the same simulation. */
export function* simulate(plan: SimulationPlan): Generator<number, Simulation> {
  const { compiled, marginals, callers, seed } = plan;
  const { questionnaire } = compiled.callers;
  const take = taker(plan);
  const taken: Simulated[] = [];
  const differences: Difference[] = [];
  let different = 0;
  for (let number = 0; number < callers; number++) {
    const answers = drawCaller(questionnaire, marginals, randomStream(seed, number));
    const { simulated, isSame } = take(answers, number < plan.ranked);
    taken.push(simulated);
    if (!isSame && ++different <= SHOWN_DIFFERENCES)
      differences.push({ caller: number + 1, answers: heardOnly(answers, simulated.heard, questionnaire) });
    yield number + 1;
  }
  return { ...headOf(plan), ...summary(taken, headings(plan)), differences: { count: different, shown: differences } };
}

function taker({ compiled, language }: SimulationPlan) {
  const walks = keptWalks(compiled);
  const [whole, brief] = [createCall(compiled, { walks }), createCall(compiled, { brief: true, walks })];
  const bestFirst = bestFirstOf(brief);
  const minutes = (call: Call, { heard }: TakenCall, answers: Answers): number =>
    callLength(compiled.callers.questionnaire, questionsNamed(call, heard), answers, language).seconds / 60;
  return (answers: Answers, isRanked: boolean) => {
    const long = takeCall(whole, answers);
    const short = takeCall(brief, answers);
    const simulated: Simulated = {
      result: headingOf(whole, long.end),
      fixed: long.heard.length,
      brief: short.heard.length,
      fixedMinutes: minutes(whole, long, answers),
      briefMinutes: minutes(brief, short, answers),
      settledAfter: settledAfter(whole, long),
      briefSettledAfter: settledAfter(brief, short),
      heard: long.heard,
      leftOut: long.heard.filter((id) => !short.heard.includes(id)),
      bestFirst: isRanked ? bestFirst(answers) : undefined,
    };
    return { simulated, isSame: areSame([whole, long], [brief, short]) };
  };
}

function areSame([whole, long]: readonly [Call, TakenCall], [brief, short]: readonly [Call, TakenCall]): boolean {
  const [left, right] = [outcomeOf(whole, long.end), outcomeOf(brief, short.end)];
  return left.end === right.end && left.statements === right.statements;
}

/** After how many questions level and first steps were certain. What is certain stays so, which makes it a search by halves. */
function settledAfter(call: Call, { states }: TakenCall): number {
  let [from, to] = [0, states.length - 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const state = states[middle];
    if (state !== undefined && isSettled(call, state)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** What the caller said in the whole call: an answers file that `decide` takes. */
function heardOnly(answers: Answers, heard: readonly string[], questionnaire: Questionnaire): string {
  const values = new Map([...answers.values].filter(([id]) => heard.includes(id)));
  return answersYaml({ ...answers, values }, questionnaire);
}

function headOf({ compiled, marginals, callers, seed }: SimulationPlan) {
  const { questionnaire } = compiled.callers;
  const { title, about, others, questions } = marginals;
  const unnamed = questionnaire.questions.filter(({ id, kind }) => kind.kind !== 'unreadable' && !questions.has(id));
  return {
    questionnaire: questionnaire.id,
    policy: compiled.policy.id,
    callers,
    seed,
    marginals: { title, about, others, unnamed: unnamed.map(({ id }) => id) },
  };
}

type Summary = Omit<Simulation, keyof ReturnType<typeof headOf> | 'differences'>;

function summary(taken: readonly Simulated[], names: ReadonlyMap<string, string>): Summary {
  const share = (passes: (one: Simulated) => boolean): Share => shareIn(taken.filter(passes).length, taken.length);
  return {
    fixed: waysOf(
      taken,
      ({ fixed }) => fixed,
      ({ fixedMinutes }) => fixedMinutes,
    ),
    brief: waysOf(
      taken,
      ({ brief }) => brief,
      ({ briefMinutes }) => briefMinutes,
    ),
    shorter: share(({ fixed, brief }) => brief < fixed),
    settled: {
      early: share((one) => one.settledAfter < one.fixed),
      after: spreadOf(taken.map((one) => one.settledAfter)),
    },
    results: resultsOf(taken, names),
    leftOut: leftOutOf(taken),
    bestFirst: bestFirstIn(taken),
  };
}

function shareIn(part: number, whole: number): Share {
  return shareOf(BigInt(part), BigInt(whole));
}

type Number = (one: Simulated) => number;

function waysOf(taken: readonly Simulated[], questions: Number, minutes: Number): Ways {
  return { questions: spreadOf(taken.map(questions)), minutes: spreadOf(taken.map(minutes)) };
}

/** What calls are counted under, by name: levels least intensive first, silence, dispositions in their order, then what stayed open. */
function headings({ compiled, levels }: SimulationPlan): ReadonlyMap<string, string> {
  const { dispositions, languages } = compiled.callers.questionnaire;
  return new Map([
    ...LEVELS.map((level) => [saidName({ kind: 'level', level }), levels[level].name] as const),
    [saidName({ kind: 'silence' }), 'says nothing'],
    ...dispositions.map(
      ({ id, title }) =>
        [saidName({ kind: 'disposition', disposition: id }), inLanguage(title, languages[0] ?? 'en')] as const,
    ),
    ['open', 'open'],
  ]);
}

function resultsOf(taken: readonly Simulated[], names: ReadonlyMap<string, string>): readonly SimulatedResult[] {
  return [...names].flatMap(([result, name]) => {
    const own = taken.filter((one) => one.result === result);
    if (own.length === 0) return [];
    return [
      {
        result,
        name,
        callers: own.length,
        fixed: meanOf(own.map(({ fixed }) => fixed)),
        brief: meanOf(own.map(({ brief }) => brief)),
        settledAfter: meanOf(own.map((one) => one.settledAfter)),
      },
    ];
  });
}

function leftOutOf(taken: readonly Simulated[]): Simulation['leftOut'] {
  const asked = new Map<string, number>();
  const left = new Map<string, number>();
  for (const one of taken) {
    for (const id of one.heard) asked.set(id, (asked.get(id) ?? 0) + 1);
    for (const id of one.leftOut) left.set(id, (left.get(id) ?? 0) + 1);
  }
  return [...left]
    .sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1))
    .slice(0, SHOWN_LEFT_OUT)
    .map(([question, calls]) => ({ question, calls, share: shareIn(calls, asked.get(question) ?? calls) }));
}

function bestFirstIn(taken: readonly Simulated[]): Simulation['bestFirst'] {
  const ranked = taken.flatMap((one) => (one.bestFirst === undefined ? [] : [{ ...one, ranked: one.bestFirst }]));
  return {
    callers: ranked.length,
    questions: spreadOf(ranked.map((one) => one.ranked.questions)),
    settledAfter: spreadOf(ranked.map((one) => one.ranked.untilSettled)),
    brief: spreadOf(ranked.map(({ brief }) => brief)),
    briefSettledAfter: spreadOf(ranked.map((one) => one.briefSettledAfter)),
  };
}
