/** Rules and citations in words. */

import { shownResult } from '../interview/shown-result.ts';
import { type FirstStep, LEVELS } from '../policy/care-lists.ts';
import type { Rule } from '../policy/model.ts';
import type { Sources } from '../policy/texts.ts';
import { isAboveIop } from './fallback.ts';
import { stepsThatAre } from './needs.ts';
import { decidedCall, type Outcome } from './outcome.ts';
import type { Citation, LevelBlock, Reason, StepBlock, WhyBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { capitalized, silence } from './wording.ts';
import { wordsIn } from './words/words.ts';

/** As decisions name what a policy says of everybody whom no rule reaches. */
const OTHERWISE = 'otherwise';

/** Names citations shortly; our own judgement is printed as such. */
export function cite(sources: Sources, cites: readonly string[], language: string): readonly Citation[] {
  return cites.map((id) => citation(sources, id, language));
}

function citation(sources: Sources, id: string, language: string): Citation {
  const words = wordsIn(language).reasons;
  const [sourceId = '', factId = ''] = id.split('#');
  if (factId === 'J') return { id, source: words.ownJudgement, fact: null };
  const source = sources.byId.get(sourceId);
  const fact = source?.facts[factId]?.to_verify === true ? words.toVerify(factId) : factId;
  return { id, source: source?.short ?? sourceId, fact };
}

/** Says why a rule speaks, and where the level is only our reading of a page. */
export function reasonOf(rule: Rule, sources: Sources, language: string): Reason {
  const cites = cite(sources, rule.cites, language);
  return { rule: rule.id, because: rule.because, cites, note: readingNote(rule, language) };
}

function readingNote({ readingOurs, atLeast }: Rule, language: string): string | null {
  if (!readingOurs || atLeast === undefined) return null;
  const { readsALevel, readsThatIopDoesNotFit } = wordsIn(language).reasons;
  return isAboveIop(atLeast) ? readsThatIopDoesNotFit : readsALevel;
}

/** The sentences of the rules to which the level is owed. */
export function whyBlock(input: SummaryInput, outcome: Outcome, level: LevelBlock): WhyBlock {
  // Under an ending the decision's rules speak of the emergency that is still possible, not of the ending.
  if (outcome.ending !== undefined && !outcome.emergency) return { kind: 'none', says: null, reasons: [] };
  const words = wordsIn(input.language).reasons;
  if (outcome.judged) return { kind: 'none', says: words.endedAsEmergency, reasons: [] };
  const why = whyByRules(input, level);
  const isChosen = outcome.chosen !== undefined && why.says === null && why.reasons.length > 0;
  return isChosen ? { ...why, says: words.forLevelByRules } : why;
}

function whyByRules(input: SummaryInput, level: LevelBlock): WhyBlock {
  const { deciding } = input.decision;
  const words = wordsIn(input.language).reasons;
  switch (deciding.kind) {
    case 'none':
      return { kind: 'none', says: null, reasons: [] };
    case 'otherwise':
      return otherwiseBlock(input);
    case 'rules':
      return { kind: 'rules', says: null, reasons: reasonsOf(input, deciding.rules) };
    case 'one-of':
      return {
        kind: 'one-of',
        says: level.kind === 'too-early' ? words.tooLittleKnown : words.oneOfThese,
        reasons: reasonsOf(input, deciding.rules),
      };
    default:
      return deciding satisfies never;
  }
}

/** The named rules' sentences, most intensive first; what the policy says of everybody else comes last. */
function reasonsOf(input: SummaryInput, ids: readonly string[]): readonly Reason[] {
  const floor = ({ atLeast }: Rule): number => (atLeast === undefined ? -1 : LEVELS.indexOf(atLeast));
  const rules = [...rulesNamed(input.policy.rules, ids)].sort((a, b) => floor(b) - floor(a));
  const others = ids.includes(OTHERWISE) ? [otherwiseReason(input)] : [];
  return [...rules.map((rule) => reasonOf(rule, input.sources, input.language)), ...others];
}

function otherwiseBlock(input: SummaryInput): WhyBlock {
  const { policy, language } = input;
  const { otherwise } = policy;
  return {
    kind: otherwise.silent ? 'silent' : 'otherwise',
    says: otherwise.silent ? `${capitalized(silence(otherwise, language))}.` : null,
    reasons: [otherwiseReason(input)],
  };
}

function otherwiseReason({ policy, sources, language }: SummaryInput): Reason {
  const { because, cites } = policy.otherwise;
  return { rule: OTHERWISE, because, cites: cite(sources, cites, language), note: null };
}

/** The first steps, certain ones first, each with the sentences of the rules that ask for it. */
export function stepBlocks(input: SummaryInput, { ending }: Outcome): readonly StepBlock[] {
  if (ending !== undefined) {
    const { firstSteps } = shownResult(decidedCall(input), input.questionnaire.dispositions);
    return firstSteps.map((step) => stepBlock(step, 'certain', input));
  }
  return (['certain', 'possible'] as const).flatMap((certainty) =>
    stepsThatAre(certainty, input.decision).map((step) => stepBlock(step, certainty, input)),
  );
}

function stepBlock(id: FirstStep, certainty: StepBlock['certainty'], input: SummaryInput): StepBlock {
  const { decision, policy, sources, care, language } = input;
  const holding = rulesNamed(policy.rules, decision.holding).filter(({ first }) => first.includes(id));
  const { name, sentence, meanwhile } = care.firstSteps[id];
  return {
    id,
    name,
    sentence,
    meanwhile: meanwhile ?? null,
    certainty,
    reasons: holding.map((rule) => reasonOf(rule, sources, language)),
  };
}

function rulesNamed(rules: readonly Rule[], ids: readonly string[]): readonly Rule[] {
  return ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
}
