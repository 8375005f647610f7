/** What scored rows get, counted in the closed order of each list. */

import { FIRST_STEPS, LEVELS, type Level } from '../policy/care-lists.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { ReportContext } from './report.ts';
import { askedName } from './report-questions.ts';
import { STATUSES } from './row-result.ts';
import type { AssumedRows, BoundsRows, LevelRows, ScoreReport } from './score-report.ts';
import type { Tally } from './tally.ts';

/** Rows of every status. */
export function statusRows({ statuses }: Tally): ScoreReport['statuses'] {
  return STATUSES.map((status) => ({ status, rows: statuses.get(status) ?? 0 }));
}

/** Rows by the least intensive level that is possible, in the order of levels. */
export function levelRows(tally: Tally, { care }: Pick<ReportContext, 'care'>): readonly LevelRows[] {
  const bounds = boundsRows(tally, LEVELS);
  return LEVELS.map((id) => {
    const here = bounds.filter(({ atLeast }) => atLeast === id);
    return {
      level: { id, name: care.levels[id].name },
      settled: sumOf(here.map(({ settled }) => settled)),
      assumed: sumOf(here.map(({ assumed }) => assumed)),
      open: sumOf(here.map(({ open }) => open)),
    };
  });
}

/** Rows by both ends of their possible levels; ends that no row has are left out. */
export function boundsRows({ bounds }: Tally, levels: readonly Level[]): readonly BoundsRows[] {
  return levels
    .flatMap((atLeast) =>
      levels.map((atMost) => ({
        atLeast,
        atMost,
        settled: bounds.get(`settled ${atLeast}..${atMost}`) ?? 0,
        assumed: bounds.get(`assumed ${atLeast}..${atMost}`) ?? 0,
        open: bounds.get(`open ${atLeast}..${atMost}`) ?? 0,
      })),
    )
    .filter(({ settled, assumed, open }) => settled + assumed + open > 0);
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
