/** Whether a program can be paid the way the caller could pay. */

import type { Payment } from '../../directory/lists.ts';
import type { Program } from '../../directory/model.ts';
import type { Meaning } from '../../questionnaire/meanings.ts';
import type { HardFinding, MatchOutcome, Wanted } from './finding.ts';

export type CallerPayment = Meaning<'payment'>;

interface Ways {
  /** Any of these pays for it. */
  readonly met: readonly Payment[];
  /** One of these might, after a question. */
  readonly ask: readonly Payment[];
}

/** What costs nothing can be paid by anyone; a sliding scale is for whoever pays themselves, and a question for all others. */
const WAYS: Readonly<Record<CallerPayment, Ways>> = {
  private: { met: ['private', 'no-cost'], ask: ['sliding-scale'] },
  medicaid: { met: ['medicaid', 'no-cost'], ask: ['sliding-scale'] },
  medicare: { met: ['medicare', 'no-cost'], ask: ['sliding-scale'] },
  military: { met: ['military', 'no-cost'], ask: ['sliding-scale'] },
  'self-pay': { met: ['self-pay', 'sliding-scale', 'no-cost'], ask: [] },
  // Who has no cover may have money of their own, or be entitled to Medicaid without knowing it.
  'no-cover': { met: ['sliding-scale', 'no-cost'], ask: ['self-pay', 'medicaid'] },
};

/** Ruled out only where it is known how it may be paid, and none of that is open to the caller. */
export function paymentTest({ payments }: Program, { needs }: Wanted): HardFinding | undefined {
  const means = needs.payments;
  if (means.length === 0) return undefined;
  const outcomes = means.map((one) => outcomeOf(payments, WAYS[one]));
  const condition = 'payment';
  if (outcomes.includes('met')) return { condition, outcome: 'met', says: (words) => words.takesPayment(means) };
  if (payments === undefined) return { condition, outcome: 'unknown', says: (words) => words.askPayment(means) };
  if (outcomes.includes('unknown'))
    return { condition, outcome: 'unknown', says: (words) => words.askPaymentOf(means, payments) };
  return { condition, outcome: 'not-met', says: (words) => words.notPayable(means, payments) };
}

function outcomeOf(payments: readonly Payment[] | undefined, { met, ask }: Ways): MatchOutcome {
  if (payments === undefined) return 'unknown';
  if (payments.some((one) => met.includes(one))) return 'met';
  return payments.some((one) => ask.includes(one)) ? 'unknown' : 'not-met';
}
