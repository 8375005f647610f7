/** Policies, sources and the words of levels in one language, chosen once for a summary, a call or a report. */

import { inLanguage } from '../questionnaire/in-words.ts';
import type { Text } from '../questionnaire/schema.ts';
import { FIRST_STEPS, LEVELS, SUPPORTS } from './care-lists.ts';
import { forEachId } from './for-each-id.ts';
import type { Policy, Rule } from './model.ts';
import type { CareTexts, DescribedText, LevelText, Source, Sources } from './texts.ts';

/** Takes every text of levels.yaml in the given language, or in the first that it has. */
export function careIn(care: CareTexts<Text>, language: string): CareTexts {
  return {
    levels: forEachId(LEVELS, (id) => levelIn(care.levels[id], language)),
    firstSteps: forEachId(FIRST_STEPS, (id) => describedIn(care.firstSteps[id], language)),
    supports: forEachId(SUPPORTS, (id) => describedIn(care.supports[id], language)),
    aftercare: care.aftercare.map((text) => inLanguage(text, language)),
    aftercareCites: care.aftercareCites,
  };
}

function levelIn(level: LevelText<Text>, language: string): LevelText {
  const { hours, days, length, therapies, week } = level;
  const words = (text: Text): string => inLanguage(text, language);
  return {
    ...level,
    name: words(level.name),
    sentence: words(level.sentence),
    hours: hours && words(hours),
    days: days && words(days),
    length: length && words(length),
    therapies: therapies?.map(words),
    week: week?.map(words),
  };
}

function describedIn(entry: DescribedText<Text>, language: string): DescribedText {
  const { meanwhile } = entry;
  return {
    ...entry,
    name: inLanguage(entry.name, language),
    sentence: inLanguage(entry.sentence, language),
    meanwhile: meanwhile && inLanguage(meanwhile, language),
  };
}

/**
 * Takes the titles and the reasons of policies in the given language, or in the first that they have. A rule that several policies
 * share stays one rule.
 */
export function policiesIn(policies: readonly Policy<Text>[], language: string): readonly Policy[] {
  const words = (text: Text): string => inLanguage(text, language);
  const spoken = new Map<Rule<Text>, Rule>();
  const ruleIn = (rule: Rule<Text>): Rule => {
    const one = spoken.get(rule) ?? { ...rule, because: words(rule.because) };
    spoken.set(rule, one);
    return one;
  };
  return policies.map((policy) => ({
    ...policy,
    title: words(policy.title),
    about: words(policy.about),
    otherwise: { ...policy.otherwise, because: words(policy.otherwise.because) },
    rules: policy.rules.map(ruleIn),
  }));
}

/** Takes what sources say, and where they disagree, in the given language, or in the first that they have. */
export function sourcesIn(sources: Sources<Text>, language: string): Sources {
  return {
    ...sources,
    byId: new Map([...sources.byId].map(([id, source]) => [id, sourceIn(source, language)])),
    disagreements: sources.disagreements.map((one) => ({ ...one, says: inLanguage(one.says, language) })),
  };
}

function sourceIn(source: Source<Text>, language: string): Source {
  const facts = Object.entries(source.facts).map(
    ([id, fact]) => [id, { ...fact, says: inLanguage(fact.says, language) }] as const,
  );
  return { ...source, short: inLanguage(source.short, language), facts: Object.fromEntries(facts) };
}
