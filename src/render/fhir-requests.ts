/** What is asked of others, as FHIR ServiceRequests: the referral, the fallback and each first step. Codes only where a standard has them. */

import type { ExchangedSummary } from '../referral/exchanged.ts';
import type { Offer, ProgramCard, StepBlock } from '../referral/summary.ts';
import { type Entry, type Reference, type Resource, resourceOf, SNOMED } from './fhir-model.ts';

export interface RequestContext {
  readonly subject: Reference;
  /** The answers and the assessment behind a request. */
  readonly supportingInfo: readonly Reference[];
  /** ISO 8601. */
  readonly authored: string;
  /** `urn:uuid:…` for a name, always the same one. */
  readonly address: (name: string) => string;
}

/** |Patient referral (procedure)|; levels of care have no code that does not belong to somebody, so they are text. */
const REFERRAL = [{ coding: [{ system: SNOMED, code: '3457005', display: 'Patient referral' }] }] as const;

type Priority = 'routine' | 'urgent' | 'asap' | 'stat';

/** The requests in the order in which they matter, and the programs that they name. */
export function fhirRequests(summary: ExchangedSummary, context: RequestContext): readonly Entry[] {
  const requests = [...emergencyOf(summary), ...stepsOf(summary), ...referralOf(summary), ...fallbackOf(summary)];
  return [
    ...requests.map((request) => ({
      fullUrl: context.address(`request ${request.name}`),
      resource: requestOf(request, summary, context),
    })),
    ...programsOf(summary).map((program) => ({
      fullUrl: context.address(`program ${program.id}`),
      resource: organization(program),
    })),
  ];
}

interface Request {
  readonly name: string;
  readonly text: string;
  readonly priority: Priority;
  /** What is only possible, or comes only in a case that has not come about, is a draft. */
  readonly isCertain: boolean;
  readonly reasons: readonly string[];
  readonly notes: readonly string[];
  readonly offer: Offer | null;
}

function emergencyOf({ emergency }: ExchangedSummary): readonly Request[] {
  if (emergency === null) return [];
  const notes = emergency.actions.map(({ says }) => says);
  return [
    { name: 'emergency', text: emergency.title, priority: 'stat', isCertain: true, reasons: [], notes, offer: null },
  ];
}

/** A first step that waits for no level is to happen today. */
const TODAY: readonly StepBlock['id'][] = ['medical-check-today', 'crisis-assessment-today'];

function stepsOf({ firstSteps }: ExchangedSummary): readonly Request[] {
  return firstSteps.map(({ id, name, sentence, certainty, reasons }) => ({
    name: `step ${id}`,
    text: name,
    priority: TODAY.includes(id) ? 'asap' : 'urgent',
    isCertain: certainty === 'certain',
    reasons: reasons.map(({ because }) => because),
    notes: [sentence],
    offer: null,
  }));
}

function referralOf({ referral, level, why }: ExchangedSummary): readonly Request[] {
  if (referral === null) return [];
  return [
    {
      name: 'referral',
      text: referral.title,
      priority: 'routine',
      isCertain: level.kind === 'settled' || level.kind === 'chosen',
      reasons: why.reasons.map(({ because }) => because),
      notes: referral.says,
      offer: referral,
    },
  ];
}

function fallbackOf({ fallback, why }: ExchangedSummary): readonly Request[] {
  const { offer, title, place, now, waiting } = fallback;
  if (offer === null || title === null) return [];
  return [
    {
      name: 'fallback',
      text: title,
      priority: place === 'call-now' ? 'urgent' : 'routine',
      isCertain: fallback.status === 'yes' && place !== 'afterwards',
      reasons: why.reasons.map(({ because }) => because),
      notes: [...offer.says, ...now, ...waiting],
      offer,
    },
  ];
}

function requestOf(request: Request, { language }: ExchangedSummary, context: RequestContext): Resource {
  const program = request.offer?.primary ?? null;
  return resourceOf({
    resourceType: 'ServiceRequest',
    language,
    status: request.isCertain ? 'active' : 'draft',
    // Nothing here is an order: a licensed counselor decides.
    intent: 'proposal',
    category: REFERRAL,
    priority: request.priority,
    code: { text: request.text },
    subject: context.subject,
    authoredOn: context.authored,
    performer: program === null ? [] : [{ reference: context.address(`program ${program.id}`), display: program.name }],
    reasonCode: request.reasons.map((text) => ({ text })),
    supportingInfo: context.supportingInfo,
    note: request.notes.map((text) => ({ text })),
  });
}

/** Every program that is named, once. */
function programsOf({ referral, fallback }: ExchangedSummary): readonly ProgramCard[] {
  const named = [referral?.primary, fallback.offer?.primary].flatMap((one) => one ?? []);
  return [...new Map(named.map((program) => [program.id, program])).values()];
}

function organization({ name, place, phones }: ProgramCard): Resource {
  return resourceOf({
    resourceType: 'Organization',
    name,
    telecom: phones.map(({ number }) => ({ system: 'phone', value: number, use: 'work' })),
    address: place === null ? [] : [{ text: place }],
  });
}
