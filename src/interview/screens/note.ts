/** A note: what the counselor writes down about a question or about the call; in an emergency, what was done. */

import { onlyAllowedCharacters } from '../../documents/characters.ts';
import { LONGEST_TEXT } from '../../questionnaire/longest-text.ts';
import type { Dialogue } from '../dialogue-model.ts';
import type { CallEvent } from '../model.ts';
import type { Block, Field } from '../screen.ts';
import { emergencyBlocks } from './emergency-blocks.ts';
import { isInEmergency, laidOver, overlayCommands, overlaysOn, takenAway } from './overlay-moves.ts';
import { questionOf, shortForms } from './scripts.ts';
import type { Filled, Move, View } from './view.ts';

/** Under which name an unfinished note is kept: one for each question, for the call and for the panel; no question has such an id. */
function lineOf(dialogue: Dialogue): string {
  return isInEmergency(dialogue) ? 'overlay:log' : `overlay:note ${subject(dialogue) ?? ''}`;
}

/** Writes a note down at once, or opens the line for it. */
export function noteMove(dialogue: Dialogue, text: string | undefined): Move {
  const said = cleaned(text ?? '');
  return said === '' ? laidOver(dialogue, { kind: 'note' }) : written(dialogue, said);
}

/** The line for a note; Enter on an empty line leaves it. */
export function noteView(dialogue: Dialogue): View {
  const { emergency, screens } = dialogue.setting.words;
  const isEmergency = isInEmergency(dialogue);
  return {
    section: isEmergency ? dialogue.setting.texts.emergency.title : screens.note.section,
    isAlarm: isEmergency,
    isFresh: false,
    notices: [],
    blocks: isEmergency
      ? [...emergencyBlocks(dialogue), { kind: 'title', text: emergency.whatWasDone }]
      : [{ kind: 'title', text: screens.note.title }, ...aboutBlocks(dialogue)],
    field: noteField(dialogue, screens.note.none, lineOf(dialogue)),
    line: lineOf(dialogue),
    fill: (input) => fillNote(dialogue, input),
    commands: overlayCommands(dialogue),
  };
}

/** The line for a note of a name; `kept` is what Enter on an empty line stands for. */
export function noteField({ setting, typed: lines }: Dialogue, kept: string | undefined, line: string): Field {
  const hint = setting.words.fields.hints.text(LONGEST_TEXT);
  const typed = lines.get(line);
  return { kind: 'line', of: 'note', hint, kept, ...(typed === undefined ? {} : { typed }) };
}

/** What is wrong with a note; undefined where nothing is. */
export function noteFault({ setting }: Dialogue, text: string): string | undefined {
  return text.length > LONGEST_TEXT ? setting.words.screens.note.tooLong(LONGEST_TEXT) : undefined;
}

/** A typed line without the blanks around it, with one between words, and without characters that hide or reorder others. */
export function cleaned(text: string): string {
  return onlyAllowedCharacters(text.replace(/\s+/g, ' ')).trim();
}

function fillNote(dialogue: Dialogue, input: Filled): Move | undefined {
  if (input.kind === 'kept') return takenAway(dialogue);
  if (input.kind !== 'typed') return undefined;
  const text = cleaned(input.text);
  return text === '' ? takenAway(dialogue) : { ...takenAway(dialogue), ...written(dialogue, text) };
}

/** One that is too long stays on the line. */
function written(dialogue: Dialogue, text: string): Move {
  const fault = noteFault(dialogue, text);
  const { written: done } = dialogue.setting.words.screens.note;
  if (fault === undefined) return { events: [noteEvent(dialogue, text)], notices: [done] };
  const below = overlaysOn(dialogue).filter(({ kind }) => kind !== 'note');
  return { overlays: [...below, { kind: 'note' }], notices: [fault], typed: { line: lineOf(dialogue), text } };
}

function noteEvent(dialogue: Dialogue, text: string): CallEvent {
  if (isInEmergency(dialogue)) return { kind: 'panel-logged', done: text };
  const question = subject(dialogue);
  return question === undefined ? { kind: 'noted', text } : { kind: 'noted', question, text };
}

/** The question that a note belongs to. */
function subject({ state }: Dialogue): string | undefined {
  const { place } = state;
  return place.kind === 'question' || place.kind === 'safety-unknown' ? place.id : undefined;
}

function aboutBlocks(dialogue: Dialogue): readonly Block[] {
  const { aboutCall, about } = dialogue.setting.words.screens.note;
  const id = subject(dialogue);
  const question = id === undefined ? undefined : questionOf(dialogue, id);
  const earlier = dialogue.state.notes.filter((note) => note.question === id).map(({ text }) => text);
  return [
    { kind: 'text', text: question === undefined ? aboutCall : about(shortForms(dialogue)(question)) },
    ...(earlier.length === 0 ? [] : [{ kind: 'list' as const, items: earlier }]),
  ];
}
