/** What the rules say of the caller, as a FHIR RiskAssessment in which everything is text: no code is invented for a level of care. */

import type { ExchangedSummary } from '../referral/exchanged.ts';
import { type Reference, type Resource, resourceOf, withoutEmpty } from './fhir-model.ts';

export interface AssessmentContext {
  readonly subject: Reference;
  readonly basis: readonly Reference[];
  /** ISO 8601. */
  readonly authored: string;
}

/** Writes the assessment; null where no level is shown. */
export function fhirAssessment(
  summary: ExchangedSummary,
  { subject, basis, authored }: AssessmentContext,
): Resource | null {
  const { level, policy, language, settled, now } = summary;
  if (level.kind === 'none' || level.headline === '') return null;
  return resourceOf({
    resourceType: 'RiskAssessment',
    language,
    status: settled ? 'final' : 'preliminary',
    method: { text: `${policy.title}, ${policy.version} (${policy.date})` },
    subject,
    occurrenceDateTime: authored,
    basis,
    prediction: [withoutEmpty({ outcome: { text: level.headline }, rationale: rationaleOf(summary) })],
    mitigation: now.join('\n'),
  });
}

function rationaleOf({ why, level }: ExchangedSummary): string {
  const reasons = why.reasons.map(({ because }) => because);
  return [
    ...(why.says === null ? [] : [why.says]),
    ...reasons,
    ...(level.untilAsked === null ? [] : [level.untilAsked]),
  ].join('\n');
}
