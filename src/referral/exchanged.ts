/** What a record for another system holds of a call: for a recipient as little as their document says, in parts that a program can use. */

import type { Use } from '../questionnaire/schema.ts';
import { type AnswerRecord, answerRecord } from './answer-record.ts';
import type { CareDocument } from './care-document.ts';
import { type DocumentGround, namesLevel } from './document-ground.ts';
import { NO_FALLBACK } from './fallback-block.ts';
import { NEEDS, stepsTold } from './program-parts.ts';
import type { Recipient } from './recipients.ts';
import type { Basis } from './release.ts';
import type { Summary } from './summary.ts';

/** What is asked of others, and why, in the words of a summary. */
export type ExchangedSummary = Pick<
  Summary,
  | 'language'
  | 'questionnaire'
  | 'policy'
  | 'settled'
  | 'emergency'
  | 'now'
  | 'level'
  | 'firstSteps'
  | 'why'
  | 'referral'
  | 'fallback'
  | 'notices'
>;

/** Everything that a record of a call is made from. */
export interface Exchanged {
  readonly title: string;
  readonly summary: ExchangedSummary;
  readonly record: AnswerRecord;
  /** What a person reads of it, in order. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly basis: Basis;
  /** Whether the call is over. */
  readonly isComplete: boolean;
}

/** What a document's recipient gets as a record: the answers and the results that their document tells, and no others. */
export function exchangedFor(document: CareDocument, ground: DocumentGround): Exchanged {
  const { input, summary } = ground;
  const record = answerRecord(input.questionnaire, input.answers, input.language);
  const mayHold = TOLD[document.for](ground);
  return {
    title: document.title,
    summary: RESULTS[document.for](ground),
    record: onlyWith(record, (id) => mayHold === 'all' || mayHold.has(id)),
    sections: [
      ...document.parts.map(({ title, lines }) => ({ title, lines: lines.map(({ text }) => text) })),
      { title: document.title, lines: document.notices },
    ],
    basis: document.basis,
    isComplete: document.for !== 'chart' || isOver(summary),
  };
}

type Told = (ground: DocumentGround) => ReadonlySet<string> | 'all';

/** Of which questions a recipient gets the answers. */
const TOLD: Readonly<Record<Recipient, Told>> = {
  chart: () => 'all',
  program: (ground) => questionsWith(ground, ground.release.basis === 'consent' ? [...NEEDS, ...REACHED] : NEEDS),
  emergency: ({ input, release }) =>
    new Set(
      release.basis === 'emergency'
        ? input.questionnaire.questions.filter(({ inEmergency }) => inEmergency).map(({ id }) => id)
        : [],
    ),
  caller: () => new Set(),
};

/** How a caller is reached again, who agreed to that. */
const REACHED: readonly Use[] = ['callback', 'callback_message', 'follow_up'];

function questionsWith({ input }: DocumentGround, uses: readonly Use[]): ReadonlySet<string> {
  const { questions } = input.questionnaire;
  return new Set(questions.filter((one) => one.uses.some((use) => uses.includes(use))).map(({ id }) => id));
}

const RESULTS: Readonly<Record<Recipient, (ground: DocumentGround) => ExchangedSummary>> = {
  chart: ({ summary }) => summary,
  program: (ground) => ({ ...bare(ground), ...(namesLevel(ground) ? referralOf(ground) : {}) }),
  emergency: (ground) => ({
    ...bare(ground),
    emergency: ground.release.basis === 'emergency' ? ground.summary.emergency : null,
  }),
  caller: (ground) => bare(ground),
};

/** By what it was decided and in which language, and nothing of the result. */
function bare({ summary }: DocumentGround): ExchangedSummary {
  const { language, questionnaire, policy, notices, level } = summary;
  return {
    ...{ language, questionnaire, policy, notices, settled: false, emergency: null, now: [], firstSteps: [] },
    level: { ...level, kind: 'none', headline: '', id: null, sentence: null, possible: [], untilAsked: null },
    why: { kind: 'none', says: null, reasons: [] },
    referral: null,
    fallback: NO_FALLBACK,
  };
}

/** Level, steps and program, without the reasons: nobody outside acts on them. */
function referralOf(ground: DocumentGround): Partial<ExchangedSummary> {
  const { settled, level, referral, fallback } = ground.summary;
  return {
    settled,
    level: { ...level, untilAsked: null },
    firstSteps: stepsTold(ground).map((step) => ({ ...step, reasons: [], meanwhile: null })),
    referral: referral && { ...referral, says: [] },
    fallback: { ...fallback, now: [], waiting: [], offer: fallback.offer && { ...fallback.offer, says: [] } },
  };
}

function onlyWith({ sections }: AnswerRecord, mayHold: (id: string) => boolean): AnswerRecord {
  return {
    sections: sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        mayHold(question.id)
          ? question
          : { ...question, reply: { kind: 'unknown' as const, why: 'not-asked' as const } },
      ),
    })),
  };
}

/** Answers of a file are those of no call that could go on. */
function isOver({ call }: Summary): boolean {
  return call === null || call.state !== 'open';
}

/** What the counselor's own summary holds, for the site's own records. */
export function exchangedSummary(summary: Summary, record: AnswerRecord): Exchanged {
  const { now, level, notices, questionnaire } = summary;
  const { title } = questionnaire;
  return {
    title,
    summary,
    record,
    sections: [
      { title: level.headline, lines: [...now, ...(level.sentence === null ? [] : [level.sentence])] },
      { title, lines: notices },
    ],
    basis: 'chart',
    isComplete: isOver(summary),
  };
}
