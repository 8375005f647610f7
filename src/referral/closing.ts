/** What stands at the end of a summary: supports, aftercare, where the sources differ, and how far it may be trusted. */

import { SUPPORTS } from '../policy/care-lists.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { isThirdParty } from '../questionnaire/used-answers.ts';
import type { Outcome } from './outcome.ts';
import { cite } from './reasons.ts';
import type { DisagreementBlock, LevelBlock, Summary, SupportBlock } from './summary.ts';
import type { CallerDisagreement, SummaryInput } from './summary-input.ts';
import { wordsIn } from './words/words.ts';

/** The supports, certain ones first; of a call that gets no level only the certain ones. */
export function supportBlocks(
  { decision, care }: SummaryInput,
  { ending, shownBesides }: Pick<Outcome, 'ending' | 'shownBesides'>,
): readonly SupportBlock[] {
  const certaintyOf = (id: SupportBlock['id']): SupportBlock['certainty'] | 'no' =>
    [ending, shownBesides].some((one) => one?.supports.includes(id)) ? 'certain' : decision.supports[id];
  const certainties = ending === undefined ? (['certain', 'possible'] as const) : (['certain'] as const);
  return certainties.flatMap((certainty) =>
    SUPPORTS.filter((id) => certaintyOf(id) === certainty).map((id) => ({
      id,
      name: care.supports[id].name,
      sentence: care.supports[id].sentence,
      certainty,
    })),
  );
}

/** What follows the level; nothing follows where there is none. */
export function aftercareBlock({ care, sources, language }: SummaryInput, { id }: LevelBlock): Summary['aftercare'] {
  if (id === null || id === 'information' || id === 'emergency') return null;
  return { lines: care.aftercare, cites: cite(sources, care.aftercareCites, language) };
}

/** The points on which the sources differ for this caller: certain ones first, then those about what decided. */
export function disagreementBlocks(input: SummaryInput): readonly DisagreementBlock[] {
  const { disagreements, sources, language } = input;
  const decided = decidingCites(input);
  const rank = ({ certainty, for: pro, against }: CallerDisagreement): number =>
    (certainty === 'certain' ? 0 : 2) + ([...pro, ...against].some((cite) => decided.has(cite)) ? 0 : 1);
  const ranked = [...disagreements].sort((a, b) => rank(a) - rank(b));
  return ranked.map((one) => ({
    id: one.id,
    says: one.says,
    certainty: one.certainty,
    for: cite(sources, one.for, language),
    against: cite(sources, one.against, language),
    silent: one.silent.map((id) => sources.byId.get(id)?.short ?? id),
  }));
}

/** The facts of the pages to which the level is owed. */
function decidingCites({ decision, policy }: SummaryInput): ReadonlySet<string> {
  const { deciding } = decision;
  const ids = deciding.kind === 'rules' || deciding.kind === 'one-of' ? deciding.rules : [];
  return new Set(policy.rules.filter(({ id }) => ids.includes(id)).flatMap(({ cites }) => cites));
}

/** How far the summary may be trusted, and how it is to be read. */
export function noticesOf({ policy, questionnaire, answers, language }: SummaryInput): readonly string[] {
  const words = wordsIn(language).notices;
  const review = policy.reviewedBy === undefined ? words.notReviewed : words.reviewedBy(policy.reviewedBy);
  // Reasons and sentences speak to the person concerned, also where somebody else is on the line.
  const about = isThirdParty(questionnaire, answers) ? [words.aboutAnother] : [];
  return [words.provisional, review, ...translationNotices(questionnaire, language), ...about];
}

/** What is said in a further language of the questionnaire of those who answer for the translation; nothing in its first one. */
function translationNotices({ languages, translationReviewers }: Questionnaire, language: string): readonly string[] {
  if (language === languages[0]) return [];
  const words = wordsIn(language).notices;
  const name = translationReviewers?.get(language);
  return [name === undefined ? words.translationNotReviewed : words.translationReviewedBy(name)];
}
