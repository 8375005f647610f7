/** Documents of shipped callers, as a recipient would get them, in every form. */

import { compileWithinBudget } from '../../src/cli/compile-within-budget.ts';
import type { Content } from '../../src/cli/content.ts';
import { decideFully } from '../../src/decision/decide.ts';
import { readOverride } from '../../src/interview/override.ts';
import type { CallRecord } from '../../src/interview/record.ts';
import { namedUuid } from '../../src/io/uuid.ts';
import type { Notices } from '../../src/policy/notices.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import type { CareDocument } from '../../src/referral/care-document.ts';
import { type Decided, documentFor } from '../../src/referral/document-for.ts';
import type { DocumentGround } from '../../src/referral/document-ground.ts';
import { exchangedFor } from '../../src/referral/exchanged.ts';
import type { Recipient } from '../../src/referral/recipients.ts';
import { documentJson, documentMarkdown, documentText } from '../../src/render/document-text.ts';
import { fhirBundle } from '../../src/render/fhir-bundle.ts';
import { unpainted } from '../../src/render/palette.ts';
import { documentHtml } from '../../src/render/summary-html.ts';
import { valueIn } from '../fixtures/read-fixture.ts';

/** A call to make documents of. */
export interface DocumentedCall {
  readonly answers: Answers;
  readonly record?: CallRecord | undefined;
  /** What somebody says the emergency is. */
  readonly because?: string;
}

/** Makes a document; in tests that plant a leak some part of it is replaced. */
export type Make = (call: DocumentedCall, recipient: Recipient, language?: string) => CareDocument;

/** What a planted leak replaces. */
export interface Planted {
  /** The answers that are decided in the place of the released ones. */
  readonly decided?: (released: Answers, whole: Answers) => Answers;
  readonly questionnaire?: Content['questionnaire'];
}

/** Decides by the default policy, once for the same answers; the time of day is that of a clock that stands. */
export async function documentMaker(content: Content, planted: Planted = {}): Promise<Make> {
  const policy = content.policies.find(({ id }) => id === 'intake-line');
  if (policy === undefined) throw new Error('no policy');
  const compiled = valueIn(compileWithinBudget(policy, content, 'adult-intake'));
  const notices: Notices | undefined = valueIn(await content.notices())?.value;
  const known = new Map<string, Decided>();
  const decide = (answers: Answers): Decided => {
    const key = keyOf(answers);
    const decided = known.get(key) ?? decidedOf(answers);
    known.set(key, decided);
    return decided;
  };
  const decidedOf = (answers: Answers): Decided => {
    const { decision, others } = decideFully(compiled, answers);
    const disagreements = content.sources.disagreements.flatMap((row, index) => {
      const certainty = others[index] ?? 'no';
      return certainty === 'no' ? [] : [{ ...row, certainty }];
    });
    return { decision, disagreements, override: answers.override && readOverride(answers.override) };
  };
  return ({ answers, record, because }, recipient, language = 'en') => {
    const made = documentFor({
      for: recipient,
      call: {
        ...content,
        questionnaire: planted.questionnaire ?? content.questionnaire,
        policy,
        answers,
        today: '2026-11-22',
        language,
        call: record && {
          record,
          clock: (at) => `10:${String(Math.floor(at / 60_000)).padStart(2, '0')}`,
          day: () => '2026-11-22',
        },
      },
      decide: (released) => ({
        ok: true,
        value: decide(planted.decided === undefined ? released : planted.decided(released, answers)),
        problems: [],
      }),
      notices,
      disclosure: { when: '2026-11-22 10:00', because },
    });
    if (!made.ok || made.value.kind !== 'made') throw new Error('no document was made');
    grounds.set(made.value.document, made.value.ground);
    return made.value.document;
  };
}

function keyOf({ values, unknown, unknownOptions, ended, override }: Answers): string {
  const options = [...unknownOptions].map(([id, map]) => [id, [...map]]);
  return JSON.stringify([[...values], [...unknown], options, ended, override]);
}

/** What each document was made from. */
const grounds = new WeakMap<CareDocument, DocumentGround>();

/** The record for another system that goes with a document; its addresses are made of names alone. */
export function recordOf(document: CareDocument): string {
  const ground = grounds.get(document);
  if (ground === undefined) throw new Error('a document that was not made here');
  return fhirBundle({
    exchanged: exchangedFor(document, ground),
    author: 'The intake line',
    at: '2026-11-22T10:00:00Z',
    uuid: (name) => namedUuid('documents', name),
  });
}

/** A document in each of its forms. */
export function everyForm(document: CareDocument): readonly string[] {
  return [
    documentText(document, { width: 100, paint: unpainted }),
    documentMarkdown(document),
    documentJson(document),
    documentHtml(document),
    recordOf(document),
  ];
}
