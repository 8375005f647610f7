/** The readings of one column: its texts, its numbers, bands of them, and lists of options. */

import type { Report } from '../documents/collect.ts';
import { type ClaimText, claimAll, createClaims } from './claim-texts.ts';
import { compileBands, compileRanges } from './compile-ranges.ts';
import { foldText } from './fold-text.ts';
import type { CellReading } from './mapping.ts';
import { noneTexts, optionTexts } from './option-texts.ts';
import { answerIds, gridOf, type ReadingPlace } from './reading-place.ts';
import { compileTextMap, optionKeys } from './text-map.ts';

/** Compiles a reading of one column whose form fits its question. */
export function compileCell(form: CellReading['kind'], place: ReadingPlace): CellReading {
  const claim = createClaims(place.scope, place.meanings);
  switch (form) {
    case 'values':
      return { kind: 'values', values: compileValues(place, claim) };
    case 'number':
      return { kind: 'number', grid: gridOf(place.question), ranges: compileRanges(place, claim) };
    case 'ranges':
      return { kind: 'ranges', ranges: compileRanges(place, claim) };
    case 'bands':
      return { kind: 'bands', bands: compileBands(place) };
    case 'list':
      return compileList(place, claim);
    default:
      return form satisfies never;
  }
}

function compileValues({ source, question, path, scope }: ReadingPlace, claim: ClaimText): ReadonlyMap<string, string> {
  const { values = 'options' } = source;
  if (values === 'options') return optionTexts(question);
  const known = optionKeys(answerIds(question));
  return compileTextMap(values, { path: [...path, 'values'], known, claim, report: scope.report });
}

function compileList(place: ReadingPlace, claimText: ClaimText): CellReading {
  const { source, question, path, scope } = place;
  const { list = ';', values = 'options', none, unsure } = source;
  const separator = list.toLowerCase();
  const claim: ClaimText = (text, at, what) => {
    if (foldText(text).includes(separator)) reportSeparated(at, scope.report);
    return claimText(text, at, what);
  };
  if (unsure !== undefined && isNeverMet(unsure, separator))
    reportSeparated({ path: [...path, 'unsure'] }, scope.report);
  const ownNone = values === 'options' ? noneTexts(question) : [];
  return {
    kind: 'list',
    options: answerIds(question),
    separator,
    none: new Set(Array.isArray(none) ? claimAll(claim, none, [...path, 'none'], 'none of these') : ownNone),
    values: compileValues(place, claim),
    unsure: unsure === undefined ? undefined : foldText(unsure),
  };
}

/** No entry has what stands between entries in it, nor blanks at its end. */
function isNeverMet(unsure: string, separator: string): boolean {
  const folded = foldText(unsure);
  return folded === '' || folded.includes(separator);
}

function reportSeparated(at: Parameters<ClaimText>[1], report: Report): void {
  report({
    code: 'wrong-value',
    ...at,
    message: 'the text holds what stands between the options, so that it is never met',
    remedy: 'take the separator out of it, or correct `list`',
  });
}
