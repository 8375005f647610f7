/** One rule of a policy. */

import { compileCondition, type Facts } from '../conditions/compile.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { Text } from '../questionnaire/schema.ts';
import { checkCitations } from './check-citations.ts';
import type { Rule } from './model.ts';
import type { RuleSource } from './schema.ts';
import type { Sources } from './texts.ts';

export interface RuleScope {
  readonly policy: string;
  readonly facts: Facts;
  readonly sources: Sources<unknown>;
  readonly report: Report;
}

/** Compiles a rule. */
export function compileRule(source: RuleSource, path: Path, { policy, facts, sources, report }: RuleScope): Rule<Text> {
  const effect = source.then;
  checkEffect(source, path, report);
  checkCitations(source.cites, [...path, 'cites'], sources, report);
  return {
    id: source.id,
    policy,
    when: compileCondition(source.when, [...path, 'when'], facts, report),
    atLeast: effect.at_least,
    first: effect.first ?? [],
    add: effect.add ?? [],
    do: effect.do ?? [],
    because: source.because,
    cites: source.cites,
    readingOurs: source.reading === 'ours',
    replaces: source.replaces,
  };
}

function checkEffect(source: RuleSource, path: Path, report: Report): void {
  const { at_least: atLeast, first, add, do: actions } = source.then;
  const here = [...path, 'then'];
  const level = [...here, 'at_least'];
  if (atLeast === 'emergency' && actions === undefined) {
    report({
      code: 'emergency-action',
      path: here,
      message: 'an emergency rule must say what to do',
      remedy: 'add `do`',
      relies: [level, [...here, 'do']],
    });
  }
  if (atLeast !== 'emergency' && actions !== undefined) {
    report({
      code: 'emergency-action',
      path: [...here, 'do'],
      part: 'key',
      message: 'only an emergency rule says what to do',
      remedy: 'write `at_least: emergency`, or use `first`',
      relies: [level],
    });
  }
  if (atLeast === undefined && first === undefined && add === undefined && actions === undefined) {
    report({
      code: 'empty-effect',
      path: here,
      message: 'the rule changes nothing',
      remedy: 'add `at_least`, `first` or `add`',
      relies: ['at_least', 'first', 'add', 'do'].map((key) => [...here, key]),
    });
  }
  if (source.reading !== undefined && atLeast === undefined) {
    report({
      code: 'stray-key',
      path: [...path, 'reading'],
      part: 'key',
      message: 'a rule without a level has no reading of a level',
      remedy: 'delete `reading`',
      relies: [level],
    });
  }
}
