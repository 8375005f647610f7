/** `worse:`, `unordered:` and `baseline:` → how the answers of a question compare, and that of an unremarkable caller. */

import { readWord } from '../conditions/fact-test.ts';
import type { FactKind, FactValue } from '../conditions/model.ts';
import { isOnGrid } from '../conditions/number-test.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { oneOf, suggest } from '../problems/did-you-mean.ts';
import type { Order } from './model.ts';
import { isMakeshift } from './question-kind.ts';
import type { QuestionSource } from './schema.ts';

/** The order of the answers of a question. */
export function compileOrder(source: QuestionSource, kind: FactKind, path: Path, report: Report): Order {
  if (kind.kind === 'unreadable') return { kind: 'not-scored' };
  const { worse, unordered } = source;
  if (worse !== undefined && unordered !== undefined) {
    report({
      code: 'stray-key',
      path: [...path, 'unordered'],
      part: 'key',
      message: 'a question with `worse` is not unordered',
      remedy: 'delete one of the two',
    });
  }
  if (worse !== undefined) return worseOrder(worse, kind, [...path, 'worse'], report);
  if (unordered !== undefined) return { kind: 'unordered', because: unordered };
  report({
    code: 'missing-order',
    path,
    message: 'the question has neither `worse` nor `unordered`',
    remedy: 'say which answers are worse, or why they cannot be compared',
    relies: [
      [...path, 'worse'],
      [...path, 'unordered'],
    ],
  });
  return { kind: 'unordered', because: '' };
}

type Worse = NonNullable<QuestionSource['worse']>;

function worseOrder(worse: Worse, kind: FactKind, path: Path, report: Report): Order {
  if (kind.kind === 'values' && typeof worse !== 'string') return rankedOrder(worse, kind.values, path, report);
  if (
    kind.kind === 'values' &&
    kind.values.includes('yes') &&
    kind.values.length === 2 &&
    (worse === 'yes' || worse === 'no')
  ) {
    const harmless = worse === 'yes' ? 'no' : 'yes';
    return {
      kind: 'ranks',
      ranks: new Map([
        [harmless, 0],
        [worse, 1],
      ]),
    };
  }
  if (kind.kind !== 'values' && (worse === 'more' || worse === 'less')) return { kind: worse };
  report({
    code: 'bad-order',
    path,
    message: 'this order does not fit the type of the question',
    remedy: fittingOrder(kind),
  });
  return { kind: 'unordered', because: '' };
}

function fittingOrder(kind: FactKind): string {
  if (kind.kind !== 'values') return 'write `more` or `less`';
  return kind.values.includes('yes') ? 'write `yes` or `no`' : 'list the options from harmless to grave';
}

function rankedOrder(worse: Exclude<Worse, string>, values: readonly string[], path: Path, report: Report): Order {
  if (values.length === 0) return { kind: 'unordered', because: '' }; // missing options were reported
  const ranks = new Map<string, number>();
  for (const { option, rank, place } of rankedOptions(worse)) {
    const here = [...path, ...place];
    if (!values.includes(option)) {
      report({
        code: 'unknown-option',
        path: here,
        message: `the question has no option \`${option}\``,
        remedy: suggest(option, values),
      });
    } else if (ranks.has(option)) {
      report({
        code: 'bad-order',
        path: here,
        message: `\`${option}\` stands twice in the order`,
        remedy: 'delete one of them',
      });
    } else ranks.set(option, rank);
  }
  const left = values.filter((value) => !ranks.has(value));
  if (left.length > 0)
    report({
      code: 'bad-order',
      path,
      message: `the order leaves out ${left.map((value) => `\`${value}\``).join(', ')}`,
      remedy: 'put every option in its place; an inner list holds equals',
    });
  return { kind: 'ranks', ranks };
}

interface RankedOption {
  readonly option: string;
  readonly rank: number;
  readonly place: Path;
}

function rankedOptions(worse: Exclude<Worse, string>): readonly RankedOption[] {
  return worse.flatMap((step, rank): readonly RankedOption[] =>
    typeof step === 'string'
      ? [{ option: step, rank, place: [rank] }]
      : step.map((option, index) => ({ option, rank, place: [rank, index] })),
  );
}

/** The answer of an unremarkable caller: as written, or else the most harmless one. */
export function compileBaseline(
  source: QuestionSource,
  kind: FactKind,
  order: Order,
  at: { readonly path: Path; readonly report: Report },
): FactValue | undefined {
  if (kind.kind === 'unreadable' || isMakeshift(kind)) return undefined;
  if (source.baseline !== undefined) return writtenBaseline(source.baseline, kind, [...at.path, 'baseline'], at.report);
  const harmless = mostHarmless(kind, order);
  if (harmless === undefined && source.worse === undefined && source.unordered !== undefined) {
    at.report({
      code: 'missing-baseline',
      path: at.path,
      message: 'an unordered question needs `baseline`',
      remedy: 'write the answer of an unremarkable caller',
      relies: [
        [...at.path, 'worse'],
        [...at.path, 'baseline'],
      ],
    });
  }
  return harmless;
}

function mostHarmless(kind: FactKind, order: Order): FactValue | undefined {
  if (order.kind === 'ranks') return [...order.ranks].find(([, rank]) => rank === 0)?.[0];
  if (order.kind !== 'more' && order.kind !== 'less') return undefined;
  if (kind.kind === 'number') return order.kind === 'more' ? kind.min : kind.max;
  if (kind.kind === 'options') return order.kind === 'more' ? [] : kind.options;
  return undefined;
}

type Baseline = NonNullable<QuestionSource['baseline']>;

function writtenBaseline(baseline: Baseline, kind: FactKind, path: Path, report: Report): FactValue {
  const wrong = (remedy: string | undefined): void =>
    report({ code: 'bad-baseline', path, message: 'the question does not accept this answer', remedy });
  if (kind.kind === 'number' && (typeof baseline !== 'number' || !isOnGrid(baseline, kind)))
    wrong(`numbers from ${kind.min} to ${kind.max} are possible`);
  if (
    kind.kind === 'options' &&
    (typeof baseline !== 'object' || baseline.some((option) => !kind.options.includes(option)))
  )
    wrong('write a list of options; `[]` is none of these');
  if (kind.kind === 'values') {
    const word = readWord(baseline, kind.values, path, report);
    if (word !== undefined && !kind.values.includes(word)) wrong(suggest(word, kind.values) ?? oneOf(kind.values));
  }
  return baseline;
}
