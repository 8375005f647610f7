/** What was said, as a FHIR QuestionnaireResponse. */

import type { AnswerRecord, RecordedQuestion, RecordedReply } from '../referral/answer-record.ts';
import { fhirText, type Reference, type Resource, resourceOf, withoutEmpty } from './fhir-model.ts';
import { itemType, NONE_CODE, optionCoding, type ScriptAddress, sectionLink } from './fhir-questionnaire.ts';

export interface ResponseContext {
  readonly language: string;
  readonly address: ScriptAddress;
  /** Version of the script. */
  readonly version: string;
  readonly subject: Reference;
  /** ISO 8601. */
  readonly authored: string;
  /** Whether the call is over: nothing more will be asked. */
  readonly isComplete: boolean;
}

/** Writes the replies in script order; questions that were not asked are left out. */
export function fhirResponse(record: AnswerRecord, context: ResponseContext): Resource {
  const { language, address, version, subject, authored, isComplete } = context;
  const groups = record.sections.flatMap(({ id, questions }) => {
    const item = questions.flatMap((question) => itemOf(question, address.system) ?? []);
    return item.length === 0 ? [] : [{ linkId: sectionLink(id), item }];
  });
  return resourceOf({
    resourceType: 'QuestionnaireResponse',
    language,
    questionnaire: `${address.url}|${version}`,
    status: isComplete ? 'completed' : 'in-progress',
    subject,
    authored,
    item: groups,
  });
}

function itemOf(question: RecordedQuestion, system: string): object | undefined {
  const { id, reply } = question;
  if (reply.kind === 'unknown') return reply.why === 'not-asked' ? undefined : withoutAnswer(id, ABSENT[reply.why]);
  const answer = answersOf(question, reply, system);
  // A list of which nothing was named, and some was not answered, is not "none of these".
  return answer.length === 0 ? withoutAnswer(id, ABSENT.unsure) : { linkId: id, answer };
}

/** Why an answer is absent, in the words of the standard (http://terminology.hl7.org/CodeSystem/data-absent-reason). */
const ABSENT = { unsure: 'asked-unknown', declined: 'asked-declined' } as const;

function withoutAnswer(linkId: string, why: (typeof ABSENT)[keyof typeof ABSENT]): object {
  return {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: why }],
    linkId,
  };
}

type Said = Extract<RecordedReply, { readonly kind: 'said' }>;

function answersOf(question: RecordedQuestion, { value, open }: Said, system: string): readonly object[] {
  const kind = itemType(question);
  switch (kind) {
    case 'boolean':
      return [{ valueBoolean: value === 'yes' }];
    case 'integer':
      return [{ valueInteger: value }];
    case 'decimal':
      return [{ valueDecimal: value }];
    case 'date':
      return [{ valueDate: value }];
    case 'text':
    case 'string':
      return [{ valueString: fhirText(String(value)) }];
    case 'choice':
      return choicesOf(question, value, open.length > 0, system);
    default:
      return kind satisfies never;
  }
}

function choicesOf(
  { options, none }: RecordedQuestion,
  value: Said['value'],
  isOpen: boolean,
  system: string,
): readonly object[] {
  const said = Array.isArray(value) ? value : [value];
  if (said.length === 0)
    return isOpen ? [] : [{ valueCoding: withoutEmpty({ system, code: NONE_CODE, display: none ?? '' }) }];
  return options.filter(({ id }) => said.includes(id)).map((option) => ({ valueCoding: optionCoding(option, system) }));
}
