/** Why a rule holds for a caller: its sentence, its sources, and the answers that make it hold. */

import type { Condition } from '../conditions/model.ts';
import { type CompiledRule, OTHERWISE } from '../decision/compile.ts';
import { type SufficientAnswers, sufficientAnswers } from '../decision/sufficient-answers.ts';
import { FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, reachable, UNKNOWN } from '../diagram/walk.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { DerivedFact } from '../questionnaire/model.ts';
import { cite, reasonOf } from '../referral/reasons.ts';
import { answerBlocks, asked, type Explained, namedLevel } from './explain-words.ts';
import type { FactBlock, RuleBlock } from './explanation.ts';

/** The rules that hold, then those that may, highest floor first; last what the policy says of everybody else, where that decides. */
export function ruleBlocks(explained: Explained): readonly RuleBlock[] {
  const { caller, input } = explained;
  const blocks = caller.compiled.rules.flatMap((one) => ruleBlock(explained, one));
  const { deciding } = input.decision;
  const isSaid = deciding.kind === 'otherwise' || (deciding.kind === 'one-of' && deciding.rules.includes(OTHERWISE));
  return [
    ...blocks.filter(({ certainty }) => certainty === 'certain'),
    ...blocks.filter(({ certainty }) => certainty === 'possible'),
    ...(isSaid ? [otherwiseBlock(explained)] : []),
  ];
}

function ruleBlock(explained: Explained, { rule, region }: CompiledRule): readonly RuleBlock[] {
  const { caller, input } = explained;
  const certainty = caller.certainty(region);
  if (certainty === 'no') return [];
  const isCertain = certainty === 'certain';
  const enough = isCertain ? sufficientAnswers(caller.compiled.callers, caller.known, region) : undefined;
  return [
    {
      ...reasonOf(rule, input.sources),
      certainty,
      level: rule.atLeast === undefined ? null : namedLevel(input, rule.atLeast),
      facts: enough === undefined ? [] : factBlocks(explained, rule.when, enough),
      answers: answerBlocks(explained, enough),
      waitsFor: isCertain ? [] : caller.waitsFor(region).map((id) => asked(input, id)),
    },
  ];
}

function otherwiseBlock({ caller, input }: Explained): RuleBlock {
  const { policy, unreached } = caller.compiled;
  const { because, cites, level } = policy.otherwise;
  const isCertain = caller.certainty(unreached) === 'certain';
  return {
    rule: OTHERWISE,
    certainty: isCertain ? 'certain' : 'possible',
    level: namedLevel(input, level),
    because,
    cites: cite(input.sources, cites),
    note: null,
    facts: [],
    answers: [], // nearly all of them: every rule has to fail
    waitsFor: isCertain ? [] : caller.waitsFor(unreached).map((id) => asked(input, id)),
  };
}

/** The derived facts through which a rule holds, each with those of the rule's answers that make it what it is. */
function factBlocks(explained: Explained, when: Condition, enough: SufficientAnswers): readonly FactBlock[] {
  const { callers } = explained.caller.compiled;
  const within = these(explained.caller.known, enough);
  const facts = new Map(callers.questionnaire.facts.map((fact) => [fact.id, fact]));
  const isCertain = (region: Node): boolean => reachable(callers.forest, region, within) === 1 << TRUE;
  return testsThatHold(when, (part) => isCertain(callers.region(part))).flatMap((test) => {
    const fact = facts.get(test.id);
    return fact === undefined ? [] : [factBlock(explained, fact, test, within)];
  });
}

/** What is known where only some answers are, and of lists only the options that count. */
function these(known: Assignment, { variables }: SufficientAnswers): Assignment {
  const kept = new Set(variables);
  return known.map((value, variable) => (kept.has(variable) ? value : UNKNOWN));
}

type ValueTest = Extract<Condition, { kind: 'is' }>;

/** The tests of single values to which it is owed that a condition holds: of several ways to meet it the first one that does. */
function testsThatHold(condition: Condition, holds: (part: Condition) => boolean): readonly ValueTest[] {
  switch (condition.kind) {
    case 'is':
      return [condition];
    case 'all':
      return condition.of.flatMap((part) => testsThatHold(part, holds));
    case 'any': {
      const first = condition.of.find(holds);
      return first === undefined ? [] : testsThatHold(first, holds);
    }
    default:
      return [];
  }
}

function factBlock(explained: Explained, fact: DerivedFact, test: ValueTest, within: Assignment): FactBlock {
  const { caller, input } = explained;
  const { callers } = caller.compiled;
  const region = (value: string): Node => callers.factRegion(fact.id, value);
  const enough = sufficientAnswers(callers, within, callers.region(test));
  const beside = enough === undefined ? within : these(within, enough);
  const values = test.values.filter((value) => reachable(callers.forest, region(value), beside) !== 1 << FALSE);
  const own = fact.values.find((value) => caller.certainty(region(value)) === 'certain') ?? null;
  const label = (value: string): string => inLanguage(fact.labels.get(value) ?? value, input.language);
  return {
    fact: fact.id,
    title: inLanguage(fact.title, input.language),
    value: own,
    values,
    says: factSays(values.map(label), own === null ? undefined : label(own)),
    answers: answerBlocks(explained, enough),
  };
}

/** The answers that suffice may leave a fact open between values of which the rule takes each: then they do not show the caller's own. */
function factSays(taken: readonly string[], own: string | undefined): string {
  if (taken.length < 2) return taken.join('');
  const enough = `${taken.join('; or ')} (${taken.length === 2 ? 'either' : 'any of them'} is enough`;
  return own === undefined ? `${enough})` : `${enough}; all answers together: ${own})`;
}
