/** What makes it hard to come, and how the referral answers it. A barrier never changes the level. */

import type { Level } from '../policy/care-lists.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { Use } from '../questionnaire/schema.ts';
import { isRemarkable, type UsedAnswer, usedAnswers } from '../questionnaire/used-answers.ts';
import { isAboveIop } from './fallback.ts';
import type { BarrierBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { wordsIn } from './words/words.ts';

const BARRIER_USES = ['payment', 'schedule', 'transport', 'language', 'barrier'] as const satisfies readonly Use[];

/** The barriers named in the call, each question once, with what the referral does about it. */
export function barrierBlocks(input: SummaryInput, level: Level | null): readonly BarrierBlock[] {
  const setting = level !== null && isAboveIop(level) && level !== 'php' ? 'away' : 'home';
  const { barriers } = wordsIn(input.language);
  const seen = new Set<string>();
  return BARRIER_USES.flatMap((use) => {
    const named = usedAnswers(input.questionnaire, input.answers, use).filter(
      (answer) => isRemarkable(answer) && !seen.has(answer.question.id),
    );
    for (const { question } of named) seen.add(question.id);
    return named.map((answer) => ({
      says: `${barriers.names[use]}: ${barrierInWords(answer, input)}`,
      answer: barriers.answers[use][setting],
    }));
  });
}

/** A yes or no means nothing without its question; a chosen option speaks for itself. */
function barrierInWords({ question, value }: UsedAnswer, input: SummaryInput): string {
  const words = answerInWords(question, value, input.language);
  if (question.type !== 'yes-no') return words;
  return `“${askedOf(question, input)}” ${words}`;
}
