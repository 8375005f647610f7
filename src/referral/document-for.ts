/** The document of a call for a recipient, made from the answers that may be told to them and from nothing else. */

import type { CallRecord } from '../interview/record.ts';
import type { Notices } from '../policy/notices.ts';
import type { Outcome } from '../problems/problem.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { callerParts } from './caller-parts.ts';
import type { CareDocument, DocumentLine, DocumentPart } from './care-document.ts';
import { chartParts } from './chart-parts.ts';
import { confidentialityParts, type DisclosureTold, disclosureParts } from './confidentiality.ts';
import type { DocumentGround } from './document-ground.ts';
import { part, plain } from './document-lines.ts';
import { emergencyParts } from './emergency-parts.ts';
import { outcomeOf as resultOf } from './outcome.ts';
import { programParts } from './program-parts.ts';
import type { Recipient } from './recipients.ts';
import { hasAgreed, type Release, released } from './release.ts';
import { summarize } from './summarize.ts';
import type { SummaryInput } from './summary-input.ts';
import { dayIn } from './words/locale.ts';
import { wordsIn } from './words/words.ts';

/** What is decided of answers. */
export type Decided = Pick<SummaryInput, 'decision' | 'disagreements' | 'override'>;

/** Who gets a document of which call, and what decides and accompanies it. */
export interface DocumentWanted {
  readonly for: Recipient;
  /** The call with all of its answers. */
  readonly call: Omit<SummaryInput, keyof Decided>;
  /** Decides answers afresh. */
  readonly decide: (answers: Answers) => Outcome<Decided>;
  /** What goes with restricted answers; undefined where the site has no such texts. */
  readonly notices: Notices | undefined;
  readonly disclosure: DisclosureTold;
}

/** A document, and what it is made from: another form of it may know no more. */
export interface ReadyDocument {
  readonly document: CareDocument;
  readonly ground: DocumentGround;
}

/** `no-notices`: restricted answers may go out, and the texts that must go with them are missing. */
export type MadeDocument = ({ readonly kind: 'made' } & ReadyDocument) | { readonly kind: 'no-notices' };

/** Makes the document, or says why none is made. Whether there is an emergency is itself decided from what would be released in one. */
export function documentFor(wanted: DocumentWanted): Outcome<MadeDocument> {
  const ground = groundFor(wanted);
  if (!ground.ok) return ground;
  const { release } = ground.value;
  const isCovered = release.basis === 'consent' || release.basis === 'emergency';
  if (isCovered && wanted.notices === undefined) return { ok: true, value: { kind: 'no-notices' }, problems: [] };
  const document = documentOf(ground.value, wanted);
  return { ok: true, value: { kind: 'made', document, ground: ground.value }, problems: ground.problems };
}

function groundFor(wanted: DocumentWanted): Outcome<DocumentGround> {
  const { questionnaire, answers } = wanted.call;
  if (wanted.for === 'chart') return groundFrom(released(questionnaire, answers, 'chart'), wanted);
  if (wanted.for === 'emergency') return emergencyGround(wanted);
  const basis = hasAgreed(questionnaire, answers, wanted.for) ? 'consent' : 'unrestricted';
  return groundFrom(released(questionnaire, answers, basis), wanted);
}

function emergencyGround(wanted: DocumentWanted): Outcome<DocumentGround> {
  const { questionnaire, answers } = wanted.call;
  const ground = groundFrom(released(questionnaire, answers, 'emergency'), wanted);
  if (!ground.ok) return ground;
  const { emergency, isDangerUnasked } = resultOf(ground.value.input);
  const isEmergency = emergency || isDangerUnasked || isPanelInUse(wanted.call.call?.record);
  return isEmergency ? ground : groundFrom(released(questionnaire, answers, 'unrestricted'), wanted);
}

/** The counselor's own judgement: something was done on the panel, and the call did not go on to its end. */
function isPanelInUse(record: CallRecord | undefined): boolean {
  if (record === undefined) return false;
  return record.status.kind === 'stopped' || (record.panelLog.length > 0 && record.status.kind !== 'done');
}

function groundFrom(release: Release, { for: recipient, call, decide }: DocumentWanted): Outcome<DocumentGround> {
  const decided = decide(release.answers);
  if (!decided.ok) return decided;
  const { decision, disagreements, override } = decided.value;
  const known = { decision, disagreements, override, answers: release.answers };
  const input: SummaryInput = { ...call, ...known, call: callUnder(release, call) };
  const words = wordsIn(call.language);
  const value = { for: recipient, release, input, summary: summarize(input), words };
  return { ok: true, value, problems: decided.problems };
}

/** When the call was, how it went and what was written down tell of withheld answers: outside the building it is as if there were none. */
function callUnder({ basis, withheld }: Release, { call }: DocumentWanted['call']): SummaryInput['call'] {
  if (basis === 'chart' || call === undefined) return call;
  if (basis !== 'emergency') return undefined;
  const { record, clock, day } = call;
  const told = record.told.filter(({ question }) => !withheld.includes(question));
  const isDangerUnasked = record.isDangerUnasked && told.some(({ isAskedAfresh }) => isAskedAfresh);
  return {
    clock,
    day,
    record: { ...record, told, isDangerUnasked, setAside: [], askAgain: [], override: undefined, disclosures: [] },
  };
}

const PARTS = {
  caller: callerParts,
  program: programParts,
  emergency: emergencyParts,
  chart: chartParts,
} as const satisfies Record<Recipient, (ground: DocumentGround) => readonly DocumentPart[]>;

function documentOf(ground: DocumentGround, { notices, disclosure }: DocumentWanted): CareDocument {
  const { for: recipient, input, words, release, summary } = ground;
  const own = PARTS[recipient](ground);
  return {
    format: 'intakeline/document/1',
    for: recipient,
    title: words.documents.titles[recipient],
    date: input.today,
    day: dayIn(input.language, input.today),
    language: input.language,
    basis: release.basis,
    withheld: withheldSections(input.questionnaire, release, input.language),
    parts: [
      ...own,
      ...part('withheld', words, withheldLines(ground)),
      ...disclosureParts(ground, disclosure),
      ...(notices === undefined ? [] : confidentialityParts(ground, notices)),
    ],
    summary: recipient === 'chart' ? summary : null,
    notices: [...(recipient === 'caller' ? [words.documents.onPaper] : []), ...summary.notices],
  };
}

function withheldSections(
  { sections, questions }: Questionnaire,
  { withheld }: Release,
  language: string,
): CareDocument['withheld'] {
  const ids = new Set(questions.filter(({ id }) => withheld.includes(id)).map(({ section }) => section));
  return sections.filter(({ id }) => ids.has(id)).map(({ id, title }) => ({ id, title: inLanguage(title, language) }));
}

/** On the caller's own copy the names of what is left out would say what was asked. */
function withheldLines(ground: DocumentGround): readonly DocumentLine[] {
  const { for: recipient, release, words, input } = ground;
  if (release.withheld.length === 0 || recipient === 'chart') return [];
  const why = words.documents.withheld[recipient];
  if (recipient === 'caller') return [plain(why)];
  const sections = withheldSections(input.questionnaire, release, input.language);
  return [plain(why), plain(words.documents.leftOut(sections.map(({ title }) => title).join(', ')))];
}
