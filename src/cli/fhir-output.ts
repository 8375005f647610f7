/** A record of a call for another system, as a FHIR bundle. */

import { instantText } from '../interview/instant.ts';
import { now } from '../io/clock.ts';
import { namedUuid, newNamespace } from '../io/uuid.ts';
import type { Exchanged } from '../referral/exchanged.ts';
import { fhirBundle } from '../render/fhir-bundle.ts';

/** Parts that are the same in every bundle of a questionnaire, so that a receiver knows the script again. */
const SHARED: readonly string[] = ['script', 'options'];

/** Writes a bundle now; the addresses of its parts are drawn anew and say nothing of the caller. */
export function fhirRecord(exchanged: Exchanged, author: string): string {
  const namespace = newNamespace();
  const { id, version } = exchanged.summary.questionnaire;
  return fhirBundle({
    exchanged,
    author,
    at: instantText(now()),
    uuid: (name) => namedUuid(SHARED.includes(name) ? `${id} ${version}` : namespace, name),
  });
}
