/** A run over the shipped questionnaire with counts that stand for themselves wherever they appear. */

import { type ReportContext, reportOf } from '../../src/batch/report.ts';
import type { ScoreReport } from '../../src/batch/score-report.ts';
import type { Tally } from '../../src/batch/tally.ts';
import { shippedContent } from '../fixtures/shipped.ts';

/** 2,398 records. No count of people is a multiple of five, most are over 100, and some are under five. */
export const TALLY: Tally = {
  scored: 2372,
  rejected: 26,
  blank: 3,
  statuses: new Map([
    ['settled', 1243],
    ['open', 989],
    ['assumed', 127],
    ['out-of-scope', 13],
  ]),
  bounds: new Map([
    ['settled outpatient..outpatient', 413],
    ['settled iop..iop', 701],
    ['settled residential..residential', 127],
    ['settled emergency..emergency', 2],
    ['assumed iop..iop', 88],
    ['assumed iop..emergency', 39],
    ['open information..emergency', 617],
    ['open outpatient..iop', 234],
    ['open residential..emergency', 127],
    ['open ..emergency', 11],
  ]),
  dispositions: new Map([
    ['youth', 12],
    ['third-party', 17],
  ]),
  firstSteps: new Map([
    ['medical-check-today', 18],
    ['withdrawal-management', 263],
  ]),
  firstStepsPossible: new Map([
    ['medical-check-today', 816],
    ['crisis-assessment-today', 744],
  ]),
  fallback: new Map([
    ['yes', 129],
    ['possible', 656],
    ['no', 1576],
  ]),
  safetyOpen: 891,
  missing: new Map([
    ['household', 417],
    ['danger_now', 612],
    ['housing', 323],
    ['withdrawal_now', 3],
  ]),
  missingAlone: new Map([
    ['household', 212],
    ['withdrawal_now', 1],
  ]),
  rejectCodes: new Map([
    ['unknown-value', 17],
    ['too-few-fields', 7],
    ['contradiction', 3],
  ]),
  rejectColumns: new Map([
    ['unknown-value 1', 14],
    ['unknown-value 2', 4],
    ['contradiction 1', 3],
  ]),
  rejectUrgencies: new Map([
    ['yes', 4],
    ['possible', 13],
    ['no', 9],
  ]),
  assumed: new Map([['danger_now', 1749]]),
  implied: new Map([['readiness', 344]]),
  ignored: new Map([['can_answer_for_them', 1333]]),
  nearMisses: new Map([
    ['violence no residential iop', 121],
    ['housing temporary residential iop', 3],
  ]),
};

/** A header whose names try to become markup. */
export const HEADER = ['id', '"><script>alert(1)</script>', "</style><img src=x onerror='alert(1)'>"];

/** What the run was made of, to be changed where a test needs it. */
export async function givenContext(): Promise<ReportContext> {
  const { questionnaire, policies, care } = await shippedContent();
  const policy = policies.find(({ id }) => id === 'intake-line');
  if (policy === undefined) throw new Error('the shipped default policy is gone');
  return {
    version: '1.2.3',
    date: '2026-11-22',
    language: 'en',
    questionnaire,
    policy,
    care,
    bound: {
      mapping: {
        id: 'example',
        title: 'Example export',
        assumptions: [
          { question: 'danger_now', answer: 'no', because: 'Whoever is in the export was seen at an admission.' },
          { question: 'body_now', answer: [], because: 'The same.' },
        ],
      },
      header: HEADER,
      unread: [{ question: 'household', absent: [] }],
    },
    inputs: [{ path: '/home/jane-doe/exports/2025.csv', notes: ['UTF-8, comma, LF', '20 of 25 columns read'] }],
    complete: true,
    nearMisses: true,
  };
}

/** The report of that run; `changed` replaces parts of its counts. */
export async function givenReport(changed: Partial<Tally> = {}): Promise<ScoreReport> {
  return reportOf({ ...TALLY, ...changed }, await givenContext());
}
