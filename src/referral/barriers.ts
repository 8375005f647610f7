/** What makes it hard to come, and how the referral answers it. A barrier never changes the level. */

import type { Level } from '../policy/care-lists.ts';
import { askedOf } from '../questionnaire/asked-sentence.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { Use } from '../questionnaire/schema.ts';
import { isRemarkable, type UsedAnswer, usedAnswers } from '../questionnaire/used-answers.ts';
import { isAboveIop } from './fallback.ts';
import type { BarrierBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';

const BARRIER_USES = ['payment', 'schedule', 'transport', 'language', 'barrier'] as const satisfies readonly Use[];
type BarrierUse = (typeof BARRIER_USES)[number];

const NAMES = {
  payment: 'Payment',
  schedule: 'Time',
  transport: 'Getting there',
  language: 'Language',
  barrier: 'Also',
} as const satisfies Record<BarrierUse, string>;

/** What to ask for where the caller goes on living at home, and where they move in. */
const ANSWERS = {
  payment: {
    home: 'Ask what they take, and about a sliding scale or public coverage.',
    away: 'Ask what they take, and about a sliding scale or public coverage.',
  },
  schedule: {
    home: 'Ask for evening or weekend sessions, or telehealth for part of the week.',
    away: 'Ask for a letter to an employer; plan with the caller who looks after family and pets.',
  },
  transport: {
    home: 'Ask about rides, sessions near a bus line, or telehealth for part of the week.',
    away: 'Ask whether they fetch people, or who can bring the caller.',
  },
  language: {
    home: 'Ask for staff who speak it, or an interpreter at no cost.',
    away: 'Ask for staff who speak it, or an interpreter at no cost.',
  },
  barrier: {
    home: 'Say it when calling and ask how they work with it.',
    away: 'Say it when calling and ask how they work with it.',
  },
} as const satisfies Record<BarrierUse, { home: string; away: string }>;

/** The barriers named in the call, each question once, with what the referral does about it. */
export function barrierBlocks(input: SummaryInput, level: Level | null): readonly BarrierBlock[] {
  const setting = level !== null && isAboveIop(level) && level !== 'php' ? 'away' : 'home';
  const seen = new Set<string>();
  return BARRIER_USES.flatMap((use) => {
    const named = usedAnswers(input.questionnaire, input.answers, use).filter(
      (answer) => isRemarkable(answer) && !seen.has(answer.question.id),
    );
    for (const { question } of named) seen.add(question.id);
    return named.map((answer) => ({
      says: `${NAMES[use]}: ${barrierInWords(answer, input)}`,
      answer: ANSWERS[use][setting],
    }));
  });
}

/** A yes or no means nothing without its question; a chosen option speaks for itself. */
function barrierInWords({ question, value }: UsedAnswer, input: SummaryInput): string {
  const words = answerInWords(question, value, input.language);
  if (question.type !== 'yes-no') return words;
  return `“${askedOf(question, input)}” ${words}`;
}
