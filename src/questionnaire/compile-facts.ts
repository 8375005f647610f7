/** Derived facts: definitions → branches, the first of which that holds gives the value. */

import { compileCondition, type Facts, mayBeMisnamed } from '../conditions/compile.ts';
import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import type { Condition, FactKind, Term } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { DerivedFact } from './model.ts';
import type { FactSource, Text } from './schema.ts';

type Definition = 'first_of' | 'count' | 'points';
const DEFINITIONS: readonly Definition[] = ['first_of', 'count', 'points'];

/** The values that a fact can take, known before any condition is compiled. */
export function factKind(source: FactSource): FactKind {
  return { kind: 'values', values: factValues(source) };
}

function factValues(source: FactSource): readonly string[] {
  const values = [...(source.first_of ?? []), ...(source.bands ?? []).toReversed()].map((branch) => branch.value);
  return [
    ...new Set(
      source.otherwise === undefined
        ? values
        : [...values.filter((value) => value !== source.otherwise), source.otherwise],
    ),
  ];
}

/** Compiles a fact; its conditions may name any fact of the scope, the order is checked elsewhere. */
export function compileFact(source: FactSource, path: Path, facts: Facts, report: Report): DerivedFact {
  const branches = compileDefinition(source, path, facts, report);
  const labels = new Map<string, Text>();
  for (const { value, label } of [...(source.first_of ?? []), ...(source.bands ?? [])]) {
    if (label !== undefined && !labels.has(value)) labels.set(value, label);
  }
  const otherwise = source.otherwise ?? source.bands?.[0]?.value ?? '';
  return { id: source.id, title: source.title, values: factValues(source), branches, otherwise, labels };
}

function compileDefinition(source: FactSource, path: Path, facts: Facts, report: Report): DerivedFact['branches'] {
  const [definition, second] = DEFINITIONS.filter((name) => source[name] !== undefined);
  if (definition === undefined || second !== undefined) {
    const place = second === undefined ? path : [...path, second];
    report({
      code: 'fact-shape',
      path: place,
      part: 'key',
      message: 'a fact has exactly one of `first_of`, `count` and `points`',
      remedy: second === undefined ? 'add one of them' : 'keep one of them',
      relies: DEFINITIONS.map((name) => [...path, name]),
    });
    return [];
  }
  const partner = definition === 'first_of' ? 'otherwise' : 'bands';
  const stranger = definition === 'first_of' ? 'bands' : 'otherwise';
  if (source[partner] === undefined)
    report({
      code: 'missing-key',
      path,
      message: `\`${definition}\` needs \`${partner}\``,
      remedy: 'add it',
      relies: [[...path, partner]],
    });
  if (source[stranger] !== undefined)
    report({
      code: 'stray-key',
      path: [...path, stranger],
      part: 'key',
      message: `\`${stranger}\` does not go with \`${definition}\``,
      remedy: 'delete it',
    });
  if (definition === 'first_of') return compileFirstOf(source, path, facts, report);
  let isWhole = true;
  const counting: Report = (finding) => {
    isWhole = false;
    report(finding);
  };
  const terms =
    definition === 'count' ? compileCount(source, path, facts, counting) : compilePoints(source, path, facts, counting);
  // With a faulty term nobody knows how far the count can go.
  const read = [...Object.keys(source.points ?? {}), ...terms.flatMap(({ when }) => [...readIds(when)])];
  const isKnown = isWhole && read.every((id) => typeof facts.get(id) === 'object');
  return compileBands(source, { terms, total: isKnown ? largestTotal(terms) : Number.MAX_SAFE_INTEGER }, path, report);
}

function compileFirstOf(source: FactSource, path: Path, facts: Facts, report: Report): DerivedFact['branches'] {
  return (source.first_of ?? []).map(({ value, when }, index) => ({
    value,
    when: compileCondition(when, [...path, 'first_of', index, 'when'], facts, report),
  }));
}

function compileCount(source: FactSource, path: Path, facts: Facts, report: Report): readonly Term[] {
  return (source.count ?? []).map((when, index) => ({
    points: 1,
    when: compileCondition(when, [...path, 'count', index], facts, report),
  }));
}

function compilePoints(source: FactSource, path: Path, facts: Facts, report: Report): readonly Term[] {
  return Object.entries(source.points ?? {}).flatMap(([id, table]) => {
    const here = [...path, 'points', id];
    const kind = facts.get(id);
    if (kind === undefined) {
      if (!mayBeMisnamed(id, facts))
        report({
          code: 'unknown-fact',
          path: here,
          part: 'key',
          message: `there is no question or fact \`${id}\``,
          remedy: suggest(id, facts.keys()),
        });
      return [];
    }
    if (typeof kind === 'string') return [];
    if (kind.kind === 'number' || kind.kind === 'unreadable') {
      report({
        code: 'test-mismatch',
        path: here,
        part: 'key',
        message: `\`${id}\` has no options to give points for`,
        remedy: 'count conditions instead',
      });
      return [];
    }
    return Object.entries(table).flatMap(([option, points]) => pointsTerm({ id, kind, option, points }, here, report));
  });
}

interface PointsSource {
  readonly id: string;
  readonly kind: Extract<FactKind, { kind: 'values' | 'options' }>;
  readonly option: string;
  readonly points: number;
}

function pointsTerm({ id, kind, option, points }: PointsSource, path: Path, report: Report): readonly Term[] {
  const known = kind.kind === 'values' ? kind.values : [...kind.options, NONE_OF_THESE];
  if (!known.includes(option)) {
    report({
      code: 'unknown-option',
      path: [...path, option],
      part: 'key',
      message: `\`${id}\` is never \`${option}\``,
      remedy: suggest(option, known),
    });
    return [];
  }
  return points === 0 ? [] : [{ points, when: pointsCondition(id, kind, option) }];
}

function pointsCondition(id: string, kind: FactKind, option: string): Condition {
  if (kind.kind === 'values') return { kind: 'is', id, values: [option] };
  return option === NONE_OF_THESE ? { kind: 'names-none', id } : { kind: 'names', id, options: [option], every: false };
}

interface Sum {
  readonly terms: readonly Term[];
  readonly total: number;
}

/** The most that can be counted: of a single answer one option, of others everything. */
function largestTotal(terms: readonly Term[]): number {
  const single = new Map<string, number>();
  let total = 0;
  for (const { points, when } of terms) {
    if (when.kind === 'is') single.set(when.id, Math.max(single.get(when.id) ?? 0, points));
    else total += points;
  }
  return [...single.values()].reduce((sum, points) => sum + points, total);
}

/** Bands ascend in the file; here the highest comes first, and the lowest is what is left. */
function compileBands(source: FactSource, { terms, total }: Sum, path: Path, report: Report): DerivedFact['branches'] {
  const bands = source.bands ?? [];
  const points = Object.entries(source.points ?? {}).flatMap(([id, table]) =>
    [id, ...Object.keys(table).map((option) => [id, option])].map((part) => [...path, 'points', ...[part].flat()]),
  );
  for (const [index, band] of bands.entries()) {
    const fault = bandFault(band.from, index === 0 ? undefined : bands[index - 1]?.from, total);
    const relies = index === 0 ? [] : [[...path, 'bands', index - 1, 'from'], ...points];
    if (fault !== undefined) report({ code: 'bad-bands', path: [...path, 'bands', index, 'from'], ...fault, relies });
  }
  return bands
    .map((band, index): DerivedFact['branches'][number] => {
      const atMost = (bands[index + 1]?.from ?? total + 1) - 1;
      return { value: band.value, when: { kind: 'sum', terms, atLeast: band.from, atMost } };
    })
    .slice(1)
    .toReversed();
}

function bandFault(
  from: number,
  before: number | undefined,
  total: number,
): { message: string; remedy: string } | undefined {
  if (before === undefined)
    return from === 0 ? undefined : { message: 'the first band does not start at 0', remedy: 'write `from: 0`' };
  if (from <= before) return { message: 'the band does not start above the one before', remedy: 'let `from` ascend' };
  return from > total ? { message: 'the band is out of reach', remedy: `at most ${total} can be counted` } : undefined;
}
