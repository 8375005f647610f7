/** What scored rows get, counted in the closed order of each list. */

import { FIRST_STEPS, LEVELS, type Level } from '../policy/care-lists.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { ReportContext } from './report.ts';
import { askedName } from './report-questions.ts';
import { type RowStatus, STATUSES } from './row-result.ts';
import type { AssumedRows, BoundsRows, LevelRows, ScoreReport } from './score-report.ts';
import type { Tally } from './tally.ts';

/** Rows of every status. */
export function statusRows({ statuses }: Tally): ScoreReport['statuses'] {
  return STATUSES.map((status) => ({ status, rows: statuses.get(status) ?? 0 }));
}

/** Rows by the least intensive level that is possible, in the order of levels. */
export function levelRows(tally: Tally, { care }: Pick<ReportContext, 'care'>): readonly LevelRows[] {
  return LEVELS.map((id) => ({ level: { id, name: care.levels[id].name }, ...lowestRows(tally, id) }));
}

/** Rows that have possible levels and none of them as the lowest for certain. */
export function withoutLowestRows(tally: Tally): ScoreReport['withoutLowest'] {
  return lowestRows(tally, null);
}

function lowestRows(tally: Tally, lowest: Level | null): ScoreReport['withoutLowest'] {
  const here = boundsRows(tally).filter(({ atLeast }) => atLeast === lowest);
  return {
    settled: sumOf(here.map(({ settled }) => settled)),
    assumed: sumOf(here.map(({ assumed }) => assumed)),
    open: sumOf(here.map(({ open }) => open)),
    maybeEmergency: sumOf(here.filter(mayBeEmergency).map(allOf)),
  };
}

/** Rows that are an emergency, may be one, or are none only if what is assumed is right. */
export function emergencyRows(tally: Tally): ScoreReport['emergency'] {
  const bounds = boundsRows(tally);
  const isNone = (row: BoundsRows): boolean => row.atMost !== EMERGENCY;
  return {
    certain: sumOf(bounds.filter(({ atLeast }) => atLeast === EMERGENCY).map(allOf)),
    possible: sumOf(bounds.filter(mayBeEmergency).map(allOf)),
    assumed:
      (tally.statuses.get('assumed') ?? 0) - sumOf(bounds.filter((row) => !isNone(row)).map(({ assumed }) => assumed)),
    safetyOpen: tally.safetyOpen,
  };
}

const EMERGENCY: Level = 'emergency';

function mayBeEmergency({ atLeast, atMost }: BoundsRows): boolean {
  return atMost === EMERGENCY && atLeast !== EMERGENCY;
}

function allOf({ settled, assumed, open }: BoundsRows): number {
  return settled + assumed + open;
}

/** Rows by both ends of their possible levels; ends that no row has are left out. */
export function boundsRows({ bounds }: Pick<Tally, 'bounds'>): readonly BoundsRows[] {
  return [null, ...LEVELS]
    .flatMap((atLeast) =>
      LEVELS.map((atMost) => {
        const rows = (status: RowStatus): number => bounds.get(`${status} ${atLeast ?? ''}..${atMost}`) ?? 0;
        return { atLeast, atMost, settled: rows('settled'), assumed: rows('assumed'), open: rows('open') };
      }),
    )
    .filter((row) => allOf(row) > 0);
}

/** Rows in which each first step is certain, and in which it is possible. */
export function firstStepRows(tally: Tally, { care }: Pick<ReportContext, 'care'>): ScoreReport['firstSteps'] {
  return FIRST_STEPS.map((id) => ({
    id,
    name: care.firstSteps[id].name,
    certain: tally.firstSteps.get(id) ?? 0,
    possible: tally.firstStepsPossible.get(id) ?? 0,
  }));
}

/** Rows by whether a residential fallback is due. */
export function fallbackRows({ fallback }: Tally): ScoreReport['fallback'] {
  return { yes: fallback.get('yes') ?? 0, possible: fallback.get('possible') ?? 0, no: fallback.get('no') ?? 0 };
}

/** What is taken for granted, why, and for how many rows; an assumption that no row needed is listed too. */
export function assumptionRows(tally: Tally, context: ReportContext): readonly AssumedRows[] {
  const { questionnaire, bound, language } = context;
  return bound.mapping.assumptions.map(({ question: id, answer, because }) => {
    const question = questionnaire.questions.find((one) => one.id === id);
    return {
      question: askedName(id, context),
      answer: question === undefined ? String(answer) : answerInWords(question, answer, language),
      because,
      rows: tally.assumed.get(id) ?? 0,
    };
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
