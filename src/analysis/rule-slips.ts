/** Slips in a policy: rules, their conditions and what they give, and what it says otherwise. */

import type { Facts } from '../conditions/compile.ts';
import type { Path } from '../documents/document.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { PolicySource, RuleSource } from '../policy/schema.ts';
import { conditionSlips } from './condition-slips.ts';
import { inYaml } from './in-yaml.ts';
import { leftOut, withoutKey } from './left-out.ts';
import type { Slip } from './slip.ts';

/** Every slip in a policy's own file. */
export function policySlips({ rules, otherwise }: PolicySource, facts: Facts): readonly Slip[] {
  return [
    ...lowered(otherwise.level, ['otherwise', 'level']),
    ...(otherwise.silent === undefined ? [] : [spokenFor(otherwise)]),
    ...rules.flatMap((rule, index) => [
      ...ruleLeftOut(rules, index),
      ...conditionSlips(rule.when, ['rules', index, 'when'], facts),
      ...effectSlips(rule.then, ['rules', index, 'then']),
    ]),
  ];
}

function ruleLeftOut(rules: readonly RuleSource[], index: number): readonly Slip[] {
  return leftOut(rules, ['rules'], 'rule-left-out').flatMap((slip, place) =>
    place === index
      ? [{ ...slip, at: ['rules', index, 'id'], what: `the rule \`${rules[index]?.id ?? ''}\` left out` }]
      : [],
  );
}

function lowered(level: Level, path: Path): readonly Slip[] {
  const below = LEVELS[LEVELS.indexOf(level) - 1];
  if (below === undefined) return [];
  return [{ kind: 'floor-lowered', at: path, what: `\`${below}\` for \`${level}\``, edit: { path, value: below } }];
}

/** A page that says nothing of somebody is read as if it named the level. */
function spokenFor(otherwise: PolicySource['otherwise']): Slip {
  return {
    kind: 'effect-left-out',
    at: ['otherwise', 'silent'],
    part: 'key',
    what: '`silent: true` left out',
    edit: { path: ['otherwise'], value: withoutKey(otherwise, 'silent') },
  };
}

function effectSlips(effect: RuleSource['then'], path: Path): readonly Slip[] {
  const { at_least: floor } = effect;
  return [
    ...(floor === undefined ? [] : lowered(floor, [...path, 'at_least'])),
    ...Object.keys(effect).flatMap((key) => keyLeftOut(effect, key, path)),
    ...(['first', 'add', 'do'] as const).flatMap((key) =>
      leftOut(effect[key] ?? [], [...path, key], 'effect-left-out'),
    ),
  ];
}

/** The level, or the only entry of a list. */
function keyLeftOut(effect: Readonly<Record<string, unknown>>, key: string, path: Path): readonly Slip[] {
  const value = effect[key];
  if ((Array.isArray(value) && value.length > 1) || Object.keys(effect).length < 2) return [];
  return [
    {
      kind: 'effect-left-out',
      at: [...path, key],
      part: 'key',
      what: `\`${inYaml({ [key]: value })}\` left out`,
      edit: { path, value: withoutKey(effect, key) },
    },
  ];
}
