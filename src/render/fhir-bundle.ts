/** The result of a call as one FHIR R4 document: a Composition that is read, and behind it the script, the answers and what is asked for. */

import type { Exchanged } from '../referral/exchanged.ts';
import { fhirAssessment } from './fhir-assessment.ts';
import { type Coding, type Entry, LOINC, type Resource, withoutEmpty } from './fhir-model.ts';
import { fhirQuestionnaire, type ScriptAddress } from './fhir-questionnaire.ts';
import { fhirRequests } from './fhir-requests.ts';
import { fhirResponse } from './fhir-response.ts';
import { element, fragment } from './html.ts';

export interface FhirSource {
  readonly exchanged: Exchanged;
  /** Who writes it: the site. */
  readonly author: string;
  /** The instant at which it is written, ISO 8601 with a zone. */
  readonly at: string;
  /** A UUID for a name, always the same one; `script` and `options` are the same in every bundle of a questionnaire. */
  readonly uuid: (name: string) => string;
}

/** Renders the bundle as JSON. */
export function fhirBundle(source: FhirSource): string {
  const { at, uuid, exchanged } = source;
  const entries = entriesOf(source);
  const bundle = {
    resourceType: 'Bundle',
    ...(exchanged.basis === 'unrestricted' ? {} : { meta: { security: SECURITY } }),
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid('bundle')}` },
    type: 'document',
    timestamp: at,
    entry: entries,
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** Labels of HL7's own code systems, for a receiver that sorts by them. */
const SECURITY: readonly Coding[] = [
  { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R', display: 'restricted' },
  { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: '42CFRPart2', display: '42 CFR Part2' },
];

function entriesOf(source: FhirSource): readonly Entry[] {
  const { exchanged, at, uuid } = source;
  const { summary, record } = exchanged;
  const address = (name: string): string => `urn:uuid:${uuid(name)}`;
  const subject = { reference: address('caller') };
  const answers = { reference: address('answers') };
  const script: ScriptAddress = { url: address('script'), system: address('options') };
  const assessment = fhirAssessment(summary, { subject, basis: [answers], authored: at });
  const assessments = assessment === null ? [] : [{ fullUrl: address('assessment'), resource: assessment }];
  const supportingInfo = [answers, ...assessments.map(({ fullUrl }) => ({ reference: fullUrl }))];
  const requests = fhirRequests(summary, { subject, supportingInfo, authored: at, address });
  const response = fhirResponse(record, {
    language: summary.language,
    address: script,
    version: summary.questionnaire.version,
    subject,
    authored: at,
    isComplete: exchanged.isComplete,
  });
  const parts: readonly Entry[] = [
    { fullUrl: script.url, resource: fhirQuestionnaire(record, summary, script) },
    { fullUrl: answers.reference, resource: response },
    ...assessments,
    ...requests,
  ];
  return [
    { fullUrl: address('composition'), resource: composition(source, subject.reference, parts) },
    // Nothing says who the caller is: that is for the sender's and the receiver's own records to know.
    { fullUrl: subject.reference, resource: { resourceType: 'Patient', active: true } },
    ...parts,
  ];
}

function composition({ exchanged, author, at }: FhirSource, subject: string, parts: readonly Entry[]): Resource {
  const { summary, title } = exchanged;
  const read = exchanged.sections.flatMap((section) => {
    const text = narrative(section.lines);
    return text === undefined ? [] : [withoutEmpty({ title: section.title, text })];
  });
  return {
    resourceType: 'Composition',
    language: summary.language,
    status: summary.settled ? 'final' : 'preliminary',
    type: { coding: [{ system: LOINC, code: '57133-1', display: 'Referral note' }] },
    subject: { reference: subject },
    date: at,
    author: [{ display: author }],
    title,
    section: [...read, { entry: parts.map(({ fullUrl }) => ({ reference: fullUrl })) }],
  };
}

/** Lines as XHTML, as FHIR wants a narrative; undefined where there is none. */
function narrative(lines: readonly string[]): { readonly status: 'generated'; readonly div: string } | undefined {
  const shown = lines.filter((line) => line !== '');
  if (shown.length === 0) return undefined;
  const paragraphs = fragment(...shown.map((line) => element('p', {}, line)));
  return { status: 'generated', div: element('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, paragraphs).markup };
}
