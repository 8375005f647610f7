/** The worked cases of the questionnaire that a site extends hold for the site's policies as well. */

import { collect, type Draft, type Report } from '../documents/collect.ts';
import { composedDocument, type Origin } from '../documents/composed.ts';
import type { Document, Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Heirs } from './heirs.ts';
import type { CaseSource, CasesSource } from './schema.ts';

/** The site that takes cases over. */
export interface Inheritor {
  /** The id of its questionnaire. */
  readonly questionnaire: string;
  /** Its policies that extend one for which something is expected. */
  readonly heirs: Heirs;
  /** The questions that it leaves out: nobody answers them. */
  readonly without: readonly string[];
}

type ExpectationSource = CaseSource['expect'][number];

/**
 * The cases of both. What is expected of a policy is expected of each policy of the site that extends it, unless the site has a
 * case that stands in for this one. A rule that stands in for another is expected in its place.
 */
export function inheritCases(
  own: Document<CasesSource> | undefined,
  base: Document<CasesSource>,
  inheritor: Inheritor,
): Draft<Document<CasesSource>> {
  const main = own ?? base;
  const { report, problems } = collect(main);
  const added = own?.value.cases ?? [];
  checkReplaced(added, base.value.cases, report);
  const settled = new Set(added.map(({ replaces }) => replaces));
  const parts = base.value.cases.map((one, index) =>
    inherited(one, ['cases', index], { ...inheritor, heirs: settled.has(one.id) ? NONE : inheritor.heirs }),
  );
  const origins: readonly Origin[] = [
    ...parts.flatMap(({ expect }, index) => [
      { path: ['cases', index], document: base, at: ['cases', index] },
      ...expect.map((at, place): Origin => ({ path: ['cases', index, 'expect', place], document: base, at })),
    ]),
    ...added.map(
      (_, index): Origin => ({ path: ['cases', parts.length + index], document: main, at: ['cases', index] }),
    ),
  ];
  const value: CasesSource = {
    format: base.value.format,
    questionnaire: own?.value.questionnaire ?? inheritor.questionnaire,
    cases: [...parts.map(({ value: one }) => one), ...added.map(({ replaces: _, ...one }) => one)],
  };
  return { value: composedDocument(main, value, origins), problems };
}

const NONE: Heirs = new Map();

function checkReplaced(added: readonly CaseSource[], base: readonly CaseSource[], report: Report): void {
  const known = base.map(({ id }) => id);
  for (const [index, { replaces }] of added.entries()) {
    if (replaces === undefined || known.includes(replaces)) continue;
    report({
      code: 'unknown-extended',
      path: ['cases', index, 'replaces'],
      message: `the questionnaire that is extended has no case \`${replaces}\``,
      remedy: suggest(replaces, known),
    });
  }
}

interface InheritedCase {
  readonly value: CaseSource;
  /** Where each expectation was written. */
  readonly expect: readonly Path[];
}

function inherited(
  source: CaseSource,
  path: Path,
  { heirs, without }: Pick<Inheritor, 'heirs' | 'without'>,
): InheritedCase {
  const expected = source.expect.flatMap((one, place) =>
    [one, ...forHeirs(one, heirs)]
      .map((value) => asking(value, without))
      .filter((value) => Object.keys(value).length > 1)
      .map((value) => ({ value, at: [...path, 'expect', place] })),
  );
  const isKept = (reference: string): boolean => !without.includes(reference.split('.')[0] ?? '');
  const { answers, unsure, declined, without: taken } = source;
  return {
    value: {
      ...source,
      ...(answers && { answers: Object.fromEntries(Object.entries(answers).filter(([id]) => isKept(id))) }),
      ...(unsure && { unsure: unsure.filter(isKept) }),
      ...(declined && { declined: declined.filter(isKept) }),
      ...(taken && { without: taken.filter(isKept) }),
      expect: expected.map(({ value }) => value),
    },
    expect: expected.map(({ at }) => at),
  };
}

function forHeirs(expected: ExpectationSource, heirs: Heirs): readonly ExpectationSource[] {
  const all = expected.policies.flatMap((policy) => heirs.get(policy) ?? []);
  const once = [...new Map(all.map((heir) => [heir.id, heir])).values()];
  return once.map(({ id, replaced }) => {
    const named = (rules: readonly string[]): string[] => rules.map((rule) => replaced.get(rule) ?? rule);
    const { deciding, holds } = expected;
    return {
      ...expected,
      policies: [id],
      ...(deciding && { deciding: named(deciding) }),
      ...(holds && { holds: named(holds) }),
    };
  });
}

/** A question that is left out is put to nobody; where nothing else was expected of it, nothing is left to be expected. */
function asking({ asked, not_asked, ...expected }: ExpectationSource, without: readonly string[]): ExpectationSource {
  const left = [asked, not_asked].map((ids) => ids?.filter((id) => !without.includes(id)) ?? []);
  const [stillAsked = [], stillNot = []] = left;
  return {
    ...expected,
    ...(stillAsked.length > 0 && { asked: stillAsked }),
    ...(stillNot.length > 0 && { not_asked: stillNot }),
  };
}
