/** What a summary shows of the call itself: when it was, how it ended, what was done in an emergency, what was not used. */

import { instantText } from '../interview/instant.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import type { Outcome } from './outcome.ts';
import type { AskedQuestion, CallBlock, NoteBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { toldBefore } from './told.ts';
import { wordsIn } from './words/words.ts';

/** The call in which the answers were given; null where they came from a file. Of what was not used only the questions are named. */
export function callBlock(input: SummaryInput, { chosen }: Outcome): CallBlock | null {
  if (input.call === undefined) return null;
  const { record, clock } = input.call;
  const { id, startedAt, lastAt, minutes, status, panelLog } = record;
  return {
    id,
    startedAt: instantText(startedAt),
    lastAt: instantText(lastAt),
    from: clock(startedAt),
    until: clock(lastAt),
    minutes,
    state: status.kind,
    disposition: status.kind === 'ended' ? status.disposition : null,
    log: panelLog.map(({ done, at }) => ({ at: instantText(at), clock: clock(at), done })),
    setAside: record.setAside.map((question) => asked(question, input)),
    askAgain: record.askAgain.map((question) => asked(question, input)),
    toldBefore: toldBefore(input),
    unusedOverride: chosen === undefined ? unusedOverride(input) : null,
  };
}

/** A choice of level that an emergency or the end of the call has overtaken is not lost without a word. */
function unusedOverride({ call, care, language }: SummaryInput): string | null {
  const override = call?.record.override;
  if (override === undefined) return null;
  const words = wordsIn(language).level;
  return words.choiceUnused(care.levels[override.level].name, words.reasons[override.code]);
}

/** What the counselor wrote down, in order, each with the question that it belongs to. */
export function noteBlocks(input: SummaryInput): readonly NoteBlock[] {
  return (input.answers.notes ?? []).map(({ question, text }) => ({
    question: question ?? null,
    about: question === undefined ? null : asked(question, input).says,
    text,
  }));
}

function asked(id: string, input: SummaryInput): AskedQuestion {
  const question = input.questionnaire.questions.find((one) => one.id === id);
  return { question: id, says: question === undefined ? id : askedOf(question, input) };
}
