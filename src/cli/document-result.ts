/** The document of a call, or of saved answers, for a recipient: made of what may be told to them. */

import { dayOf, localTime, now } from '../io/clock.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { type DocumentWanted, documentFor, type MadeDocument } from '../referral/document-for.ts';
import type { Recipient } from '../referral/recipients.ts';
import { renderProblems } from '../render/problems.ts';
import type { Content } from './content.ts';
import { decideAnswers } from './decide-caller.ts';
import type { DocumentOptions } from './options.ts';
import type { Output } from './outcome.ts';
import { placeOfCode } from './postal-places.ts';
import { notReady, type Ready, ready } from './ready.ts';
import { renderedDocument, type SummaryForm } from './render-summary.ts';
import { type SummaryWanted, spokenFor } from './summary-for.ts';

/** Who gets it, and what is said of giving it to them. */
export type DocumentAsked = DocumentOptions & { readonly for: Recipient };

/** Makes a document and renders it, or says why nobody gets one. */
export async function documentResult(
  content: Content,
  wanted: SummaryWanted,
  options: DocumentAsked & SummaryForm,
): Promise<Ready<Output>> {
  const { format } = options;
  if (format === 'answers') return notReady(NO_ANSWERS);
  if (format === 'fhir' && options.for === 'caller') return notReady(NO_RECORD);
  const made = await madeDocument(content, wanted, options);
  if (!made.ok) return notReady(renderProblems(made.problems));
  if (made.value.kind === 'no-notices') return notReady(noNotices(wanted.place));
  return ready(await renderedDocument(made.value, { ...options, format }));
}

/** The document with what was released, from which another form can be made. */
async function madeDocument(
  content: Content,
  wanted: SummaryWanted,
  { for: recipient, to, by, because }: DocumentAsked,
): Promise<Outcome<MadeDocument>> {
  // Whatever stands against the answers is said of all of them first.
  const whole = decideAnswers(content, wanted);
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
      call: record && { record, clock: localTime, day: dayOf },
    },
    decide: (known) => decideAnswers(spoken, { ...wanted, policy, document: undefined, answers: known }),
    notices: notices.value?.value,
    disclosure: { to, by, because, when: `${dayOf(moment)} ${localTime(moment)}` },
  };
  const made = documentFor(asked);
  return made.ok ? outcomeOf(made.value, whole.problems) : made;
}

const NO_ANSWERS =
  'intakeline: an answers file is no document for anybody: it says everything, and no notice goes with it\n  choose another `--format`, or leave `--for` out\n';

const NO_RECORD =
  'intakeline: a FHIR bundle is for systems, and no caller reads one\n  choose another `--format` for the caller, such as `html`\n';

function noNotices(place: string): string {
  return `intakeline: restricted answers may not leave without the notices that must go with them, and \`${place}\` has none\n  add a \`notices.yaml\` to it; docs/documents.md says what it holds\n`;
}
