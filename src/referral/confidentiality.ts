/** What has to go with a document that leaves the building: the notice of 42 CFR 2.32, what the consent covers, the record of 2.51. */

import type { Notices } from '../policy/notices.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Text } from '../questionnaire/schema.ts';
import type { DocumentLine, DocumentPart } from './care-document.ts';
import type { DocumentGround } from './document-ground.ts';
import { blank, bulleted, headed, part, plain } from './document-lines.ts';

/** Who is told, by whom, when and why, as far as it was said; what was not said is filled in by hand. */
export interface DisclosureTold {
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly because?: string | undefined;
  /** Local date and time. */
  readonly when: string;
}

/**
 * The notices that go with restricted answers; of consent the explanation, in the words of the site. None goes with the caller's own copy:
 * to give patients what is theirs is no redisclosure (42 CFR 2.23), and others at home would read in it what the care is for.
 */
export function confidentialityParts(ground: DocumentGround, notices: Notices): readonly DocumentPart[] {
  const { release, words } = ground;
  if (ground.for === 'caller') return [];
  if (release.basis === 'consent') return part('confidentiality', words, consentLines(ground, notices));
  if (release.basis === 'emergency') return part('confidentiality', words, statement(notices.emergency, ground));
  return [];
}

function consentLines(ground: DocumentGround, { redisclosure, consent }: Notices): readonly DocumentLine[] {
  const { words, input } = ground;
  const names = words.documents.consent;
  const rows = [
    [names.who, consent.who],
    [names.to, consent.to.program],
    [names.what, consent.what],
    [names.purpose, consent.purpose],
    [names.until, consent.until],
    [names.revoke, consent.revoke],
  ] as const;
  return [
    ...statement(redisclosure[redisclosure.form], ground),
    headed(names.heading),
    ...rows.map(([name, text]) => bulleted(words.documents.field(name, inLanguage(text, input.language)))),
  ];
}

/** The statement of the law is in English; a translation stands beside it and not in its place. */
function statement(text: Text, { input }: DocumentGround): readonly DocumentLine[] {
  const own = inLanguage(text, input.language);
  const original = inLanguage(text, 'en');
  return (own === original ? [own] : [own, original]).map(plain);
}

/** The record of a disclosure in an emergency; of one to a program where somebody said to whom it goes. A caller's own copy has none. */
export function disclosureParts(ground: DocumentGround, told: DisclosureTold): readonly DocumentPart[] {
  const { release, words } = ground;
  const isTold = told.to !== undefined || told.by !== undefined || told.because !== undefined;
  if (ground.for === 'chart' || ground.for === 'caller') return [];
  if (release.basis !== 'emergency' && !isTold) return [];
  const { record, field, thisDocument } = words.documents;
  const filled = (name: string, value: string | undefined): DocumentLine =>
    value === undefined ? blank(name) : plain(field(name, value));
  const isWhen = told.to !== undefined || told.by !== undefined;
  return part('disclosure', words, [
    filled(record.to, told.to),
    // Whoever is named is named with where they work; a form that names nobody leaves room for both.
    ...(told.to === undefined ? [blank(record.affiliation)] : []),
    filled(record.by, told.by),
    filled(record.when, isWhen ? told.when : undefined),
    plain(field(record.what, thisDocument)),
    filled(release.basis === 'emergency' ? record.why : record.purpose, told.because),
  ]);
}
