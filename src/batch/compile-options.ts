/** Several columns that together answer a `choices` question. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { claimAll, createClaims } from './claim-texts.ts';
import { compileColumn, compileTest } from './compile-column.ts';
import type { ColumnNames, ColumnTest, FlagReading, OptionsReading } from './mapping.ts';
import { answerIds, type ReadingPlace } from './reading-place.ts';
import type { FlagSource, ReadingSource } from './schema.ts';
import { compileTextMap, optionKeys, reportUnknownKey } from './text-map.ts';

type FlagsSource = NonNullable<ReadingSource['flags']>[string];

/** Compiles `flags`: for each option a column, or several of which any can say yes. */
export function compileFlags(place: ReadingPlace): OptionsReading {
  const { source, question, path, scope } = place;
  const known = optionKeys(answerIds(question));
  const parts = new Map<string, readonly FlagReading[]>();
  for (const [id, flags] of Object.entries(source.flags ?? {})) {
    const here = [...path, 'flags', id];
    reportUnknownKey(id, known, here, scope.report);
    parts.set(id, compileParts(flags, here, place));
  }
  const { none } = source;
  return {
    kind: 'options',
    options: known.ids.map((option) => ({ option, parts: parts.get(option) ?? [] })),
    none: none === undefined || Array.isArray(none) ? undefined : compileFlag(none, [...path, 'none'], place),
    askedIf: compileAnsweredIf(place),
    namingAsks: true,
  };
}

function compileParts(flags: FlagsSource, path: Path, place: ReadingPlace): readonly FlagReading[] {
  if (!Array.isArray(flags)) return [compileFlag(flags, path, place)];
  return flags.map((flag, index) => compileFlag(flag, [...path, index], place));
}

function compileFlag({ column, yes, no }: FlagSource, path: Path, { meanings, scope }: ReadingPlace): FlagReading {
  const claim = createClaims(scope, meanings);
  return {
    column: compileColumn(column, [...path, 'column'], scope.report),
    yes: new Set(claimAll(claim, yes, [...path, 'yes'], '`yes`')),
    no: new Set(claimAll(claim, no ?? [], [...path, 'no'], '`no`')),
  };
}

/**
 * Compiles `columns`, each of which names one option or none. Options that none of them names are denied only where one says
 * "none": a list without an empty place may have had no room for them.
 */
export function compileColumns(place: ReadingPlace): OptionsReading {
  const { source, question, path, meanings, scope } = place;
  const claim = createClaims(scope, meanings);
  const known = optionKeys(answerIds(question));
  const codes = compileTextMap(source.codes ?? {}, { path: [...path, 'codes'], known, claim, report: scope.report });
  const noneCodes = Array.isArray(source.none) ? claimAll(claim, source.none, [...path, 'none'], 'none of these') : [];
  const columns = (source.columns ?? []).map((column, index) =>
    compileColumn(column, [...path, 'columns', index], scope.report),
  );
  reportRepeated(columns, [...path, 'columns'], scope.report);
  const partsOf = (option: string): readonly FlagReading[] => {
    const yes = new Set([...codes].flatMap(([text, id]) => (id === option ? [text] : [])));
    const no = new Set([...codes.keys(), ...noneCodes].filter((text) => !yes.has(text)));
    return columns.map((column) => ({ column, yes, no }));
  };
  return {
    kind: 'options',
    // An option without a code could not have been named, so that not being named says nothing of it.
    options: known.ids.map((option) => ({ option, parts: hasCode(codes, option) ? partsOf(option) : [] })),
    none: undefined,
    // In whatever column it stands: an empty place before an option is an empty place.
    askedIf: noneCodes.length === 0 ? [] : columns.map((column) => ({ column, values: new Set(noneCodes) })),
    namingAsks: false,
  };
}

/** Two places that are one column make a list look longer than it is. */
function reportRepeated(columns: readonly ColumnNames[], path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, names] of columns.entries()) {
    const folded = names.map((name) => name.toLowerCase());
    if (folded.some((name) => seen.has(name)))
      report({
        code: 'repeated-value',
        path: [...path, index],
        message: 'this column stands in the list already',
        remedy: 'name each column once; capitals make no difference',
      });
    for (const name of folded) seen.add(name);
  }
}

function hasCode(codes: ReadonlyMap<string, string>, option: string): boolean {
  return [...codes.values()].includes(option);
}

function compileAnsweredIf({ source, path, scope }: ReadingPlace): readonly ColumnTest[] {
  if (source.answered_if === undefined) return [];
  const { column, values } = source.answered_if;
  const here: Path = [...path, 'answered_if'];
  return [compileTest(column, values, { columnPath: [...here, 'column'], textsPath: [...here, 'values'], scope })];
}
