/** All policies of a folder at once: a rule may come from a policy that another one extends. */

import type { Facts } from '../conditions/compile.ts';
import { type Collector, collect, type Draft } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { isSound } from '../documents/flaws.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import { factsOf } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { Text } from '../questionnaire/schema.ts';
import { checkCitations } from './check-citations.ts';
import { compileRule } from './compile-rule.ts';
import type { Policy, Rule } from './model.ts';
import type { PolicySource } from './schema.ts';
import type { Sources } from './texts.ts';

/** One policy while its relations to the others are worked out. */
interface PolicyDraft {
  readonly document: Document<PolicySource>;
  readonly collector: Collector;
  readonly rules: readonly Rule<Text>[];
}

type Drafts = ReadonlyMap<string, PolicyDraft>;

/** What policies refer to. Without a questionnaire nothing is known of the names in it. */
export interface PolicyScope {
  readonly questionnaire: Questionnaire | undefined;
  readonly facts: Facts;
  readonly sources: Sources<unknown>;
  /** Whether there are other policies that could not be read. */
  readonly areMissing: boolean;
}

/** Compiles policies, each with the rules of all that it extends. */
export function compilePolicies(
  documents: readonly Document<PolicySource>[],
  questionnaire: Questionnaire,
  sources: Sources<unknown>,
): Outcome<readonly Policy<Text>[]> {
  const scope = { questionnaire, facts: factsOf(questionnaire), sources, areMissing: false };
  const { value, problems } = draftPolicies(documents, scope);
  return documents.some(({ flaws }) => flaws.length > 0) ? failed(problems) : outcomeOf(value, problems);
}

/** The same, faults or not: good enough to look for faults in what refers to them, and for nothing else. */
export function draftPolicies(
  documents: readonly Document<PolicySource>[],
  scope: PolicyScope,
): Draft<readonly Policy<Text>[]> {
  const drafts = new Map<string, PolicyDraft>();
  const problems: Collector[] = [];
  for (const document of documents) {
    const collector = collect(document);
    problems.push(collector);
    const rules = compileRules(document, scope, collector);
    if (drafts.has(document.value.id))
      collector.report({
        code: 'duplicate-id',
        path: ['id'],
        message: `\`${document.value.id}\` is already the id of another policy`,
        remedy: 'choose another id',
      });
    else drafts.set(document.value.id, { document, collector, rules });
  }
  const areAllKnown = !scope.areMissing && documents.every((document) => isSound(document, ['id']));
  for (const draft of drafts.values()) checkExtends(draft, drafts, areAllKnown);
  return {
    value: [...drafts.values()].map((draft) => join(draft, drafts)),
    problems: problems.flatMap((collector) => collector.problems),
  };
}

function compileRules(
  { value }: Document<PolicySource>,
  { questionnaire, facts, sources }: PolicyScope,
  { report }: Collector,
): readonly Rule<Text>[] {
  const owners = namesOf(questionnaire);
  const claim = claimIds(report);
  checkCitations(value.otherwise.cites, ['otherwise', 'cites'], sources, report);
  return value.rules.map((source, index) => {
    const path = ['rules', index];
    const owner = owners.get(source.id);
    if (owner === undefined) claim(source.id, [...path, 'id'], 'another rule');
    else
      report({
        code: 'duplicate-id',
        path: [...path, 'id'],
        message: `\`${source.id}\` is already the id of ${owner}`,
        remedy: 'choose another id',
      });
    return compileRule(source, path, { policy: value.id, facts, sources, report });
  });
}

/** Names that no rule may have: those of the questionnaire, and the word that stands for no rule at all. */
function namesOf(questionnaire: Questionnaire | undefined): ReadonlyMap<string, string> {
  const { questions = [], facts = [], dispositions = [] } = questionnaire ?? {};
  return new Map([
    ...questions.map(({ id }) => [id, 'a question'] as const),
    ...facts.map(({ id }) => [id, 'a fact'] as const),
    ...dispositions.map(({ id }) => [id, 'a disposition'] as const),
    ['otherwise', 'what a policy says where no rule holds'],
  ]);
}

function checkExtends(draft: PolicyDraft, drafts: Drafts, areAllKnown: boolean): void {
  const { value } = draft.document;
  const { report } = draft.collector;
  for (const [index, id] of (value.extends ?? []).entries()) {
    const path = ['extends', index];
    if (!drafts.has(id) && !areAllKnown) continue;
    if (!drafts.has(id))
      report({
        code: 'unknown-policy',
        path,
        message: `there is no policy \`${id}\``,
        remedy: suggest(
          id,
          [...drafts.keys()].filter((known) => known !== value.id),
        ),
      });
    else if (lineage(id, drafts).has(value.id))
      report({
        code: 'extends-cycle',
        path,
        message: `\`${id}\` extends this policy, directly or through others`,
        remedy: 'delete one of the two',
      });
  }
  checkInherited(draft, inheritedRules(draft, drafts));
  if (isLineageSound(value.id, drafts)) checkReplaced(draft, inheritedRules(draft, drafts));
}

/** A policy and everything that it extends, directly or through others. */
function lineage(id: string, drafts: Drafts, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const next of drafts.get(id)?.document.value.extends ?? []) lineage(next, drafts, found);
  return found;
}

/** Whether all that a policy extends is there, with the id of every rule. */
function isLineageSound(id: string, drafts: Drafts): boolean {
  return [...lineage(id, drafts)].every((ancestor) => {
    const document = drafts.get(ancestor)?.document;
    if (document === undefined) return false;
    const ids = document.value.rules.map((_, index) => ['rules', index, 'id']);
    return [['extends'], ['rules'], ...ids].every((path) => isSound(document, path));
  });
}

/** The rules that come from elsewhere; one that comes on two ways is one rule. */
function inheritedRules({ document }: PolicyDraft, drafts: Drafts): readonly Rule<Text>[] {
  const ids = new Set((document.value.extends ?? []).flatMap((id) => [...lineage(id, drafts)]));
  ids.delete(document.value.id);
  return withoutReplaced([...ids].flatMap((id) => drafts.get(id)?.rules ?? []));
}

function withoutReplaced(rules: readonly Rule<Text>[]): readonly Rule<Text>[] {
  const replaced = new Set(rules.flatMap((rule) => rule.replaces ?? []));
  return rules.filter((rule) => !replaced.has(rule.id));
}

function checkInherited({ document, collector, rules }: PolicyDraft, inherited: readonly Rule<Text>[]): void {
  const owners = new Map<string, Rule<Text>>();
  for (const rule of inherited) {
    const other = owners.get(rule.id);
    if (other === undefined) owners.set(rule.id, rule);
    else
      collector.report({
        code: 'duplicate-id',
        path: ['extends'],
        message: `both \`${other.policy}\` and \`${rule.policy}\` have a rule \`${rule.id}\``,
        remedy: 'rename one of them',
      });
  }
  for (const [index, rule] of rules.entries()) {
    const owner = owners.get(rule.id);
    if (owner !== undefined) {
      collector.report({
        code: 'duplicate-id',
        path: ['rules', index, 'id'],
        message: `\`${rule.id}\` is already a rule of \`${owner.policy}\``,
        remedy: 'rename it; to stand in for that rule, add `replaces`',
      });
    }
  }
  for (const [index, id] of repeatedReplacements(document.value)) {
    collector.report({
      code: 'repeated-value',
      path: ['rules', index, 'replaces'],
      message: `another rule already replaces \`${id}\``,
      remedy: 'make one rule of the two',
    });
  }
}

function checkReplaced({ collector, rules }: PolicyDraft, inherited: readonly Rule<Text>[]): void {
  const known = inherited.map(({ id }) => id);
  for (const [index, { replaces }] of rules.entries()) {
    if (replaces === undefined || known.includes(replaces)) continue;
    collector.report({
      code: 'unknown-rule',
      path: ['rules', index, 'replaces'],
      message: `no extended policy has a rule \`${replaces}\``,
      remedy: suggest(replaces, known),
    });
  }
}

function repeatedReplacements({ rules }: PolicySource): readonly (readonly [number, string])[] {
  const seen = new Set<string>();
  return rules.flatMap(({ replaces }, index) => {
    if (replaces === undefined) return [];
    const isRepeated = seen.has(replaces);
    seen.add(replaces);
    return isRepeated ? [[index, replaces] as const] : [];
  });
}

function join(draft: PolicyDraft, drafts: Drafts): Policy<Text> {
  const { value } = draft.document;
  return {
    id: value.id,
    version: value.version,
    date: value.date,
    title: value.title,
    about: value.about,
    reviewedBy: value.reviewed_by,
    program: value.program,
    network: value.network ?? false,
    otherwise: { ...value.otherwise, silent: value.otherwise.silent ?? false },
    rules: withoutReplaced([...draft.rules, ...inheritedRules(draft, drafts)]),
  };
}
