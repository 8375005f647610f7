/** From a decision to the result of the call: one JSON value from which every renderer works. */

import type { Decision } from '../decision/model.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import { barrierBlocks } from './barriers.ts';
import { callBackBlock } from './call-back.ts';
import { callBlock, noteBlocks } from './call-block.ts';
import { changeBlocks } from './changes.ts';
import { aftercareBlock, disagreementBlocks, noticesOf, supportBlocks } from './closing.ts';
import { emergencyBlock, endingBlock } from './emergency-block.ts';
import { fallbackBlock } from './fallback-block.ts';
import { consentNote, followUpBlock } from './follow-up.ts';
import { handOffBlock } from './hand-off-block.ts';
import { levelBlock } from './level-block.ts';
import { needsOf } from './needs.ts';
import { openBlock, safetyBlock } from './open-block.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { overrideBlock } from './override-block.ts';
import { stepBlocks, whyBlock } from './reasons.ts';
import { referralBlock } from './referral-block.ts';
import { panelBlocks, screenBlocks } from './screens.ts';
import type { DecisionBlock, Summary } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { saidBlocks, toldBlock } from './told.ts';
import { weekBlock } from './week-block.ts';
import { whatNow } from './what-now.ts';
import { dayIn } from './words/locale.ts';

/** Resolves everything that a summary says, in the chosen language. */
export function summarize(input: SummaryInput): Summary {
  const outcome = outcomeOf(input);
  const needs = needsOf(input);
  const safety = safetyBlock(input, outcome);
  const level = levelBlock(input, outcome, safety);
  const steps = stepBlocks(input, outcome);
  const open = openBlock(input, outcome);
  const referral = referralBlock(input, outcome, level, needs);
  const fallback = fallbackBlock(input, outcome, needs, steps);
  return {
    ...heading(input),
    settled: input.decision.settled || outcome.emergency,
    emergency: outcome.emergency ? emergencyBlock(input) : null,
    told: toldBlock(input, outcome),
    callBack: callBackBlock(input, outcome),
    ending: outcome.ending === undefined ? null : endingBlock(outcome.ending, input),
    endingByAnswers: outcome.shownBesides === undefined ? null : endingBlock(outcome.shownBesides, input),
    now: whatNow(input, { outcome, level, safety, steps, open, referral, fallback }),
    level,
    override: overrideBlock(input, outcome),
    firstSteps: steps,
    why: whyBlock(input, outcome, level),
    open,
    safety,
    said: outcome.ending === undefined ? [] : saidBlocks(input),
    panelAnswers: panelBlocks(input),
    screens: screenBlocks(input),
    referral,
    fallback,
    handOffs: handOffBlock(input),
    week: weekBlock(input, level),
    barriers: outcome.ending === undefined ? barrierBlocks(input, level.id) : [],
    changes: changeBlocks(input, outcome),
    ...closing(input, outcome, level),
  };
}

function heading({
  questionnaire,
  policy,
  today,
  language,
}: SummaryInput): Pick<Summary, 'format' | 'date' | 'day' | 'language' | 'questionnaire' | 'policy'> {
  return {
    format: 'intakeline/summary/1',
    date: today,
    day: dayIn(language, today),
    language,
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      title: inLanguage(questionnaire.title, language),
    },
    policy: {
      id: policy.id,
      version: policy.version,
      date: policy.date,
      title: policy.title,
      reviewedBy: policy.reviewedBy ?? null,
    },
  };
}

type Closing = Pick<
  Summary,
  'supports' | 'aftercare' | 'followUp' | 'consent' | 'notes' | 'call' | 'disagreements' | 'decision' | 'notices'
>;

function closing(input: SummaryInput, outcome: Outcome, level: Summary['level']): Closing {
  return {
    supports: supportBlocks(input, outcome),
    aftercare: aftercareBlock(input, level),
    followUp: followUpBlock(input),
    consent: consentNote(input),
    notes: noteBlocks(input),
    call: callBlock(input, outcome),
    disagreements: outcome.ending === undefined ? disagreementBlocks(input) : [],
    decision: decisionBlock(input.decision),
    notices: noticesOf(input),
  };
}

/** What the summary says of an emergency, of silence and of first steps stands in blocks of its own. */
function decisionBlock({ emergency, silentIfScored, cannotWait, ...decision }: Decision): DecisionBlock {
  return { ...decision, lowest: decision.lowest ?? null, highest: decision.highest ?? null };
}
