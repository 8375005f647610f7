/** The document of a call, or of saved answers, for a recipient: made of what may be told to them. */

import type { Disclosure } from '../interview/model.ts';
import type { CallRecord } from '../interview/record.ts';
import { dayOf, localTime, now } from '../io/clock.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import type { CareDocument } from '../referral/care-document.ts';
import { type Decided, type DocumentWanted, documentFor, type MadeDocument } from '../referral/document-for.ts';
import type { Recipient } from '../referral/recipients.ts';
import { renderProblems } from '../render/problems.ts';
import type { Content } from './content.ts';
import { compiledFor, decideAnswers } from './decide-caller.ts';
import type { DocumentOptions } from './options.ts';
import type { Output } from './outcome.ts';
import { placeOfCode } from './postal-places.ts';
import { notReady, type Ready, ready } from './ready.ts';
import { renderedDocument, type SummaryForm } from './render-summary.ts';
import { type SummaryWanted, spokenFor, summedCall } from './summary-for.ts';

/** Who gets it, and what is said of giving it to them. */
export type DocumentAsked = DocumentOptions & { readonly for: Recipient };

/** A document, what its maker has to know of it, and what is to be written down of giving it to somebody. */
export interface DocumentOutput {
  readonly output: Output;
  /** For standard error; they name no answer. */
  readonly notes: string;
  /** Missing where the document stays in the building, or says nothing restricted and nobody is named. */
  readonly disclosure?: Disclosure;
}

/** Makes a document and renders it, or says why nobody gets one. */
export async function documentResult(
  content: Content,
  wanted: SummaryWanted,
  options: DocumentAsked & SummaryForm,
): Promise<Ready<DocumentOutput>> {
  const { format } = options;
  if (format === 'answers') return notReady(NO_ANSWERS);
  if (format === 'fhir' && options.for === 'caller') return notReady(NO_RECORD);
  const made = await madeDocument(content, wanted, options);
  if (!made.ok) return notReady(renderProblems(made.problems));
  if (made.value.kind === 'no-notices') return notReady(noNotices(wanted.place));
  const { document, mayBeStated, sections, isHomeInDoubt } = made.value;
  const disclosure = disclosureOf(document, sections, options);
  return ready({
    output: await renderedDocument(made.value, { ...options, format }),
    notes: (options.for === 'caller' && isHomeInDoubt ? ASK_AGAIN : '') + (mayBeStated ? MAY_BE_STATED : ''),
    ...(disclosure === undefined ? {} : { disclosure }),
  });
}

/** What is written down: always where restricted answers may go out, else where somebody is named. */
function disclosureOf(
  { basis }: CareDocument,
  sections: readonly string[],
  { for: recipient, to, by, because }: DocumentAsked,
): Disclosure | undefined {
  if (recipient === 'chart') return undefined;
  const isCovered = basis === 'consent' || basis === 'emergency';
  if (!isCovered && (to === undefined || by === undefined)) return undefined;
  return {
    for: recipient,
    ...(to === undefined ? {} : { to }),
    ...(by === undefined ? {} : { by }),
    ...(because === undefined ? {} : { because }),
    ...(isCovered ? { basis } : {}),
    sections,
  };
}

/** Who was threatened or hurt, or told of danger, may live with whoever makes it unsafe. A stop of any kind counts. */
function isHomeInDoubt({ decision }: Decided, call: CallRecord | undefined): boolean {
  return (
    decision.supports['dv-advocate'] === 'certain' ||
    decision.firstSteps['safe-place'] === 'certain' ||
    decision.stops.length > 0 ||
    (call?.told ?? []).length > 0
  );
}

/** The document with what was released, from which another form can be made. */
async function madeDocument(
  content: Content,
  wanted: SummaryWanted,
  { for: recipient, to, by, because }: DocumentAsked,
): Promise<Outcome<MadeDocument & { readonly isHomeInDoubt: boolean }>> {
  const compiled = compiledFor(wanted, content);
  if (!compiled.ok) return compiled;
  const caller = { ...wanted, compiled: compiled.value };
  // Whatever stands against the answers is said of all of them first.
  const whole = decideAnswers(content, caller);
  if (!whole.ok) return whole;
  const notices = await content.notices();
  if (!notices.ok) return notices;
  const { answers, language, today, call: record } = wanted;
  const { spoken, policy } = spokenFor(content, wanted);
  const moment = now();
  const asked: DocumentWanted = {
    for: recipient,
    call: {
      ...spoken,
      policy,
      placeOfCode,
      answers,
      language,
      today,
      call: summedCall(record),
    },
    decide: (known) => decideAnswers(spoken, { ...caller, policy, document: undefined, answers: known }),
    notices: notices.value?.value,
    disclosure: { to, by, because, when: `${dayOf(moment)} ${localTime(moment)}` },
  };
  const made = documentFor(asked);
  if (!made.ok) return made;
  return outcomeOf({ ...made.value, isHomeInDoubt: isHomeInDoubt(whole.value, record) }, whole.problems);
}

const ASK_AGAIN = 'somebody at home may be a danger: ask again whether paper is safe, before it is printed or sent\n';

const MAY_BE_STATED =
  'something was logged on the emergency panel, and the answers alone are no emergency: say with `--because` what the emergency is, if it is one\n';

const NO_ANSWERS =
  'intakeline: an answers file is no document for anybody: it says everything, and no notice goes with it\n  choose another `--format`, or leave `--for` out\n';

const NO_RECORD =
  'intakeline: a FHIR bundle is for systems, and no caller reads one\n  choose another `--format` for the caller, such as `html`\n';

function noNotices(place: string): string {
  return `intakeline: restricted answers may not leave without the notices that must go with them, and \`${place}\` has none\n  add a \`notices.yaml\` to it; docs/documents.md says what it holds\n`;
}
