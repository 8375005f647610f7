/** Slips in a condition: a part left out, turned round, joined the wrong way, or off by one step. */

import { type Facts, OPERATORS } from '../conditions/compile.ts';
import { isMap } from '../conditions/fact-test.ts';
import type { Path } from '../documents/document.ts';
import { boundSlips } from './bound-slips.ts';
import { inYaml } from './in-yaml.ts';
import { leftOut, withoutKey } from './left-out.ts';
import type { Slip } from './slip.ts';

type Source = Readonly<Record<string, unknown>>;

/** Every slip in a condition as its author wrote it. */
export function conditionSlips(source: unknown, path: Path, facts: Facts): readonly Slip[] {
  if (!isMap(source)) return [];
  const keys = Object.keys(source).filter((key) => key !== 'always');
  return [
    ...keys.flatMap((key) => [
      ...keyLeftOut(source, key, path),
      ...negated(source, key, path),
      ...partSlips(source[key], key, [...path, key], facts),
      ...swapped(source, key, path),
    ]),
    ...anyOfKeys(source, keys, path),
  ];
}

function keyLeftOut(source: Source, key: string, path: Path): readonly Slip[] {
  if (Object.keys(source).length < 2) return [];
  return [
    {
      kind: 'condition-left-out',
      at: [...path, key],
      part: 'key',
      what: `\`${inYaml({ [key]: source[key] })}\` left out`,
      edit: { path, value: withoutKey(source, key) },
    },
  ];
}

/** A test becomes its opposite; what was under `none` becomes an `any`. */
function negated(source: Source, key: string, path: Path): readonly Slip[] {
  const value = opposite(source, key);
  if (value === undefined) return [];
  return [
    {
      kind: 'test-negated',
      at: [...path, key],
      part: 'key',
      what: `the opposite of \`${inYaml({ [key]: source[key] })}\``,
      edit: { path, value },
    },
  ];
}

function opposite(source: Source, key: string): Source | undefined {
  const rest = withoutKey(source, key);
  if (key === 'none') {
    if (!('any' in rest)) return { ...rest, any: source.none };
    return 'all' in rest ? undefined : { ...rest, all: [{ any: source.none }] };
  }
  const others: readonly unknown[] = Array.isArray(rest.none) ? rest.none : [];
  return { ...rest, none: [...others, { [key]: source[key] }] };
}

const OTHER = { any: 'all', all: 'any' } as const;

/** `any` for `all` and the other way round. */
function swapped(source: Source, key: string, path: Path): readonly Slip[] {
  if (key !== 'any' && key !== 'all') return [];
  const parts: unknown = source[key];
  const other = OTHER[key];
  if (!Array.isArray(parts) || parts.length < 2) return [];
  const rest = withoutKey(source, key);
  const value =
    other in rest ? { ...rest, all: [...alreadyIn(rest.all), { [other]: parts }] } : { ...rest, [other]: parts };
  return [
    {
      kind: 'any-all-swapped',
      at: [...path, key],
      part: 'key',
      what: `\`${other}\` for \`${key}\``,
      edit: { path, value },
    },
  ];
}

function alreadyIn(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

/** Several keys mean that all of them must hold: here any of them is enough. */
function anyOfKeys(source: Source, keys: readonly string[], path: Path): readonly Slip[] {
  if (keys.length < 2) return [];
  const any = keys.map((key) => ({ [key]: source[key] }));
  return [
    {
      kind: 'any-all-swapped',
      at: path,
      what: 'any of the tests enough, instead of all',
      edit: { path, value: { any } },
    },
  ];
}

function partSlips(value: unknown, key: string, path: Path, facts: Facts): readonly Slip[] {
  if (key === 'count') return countSlips(value, path, facts);
  return OPERATORS.includes(key) ? listSlips(value, path, facts) : testSlips(value, key, path, facts);
}

function listSlips(value: unknown, path: Path, facts: Facts): readonly Slip[] {
  if (!Array.isArray(value)) return [];
  const parts: readonly unknown[] = value;
  return [
    ...leftOut(parts, path, 'condition-left-out'),
    ...parts.flatMap((part, index) => conditionSlips(part, [...path, index], facts)),
  ];
}

function countSlips(value: unknown, path: Path, facts: Facts): readonly Slip[] {
  if (!isMap(value)) return [];
  return [...listSlips(value.of, [...path, 'of'], facts), ...boundSlips(value, 1, path)];
}

function testSlips(value: unknown, id: string, path: Path, facts: Facts): readonly Slip[] {
  const kind = facts.get(id);
  const step = typeof kind === 'object' && kind.kind === 'number' ? kind.step : 1;
  if (Array.isArray(value)) return leftOut(value, path, 'option-left-out');
  if (!isMap(value)) return [];
  const all: unknown = value.includes_all;
  return Array.isArray(all)
    ? leftOut(all, [...path, 'includes_all'], 'option-left-out')
    : boundSlips(value, step, path);
}
