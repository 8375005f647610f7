/** The script as a FHIR Questionnaire. The same for every caller, so that nothing of one can be read from it. */

import type { AnswerRecord, RecordedOption, RecordedQuestion } from '../referral/answer-record.ts';
import type { ExchangedSummary } from '../referral/exchanged.ts';
import { type Coding, LOINC, type Resource, withoutEmpty } from './fhir-model.ts';

/** Code of "none of these" among the options of a question that takes several. */
export const NONE_CODE = 'none-of-these';

/** The options of a script are a code system of its own, named by its address. */
export interface ScriptAddress {
  /** Canonical address of the questionnaire, without its version. */
  readonly url: string;
  /** Code system of its options. */
  readonly system: string;
}

/** Writes the questionnaire with a group for each section. */
export function fhirQuestionnaire(
  record: AnswerRecord,
  { questionnaire, language }: Pick<ExchangedSummary, 'questionnaire' | 'language'>,
  address: ScriptAddress,
): Resource {
  return {
    resourceType: 'Questionnaire',
    language,
    url: address.url,
    version: questionnaire.version,
    name: nameOf(questionnaire.id),
    title: questionnaire.title,
    status: 'active',
    subjectType: ['Patient'],
    item: record.sections
      .filter(({ questions }) => questions.length > 0)
      .map(({ id, title, questions }) => ({
        linkId: sectionLink(id),
        text: title,
        type: 'group',
        item: questions.map((question) => itemOf(question, address)),
      })),
  };
}

/** Sections and questions have ids of their own each; the slash keeps them apart. */
export function sectionLink(id: string): string {
  return `section/${id}`;
}

/** FHIR wants a name that a computer can use: a capital letter, then letters, digits and underscores. */
function nameOf(id: string): string {
  return `Questionnaire_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
}

const ITEM_TYPE = {
  'yes-no': 'boolean',
  choice: 'choice',
  choices: 'choice',
  number: 'decimal',
  text: 'text',
  date: 'date',
  phone: 'string',
} as const satisfies Readonly<Record<RecordedQuestion['type'], string>>;

/** The type of an item; whole numbers have one of their own. */
export function itemType({ type, limits }: RecordedQuestion): (typeof ITEM_TYPE)[keyof typeof ITEM_TYPE] | 'integer' {
  const isWhole = limits !== null && Number.isInteger(limits.min) && Number.isInteger(limits.step);
  return type === 'number' && isWhole ? 'integer' : ITEM_TYPE[type];
}

function itemOf(question: RecordedQuestion, { system }: ScriptAddress): object {
  const { id, says, type, none, loinc } = question;
  const kind = itemType(question);
  const options = kind === 'choice' ? question.options.map((option) => optionCoding(option, system)) : [];
  const last = none === null ? [] : [{ system, code: NONE_CODE, display: none }];
  return withoutEmpty({
    linkId: id,
    code: loinc === null ? [] : [{ system: LOINC, code: loinc }],
    text: says,
    type: kind,
    repeats: type === 'choices' ? true : undefined,
    answerOption: [...options, ...last].map((valueCoding) => ({ valueCoding })),
    extension: limitsOf(question),
  });
}

/** The code that a standard has for an option, else its id in the script. */
export function optionCoding({ id, label, loinc }: RecordedOption, system: string): Coding {
  return loinc === null ? { system, code: id, display: label } : { system: LOINC, code: loinc, display: label };
}

function limitsOf(question: RecordedQuestion): readonly object[] {
  if (question.limits === null) return [];
  const { min, max } = question.limits;
  const value = itemType(question) === 'integer' ? 'valueInteger' : 'valueDecimal';
  return [
    { url: 'http://hl7.org/fhir/StructureDefinition/minValue', [value]: min },
    { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', [value]: max },
  ];
}
