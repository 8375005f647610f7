/** A field between two keys: how it begins, and what of it is shown. */

import { isSearched, NONE_ID, NONE_KEY, optionKey } from './field-options.ts';
import { searchOptions } from './field-search.ts';
import type { Field, FieldOption, FieldRow, FieldState, FieldView } from './screen.ts';
import { callWordsIn, type Words } from './words/words.ts';

type OneField = Extract<Field, { kind: 'one' }>;
type SomeField = Extract<Field, { kind: 'some' }>;

/**
 * A field as nobody has touched it: nothing chosen; only an earlier reply with several answers shows its ticks, and a line
 * that was not accepted is there to be corrected.
 */
export function startField(field: Field): FieldState {
  const kept = field.kind === 'some' ? field.kept : undefined;
  const typed = field.kind === 'line' ? (field.typed ?? '') : '';
  return {
    typed,
    caret: [...typed].length,
    marked: undefined,
    ticked: new Set(kept?.ids),
    unsure: new Set(kept?.unsure),
    isNone: kept !== undefined && kept.ids.length === 0 && kept.unsure.length === 0,
    complaint: undefined,
  };
}

/** A field that was left as it was filled in. */
export interface LeftField {
  readonly field: Field;
  readonly state: FieldState;
}

/** A field as far as it was filled in before it was put into another language; untouched where it is another one. */
export function carriedOver(field: Field, left: LeftField): FieldState {
  const isSame = JSON.stringify(whatIsAsked(field)) === JSON.stringify(whatIsAsked(left.field));
  return isSame ? { ...left.state, complaint: undefined } : startField(field);
}

/** What of a field is the same in every language. */
function whatIsAsked(field: Field): readonly string[] {
  return field.kind === 'line' ? ['line', field.of] : [field.kind, ...field.options.map(({ id }) => id)];
}

/** Whether Enter leaves the earlier reply standing. */
export function doesKeep(field: Field, state: FieldState): boolean {
  if (field.kept === undefined) return false;
  if (field.kind === 'line') return state.typed.trim() === '';
  if (field.kind === 'one') return state.marked === undefined && state.typed === '';
  const start = startField(field);
  return sameIds(start.ticked, state.ticked) && sameIds(start.unsure, state.unsure) && start.isNone === state.isNone;
}

/** The ids that the marker can stand on, from top to bottom. */
export function markableIds(field: Field, state: FieldState): readonly string[] {
  if (field.kind === 'line') return [];
  const ids = shownOptions(field, state).map(({ id }) => id);
  return field.kind === 'some' ? [...ids, NONE_ID] : ids;
}

/** What a field shows, in a language. */
export function fieldView(field: Field, state: FieldState, language: string): FieldView {
  const { fields } = callWordsIn(language);
  return {
    rows: rowsOf(field, state),
    line: field.kind === 'line' || isSearched(field) ? aroundCaret(state) : undefined,
    hint: hintOf(field, fields.hints),
    kept: doesKeep(field, state) ? keptText(field, fields) : undefined,
    complaint: state.complaint,
  };
}

function shownOptions(field: OneField | SomeField, state: FieldState): readonly FieldOption[] {
  return isSearched(field) ? searchOptions(field.options, state.typed).options : field.options;
}

function rowsOf(field: Field, state: FieldState): readonly FieldRow[] {
  if (field.kind === 'line') return [];
  if (field.kind === 'some') return [...someRows(field, state), noneRow(field, state)];
  return shownOptions(field, state).map((option, index) => ({
    ...rowOf(option, state),
    key: isSearched(field) ? '' : optionKey(index),
    box: option.id === field.kept ? 'chosen' : 'none',
  }));
}

function someRows(field: SomeField, state: FieldState): readonly FieldRow[] {
  return field.options.map((option, index) => ({
    ...rowOf(option, state),
    key: optionKey(index),
    box: state.ticked.has(option.id) ? 'ticked' : state.unsure.has(option.id) ? 'unsure' : 'empty',
  }));
}

function noneRow(field: SomeField, state: FieldState): FieldRow {
  return {
    key: NONE_KEY,
    box: state.isNone ? 'ticked' : 'empty',
    label: field.none,
    detail: undefined,
    heading: undefined,
    isMarked: state.marked === NONE_ID,
  };
}

function rowOf(option: FieldOption, state: FieldState): Omit<FieldRow, 'key' | 'box'> {
  const { label, detail, heading } = option;
  return { label, detail, heading, isMarked: option.id === state.marked };
}

function aroundCaret({ typed, caret }: FieldState): { readonly before: string; readonly after: string } {
  const points = [...typed];
  return { before: points.slice(0, caret).join(''), after: points.slice(caret).join('') };
}

function hintOf(field: Field, hints: Words['fields']['hints']): string {
  if (field.kind === 'line') return field.hint;
  if (field.kind === 'some') return hints.some;
  return isSearched(field) ? hints.searched : hints.one;
}

function keptText(field: Field, words: Words['fields']): string | undefined {
  if (field.kind === 'line') return field.kept;
  const label = (id: string): string => field.options.find((option) => option.id === id)?.label ?? id;
  if (field.kind === 'one') return field.kept === undefined ? undefined : label(field.kept);
  const { ids = [], unsure = [] } = field.kept ?? {};
  const labels = [...ids.map(label), ...unsure.map((id) => words.ofOption(label(id)))];
  return labels.length === 0 ? field.none : labels.join(', ');
}

function sameIds(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((id) => right.has(id));
}
