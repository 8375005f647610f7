/** The parts of FHIR R4 that are written here. */

/** A code of a system, with the words that the system has for it. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

/** Names another resource by its address in the bundle, or in words. */
export interface Reference {
  readonly reference?: string;
  readonly display?: string;
}

/** Any resource; what else stands in it belongs to its type. */
export interface Resource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}

/** A resource in a bundle, with the address by which others name it. */
export interface Entry {
  readonly fullUrl: string;
  readonly resource: Resource;
}

/** The system of LOINC's codes. */
export const LOINC = 'http://loinc.org';
/** The system of SNOMED CT's codes. */
export const SNOMED = 'http://snomed.info/sct';

/** The object without the parts that say nothing: FHIR knows neither null nor empty lists and texts. */
export function withoutEmpty(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => !isEmpty(value)));
}

/** A resource without the elements that say nothing. */
export function resourceOf({ resourceType, ...elements }: Resource): Resource {
  return { resourceType, ...withoutEmpty(elements) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A text as FHIR takes it: its control characters would make the resource invalid. */
export function fhirText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ');
}
