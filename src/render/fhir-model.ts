/** The parts of FHIR R4 that are written here. */

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface Concept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Reference {
  readonly reference?: string;
  readonly display?: string;
}

/** Any resource; what else stands in it belongs to its type. */
export interface Resource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}

export interface Entry {
  readonly fullUrl: string;
  readonly resource: Resource;
}

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';

/** The object without the parts that say nothing: FHIR knows neither null nor empty lists and texts. */
export function withoutEmpty<T extends object>(parts: T): T {
  const kept = Object.entries(parts).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept) as T;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A text as FHIR takes it: its control characters would make the resource invalid. */
export function fhirText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ');
}
