/** A policy as a picture: its rules by level, emergencies first, and what they read. */

import { readIds } from '../conditions/reads.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { Policy, Rule } from '../policy/model.ts';
import type { CareTexts, Emergency } from '../policy/texts.ts';
import { sentencesOf } from '../questionnaire/asked-sentence.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { DerivedFact } from '../questionnaire/model.ts';
import { silence } from '../referral/wording.ts';
import type { Graph, GraphGroup, GraphNode, Mark } from './graph-model.ts';
import {
  conditionDetail,
  elsewhereNode,
  factNode,
  nodeIdIn,
  numbered,
  readByFact,
  readingEdges,
  testsById,
} from './graph-nodes.ts';
import type { GroupParts } from './graph-questions.ts';
import { type Speaking, testInWords } from './graph-words.ts';

/** A policy with the words for what its rules give. */
export interface PolicyView extends Speaking {
  readonly policy: Policy;
  readonly care: Pick<CareTexts, 'levels' | 'firstSteps' | 'supports'>;
  readonly emergency: Pick<Emergency, 'actions'>;
}

const FACTS = 'facts ';
const FIRST = 'first ';
const ADDITIONS = 'additions ';

/** The rules of a policy by the level that they ask for, then those that add steps and supports, then the facts that are read. */
export function policyGraph(view: PolicyView): Graph {
  const { policy, language } = view;
  const rules = inScriptOrder(policy.rules, view);
  const without = rules.filter(({ atLeast }) => atLeast === undefined);
  const groups = [
    ...LEVELS.toReversed().map((level) => ({
      group: groupOf(level, levelTitle(level, view)),
      rules: rules.filter(({ atLeast }) => atLeast === level),
    })),
    {
      group: groupOf(FIRST, 'What has to happen first, at any level'),
      rules: without.filter(({ first }) => first.length > 0),
    },
    { group: groupOf(ADDITIONS, 'Additions, at any level'), rules: without.filter(({ first }) => first.length === 0) },
  ].filter((one) => one.rules.length > 0);
  const shown: readonly ShownGroup[] = [
    ...groups.map((one) => ({ group: one.group, ...rulesParts(one.rules, one.group.id, view) })),
    ...shownFacts(rules, view),
  ];
  return {
    title: policy.title,
    about: `Each rule asks for at least the level under which it stands, where what its arrows say holds; the highest one that is asked for is the level. ${otherwiseSentence(view)}`,
    language,
    nodes: shown.flatMap(({ nodes }) => nodes),
    edges: shown.flatMap(({ edges }) => edges),
    groups: shown.map(({ group }) => group),
    isSequence: false,
  };
}

/** Silence is no level, whichever one stands for it. */
function otherwiseSentence({ policy: { otherwise }, care }: PolicyView): string {
  const where = 'Where no rule with a level holds';
  return otherwise.silent
    ? `${where}, ${silence(otherwise)}.`
    : `${where}, it is: ${care.levels[otherwise.level].name}.`;
}

type ShownGroup = GroupParts & { readonly group: GraphGroup };

function groupOf(id: string, title: string): GraphGroup {
  return { id, title, isOrdered: true };
}

/** Rules by the first question on which they rest, so that those which read the same stand together. */
function inScriptOrder(rules: readonly Rule[], { questionnaire }: Speaking): readonly Rule[] {
  const places = new Map(questionnaire.questions.map(({ id, index }) => [id, index]));
  const earliest = (ids: Iterable<string>): number =>
    Math.min(...[...ids].map((id) => places.get(id) ?? Number.POSITIVE_INFINITY));
  for (const fact of questionnaire.facts) places.set(fact.id, earliest(readByFact(fact)) + 0.5);
  const placed = rules.map((rule) => ({ rule, place: earliest(readIds(rule.when)) }));
  return placed
    .sort((left, right) => left.place - right.place || (left.rule.id < right.rule.id ? -1 : 1))
    .map(({ rule }) => rule);
}

function levelTitle(level: Level, { care }: PolicyView): string {
  return level === 'emergency' ? care.levels[level].name : `At least: ${care.levels[level].name}`;
}

/** Rules with what they read to their left. */
function rulesParts(rules: readonly Rule[], group: string, view: PolicyView): GroupParts {
  const ids = [...new Set(rules.flatMap(({ when }) => [...readIds(when)]))];
  return {
    nodes: [...ids.map((id) => elsewhereNode(id, group, view)), ...rules.map((rule) => ruleNode(rule, group, view))],
    edges: rules.flatMap(({ id, when }) => readingEdges(when, `rule ${id}`, (read) => nodeIdIn(group, read), view)),
  };
}

/** A rule with its reason, what it gives beside the level, and its condition where arrows cannot tell it. */
export function ruleNode(rule: Rule, group: string, view: PolicyView): GraphNode {
  const { policy } = view;
  const marks: readonly Mark[] = rule.readingOurs ? ['reading ours'] : [];
  return {
    id: `rule ${rule.id}`,
    kind: 'rule',
    group,
    heading: rule.id,
    text: rule.because,
    details: [
      ...conditionDetail(rule.when, 'if', view),
      ...given(rule, view),
      ...(rule.policy === policy.id ? [] : [`from the policy ${rule.policy}`]),
    ],
    marks,
    weight: 'usual',
  };
}

function given({ first, add, do: actions }: Rule, { care, emergency, language }: PolicyView): readonly string[] {
  return [
    ...actions.map((id) => `do: ${sentencesOf(inLanguage(emergency.actions[id], language))[0] ?? id}`), // the others say how
    ...(first.length === 0 ? [] : [`first: ${first.map((id) => care.firstSteps[id].name).join('; ')}`]),
    ...(add.length === 0 ? [] : [`adds: ${add.map((id) => care.supports[id].name).join('; ')}`]),
  ];
}

/** The facts on which the rules rest, by way of others as well, each with what its definition reads. */
function shownFacts(rules: readonly Rule[], view: PolicyView): readonly ShownGroup[] {
  const facts = factsBehind(rules, view);
  if (facts.length === 0) return [];
  const ids = new Set(facts.map(({ id }) => id));
  return [
    {
      group: { id: FACTS, title: 'Facts, worked out from answers', isOrdered: false },
      nodes: facts.map((fact) => ({
        ...factNode(fact, FACTS, view.language),
        details: [`is ${fact.values.join(' or ')}`, ...asksDetail(fact, view)],
      })),
      edges: facts.flatMap((fact) =>
        readByFact(fact)
          .filter((id) => ids.has(id))
          .map((id) => ({
            from: nodeIdIn(FACTS, id),
            to: nodeIdIn(FACTS, fact.id),
            kind: 'reads' as const,
            label: wantedOf(id, fact, view),
          })),
      ),
    },
  ];
}

/** In the order of their definitions, so that each stands behind those that it reads. */
function factsBehind(rules: readonly Rule[], { questionnaire }: Speaking): readonly DerivedFact[] {
  const wanted = new Set(rules.flatMap(({ when }) => [...readIds(when)]));
  return questionnaire.facts
    .toReversed()
    .filter((fact) => {
      if (!wanted.has(fact.id)) return false;
      for (const id of readByFact(fact)) wanted.add(id);
      return true;
    })
    .reverse();
}

function asksDetail(fact: DerivedFact, { questionnaire }: Speaking): readonly string[] {
  const read = readByFact(fact);
  const asked = questionnaire.questions.filter(({ id }) => read.includes(id));
  return asked.length === 0 ? [] : [`asks ${asked.map(numbered).join(', ')}`];
}

function wantedOf(id: string, fact: DerivedFact, view: Speaking): string {
  const tests = fact.branches.flatMap(({ when }) => testsById(when).get(id) ?? []);
  return [...new Set(tests.flatMap((test) => testInWords(test, view).split(' / ')))].join(' / ');
}
