/** HSDS 3 as JSON: one service with everything that belongs to it, a list of them, or a page of a list. */

import type { FoundRecords } from './found.ts';
import { hsdsTerm, serviceRecords } from './hsds-service.ts';
import { isMap } from './json-parts.ts';
import type { Reading } from './read-terms.ts';

/** Whether a value looks like services of HSDS. */
export function isHsds(value: unknown): boolean {
  const [first] = servicesIn(value);
  return isMap(first) && ['id', 'name', 'status'].every((key) => Object.hasOwn(first, key));
}

/** The records of all services. */
export function hsdsServices(value: unknown, reading: Reading = hsdsTerm): FoundRecords {
  const services = servicesIn(value);
  const records = services.flatMap((service, index) => serviceRecords(service, `service ${index + 1}`, reading));
  return { records, unreadColumns: [] };
}

function servicesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isMap(value)) return [];
  const { contents } = value;
  return Array.isArray(contents) ? contents : [value];
}
