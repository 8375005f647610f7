/** From what was counted to what is reported: names beside ids, everything in an order that a reader expects. */

import type { Policy } from '../policy/model.ts';
import type { CareTexts } from '../policy/texts.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { Mapping } from './mapping.ts';
import { askedName, dispositionRows, missingRows, nearMissRows, questionRows } from './report-questions.ts';
import { rejectedRows, rejectUrgencyRows } from './report-rejects.ts';
import {
  assumptionRows,
  boundsRows,
  emergencyRows,
  fallbackRows,
  firstStepRows,
  levelRows,
  statusRows,
  withoutLowestRows,
} from './report-results.ts';
import type { ScoreReport } from './score-report.ts';
import type { Tally } from './tally.ts';

export interface ReportContext {
  /** Version of this program. */
  readonly version: string;
  /** Day of the run, ISO 8601. */
  readonly date: string;
  readonly language: string;
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly care: CareTexts;
  readonly bound: Pick<BoundMapping, 'header' | 'unread'> & {
    readonly mapping: Pick<Mapping, 'id' | 'title' | 'assumptions'>;
  };
  /** Where each input was read from, and what was found out about it, a clause each. */
  readonly inputs: readonly { readonly path: string; readonly notes: readonly string[] }[];
  /** Whether the input was read to its end. */
  readonly complete: boolean;
  /** Whether near misses were looked for. */
  readonly nearMisses: boolean;
}

/** Says what was counted in the words of the run's language. */
export function reportOf(tally: Tally, context: ReportContext): ScoreReport {
  const levels = levelRows(tally, context);
  const withoutLowest = withoutLowestRows(tally);
  const withLevel = [...levels, withoutLowest].reduce((sum, row) => sum + row.settled + row.assumed + row.open, 0);
  const { scored, rejected, blank } = tally;
  return {
    ...heading(context),
    records: { read: scored + rejected, scored, rejected, blank },
    emergency: emergencyRows(tally),
    rejectUrgency: rejectUrgencyRows(tally),
    statuses: statusRows(tally),
    levels,
    withoutLowest,
    withoutLevel: scored - withLevel,
    bounds: boundsRows(tally),
    dispositions: dispositionRows(tally, context),
    firstSteps: firstStepRows(tally, context),
    fallback: fallbackRows(tally),
    missing: missingRows(tally, context),
    rejects: rejectedRows(tally, context.bound.header),
    assumptions: assumptionRows(tally, context),
    implied: questionRows(tally.implied, context),
    ignored: questionRows(tally.ignored, context),
    unread: context.bound.unread.map(({ question }) => askedName(question, context)),
    nearMisses: context.nearMisses ? nearMissRows(tally, context) : null,
  };
}

type Heading = Pick<
  ScoreReport,
  'format' | 'version' | 'date' | 'language' | 'inputs' | 'questionnaire' | 'policy' | 'mapping' | 'complete'
>;

function heading(context: ReportContext): Heading {
  const { version, date, language, questionnaire, policy, bound, complete } = context;
  return {
    format: 'intakeline/score-report/1',
    version,
    date,
    language,
    inputs: context.inputs.map(({ path, notes }) => ({ name: fileName(path), notes })),
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      title: inLanguage(questionnaire.title, language),
    },
    policy: {
      id: policy.id,
      version: policy.version,
      date: policy.date,
      title: policy.title,
      reviewedBy: policy.reviewedBy ?? null,
    },
    mapping: { id: bound.mapping.id, title: bound.mapping.title },
    complete,
  };
}

/** The folders of a path often hold the name of the person to whom they belong. */
function fileName(path: string): string {
  return path === '-' ? 'standard input' : (path.split(/[\\/]/).at(-1) ?? path);
}
