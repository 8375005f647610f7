/** What keys do to options: move the marker, choose, tick, call unsure, search. */

import { markableIds } from './field.ts';
import { NONE_ID, NONE_KEY, optionOfKey } from './field-options.ts';
import { searchOptions } from './field-search.ts';
import type { Key } from './keys.ts';
import { type Complaints, complain, editedLine, isText } from './line-keys.ts';
import type { Field, FieldState } from './screen.ts';

type OneField = Extract<Field, { kind: 'one' }>;
type SomeField = Extract<Field, { kind: 'some' }>;

const PAGE = 10; // options that a page key passes over

/** What a key makes of a list whose options have a key each. */
export function pressedInList(field: OneField, state: FieldState, key: Key, complaints: Complaints): FieldState {
  if (!isText(key)) return moved(field, state, key.name, complaints);
  const option = optionOfKey(field.options, key.sequence);
  return option === undefined ? complain(state, complaints.noSuchKey) : { ...state, marked: option.id };
}

/** What a key makes of a list that is searched. */
export function pressedInSearch(field: OneField, state: FieldState, key: Key, complaints: Complaints): FieldState {
  const edited = key.name === 'home' || key.name === 'end' ? undefined : editedLine(state, key, complaints);
  if (edited === undefined) return moved(field, state, key.name, complaints);
  if (edited.typed === state.typed) return edited;
  return { ...edited, marked: searchOptions(field.options, edited.typed).sure?.id };
}

/** What a key makes of a field of several answers. */
export function pressedInBoxes(field: SomeField, state: FieldState, key: Key, complaints: Complaints): FieldState {
  if (!isText(key)) return moved(field, state, key.name, complaints);
  if (key.sequence === NONE_KEY) return toggled({ ...state, marked: NONE_ID }, NONE_ID);
  if (key.sequence === ' ' || key.sequence === '?') return toggledAtMarker(state, key.sequence, complaints);
  const option = optionOfKey(field.options, key.sequence);
  return option === undefined
    ? complain(state, complaints.noSuchKey)
    : toggled({ ...state, marked: option.id }, option.id);
}

function toggledAtMarker(state: FieldState, character: ' ' | '?', complaints: Complaints): FieldState {
  const { marked } = state;
  if (marked === undefined) return complain(state, complaints.goToOption);
  if (character === ' ') return toggled(state, marked);
  if (marked === NONE_ID) return complain(state, complaints.unsureOfOne);
  const unsure = changed(state.unsure, marked, !state.unsure.has(marked));
  return { ...state, unsure, ticked: changed(state.ticked, marked, false), isNone: false };
}

function toggled(state: FieldState, id: string): FieldState {
  if (id === NONE_ID) return { ...state, isNone: !state.isNone, ticked: new Set(), unsure: new Set() };
  return {
    ...state,
    ticked: changed(state.ticked, id, !state.ticked.has(id)),
    unsure: changed(state.unsure, id, false),
    isNone: false,
  };
}

/** The marker goes up or down; before the first move it stands at the earlier reply or above the list. */
function moved(field: OneField | SomeField, state: FieldState, key: string, complaints: Complaints): FieldState {
  const ids = markableIds(field, state);
  const from = state.marked ?? (field.kind === 'one' ? field.kept : undefined);
  const place = from === undefined ? -1 : ids.indexOf(from);
  const to = destination(key, place, ids.length);
  const marked = to === undefined ? state.marked : ids[Math.min(Math.max(to, 0), ids.length - 1)];
  return key === 'paste' ? complain(state, complaints.pressKey) : { ...state, marked };
}

/** `place` is -1 where nothing is marked: from there up leads to the last option. */
function destination(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'up':
      return place === -1 ? count - 1 : place - 1;
    case 'down':
      return place + 1;
    case 'pageup':
      return place - PAGE;
    case 'pagedown':
      return place + PAGE;
    case 'home':
      return 0;
    case 'end':
      return count - 1;
    default:
      return undefined;
  }
}

function changed(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
