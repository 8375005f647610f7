/** The steps of a hand-off: what the program said, how it was asked, who said so, and what else is to be written down. */

import { HAND_OFF_OUTCOMES, HAND_OFF_WAYS, type HandOff } from '../../questionnaire/hand-off.ts';
import type { BegunHandOff, Dialogue } from '../dialogue-model.ts';
import { isRefusal, LONGEST_NAME } from '../hand-off.ts';
import { readDay } from '../read-typed.ts';
import type { Field } from '../screen.ts';
import { dialled, handOffFrame, programToTry } from './hand-off.ts';
import { cleaned, noteFault, noteField } from './note.ts';
import { laidOver } from './overlay-moves.ts';
import { choicesField, type Filled, type Move, type View } from './view.ts';

type Step = 'name' | 'day' | 'by' | 'note';

/** The name of a program that the referral does not have. */
export function handOffNameView(dialogue: Dialogue): View {
  const words = dialogue.setting.words.handOff;
  return lineView(dialogue, 'name', {
    title: words.otherName,
    kept: undefined,
    read: (text) =>
      nameMove(dialogue, 'name', text, () =>
        laidOver(dialogue, { kind: 'hand-off-outcome', handOff: { program: text } }),
      ),
  });
}

/** What the program said. */
export function handOffOutcomeView(dialogue: Dialogue, handOff: BegunHandOff): View {
  const words = dialogue.setting.words.handOff;
  return {
    ...handOffFrame(dialogue, [{ kind: 'title', text: words.whatSaid(handOff.program) }]),
    ...choicesField(
      HAND_OFF_OUTCOMES.map((outcome) => ({
        id: outcome,
        label: words.outcomes[outcome],
        move: laidOver(dialogue, { kind: 'hand-off-way', handOff: { ...handOff, outcome } }),
      })),
    ),
  };
}

/** How it was asked; an appointment has a day. */
export function handOffWayView(dialogue: Dialogue, handOff: BegunHandOff): View {
  const words = dialogue.setting.words.handOff;
  return {
    ...handOffFrame(dialogue, [{ kind: 'title', text: words.how }]),
    ...choicesField(
      HAND_OFF_WAYS.map((how) => ({
        id: how,
        label: words.ways[how],
        move: laidOver(dialogue, {
          kind: how === 'appointment' ? 'hand-off-day' : 'hand-off-by',
          handOff: { ...handOff, how },
        }),
      })),
    ),
  };
}

/** The day of the appointment. */
export function handOffDayView(dialogue: Dialogue, handOff: BegunHandOff): View {
  const { today, words } = dialogue.setting;
  const next = (appointment?: string): Move =>
    laidOver(dialogue, {
      kind: 'hand-off-by',
      handOff: appointment === undefined ? handOff : { ...handOff, appointment },
    });
  return lineView(dialogue, 'day', {
    title: words.handOff.whenSeen,
    kept: words.handOff.noDay,
    read: (text) => {
      const read = readDay(text, { today, words: words.fields });
      return 'value' in read ? next(read.value) : refused('day', read.notice, text);
    },
    skip: () => next(),
  });
}

/** Who at the program said so; of one that accepted it has to be known. */
export function handOffByView(dialogue: Dialogue, handOff: BegunHandOff): View {
  const words = dialogue.setting.words.handOff;
  const isNeeded = handOff.outcome === 'accepted';
  const next = (by?: string): Move =>
    laidOver(dialogue, { kind: 'hand-off-note', handOff: by === undefined ? handOff : { ...handOff, by } });
  return lineView(dialogue, 'by', {
    title: isNeeded ? words.who : words.whoSpoke,
    kept: isNeeded ? undefined : words.nobody,
    read: (text) => nameMove(dialogue, 'by', text, () => next(text)),
    ...(isNeeded ? {} : { skip: () => next() }),
  });
}

/** What else is to be said; then it is recorded. */
export function handOffNoteView(dialogue: Dialogue, handOff: BegunHandOff): View {
  const { handOff: words, screens } = dialogue.setting.words;
  return lineView(dialogue, 'note', {
    title: words.note,
    kept: screens.note.none,
    read: (text) => {
      const fault = noteFault(dialogue, text);
      return fault === undefined ? recorded(dialogue, handOff, text) : refused('note', fault, text);
    },
    skip: () => recorded(dialogue, handOff, undefined),
  });
}

interface LineStep {
  readonly title: string;
  /** What Enter on an empty line stands for. */
  readonly kept: string | undefined;
  readonly read: (text: string) => Move;
  /** What Enter on an empty line does; left out where something has to be typed. */
  readonly skip?: () => Move;
}

function lineView(dialogue: Dialogue, step: Step, { title, kept, read, skip }: LineStep): View {
  return {
    ...handOffFrame(dialogue, [{ kind: 'title', text: title }]),
    field: fieldOf(dialogue, step, kept),
    line: lineOf(step),
    fill: (input) => fillStep(input, read, skip),
  };
}

function fillStep(input: Filled, read: LineStep['read'], skip: LineStep['skip']): Move | undefined {
  if (input.kind === 'kept') return skip?.();
  if (input.kind !== 'typed') return undefined;
  const text = cleaned(input.text);
  return text === '' && skip !== undefined ? skip() : read(text);
}

function fieldOf(dialogue: Dialogue, step: Step, kept: string | undefined): Field {
  if (step === 'note') return noteField(dialogue, kept, lineOf(step));
  const { words } = dialogue.setting;
  const text = dialogue.typed.get(lineOf(step));
  return {
    kind: 'line',
    of: step === 'day' ? 'date' : 'text',
    hint: step === 'day' ? words.fields.hints.date : words.handOff.nameHint(LONGEST_NAME),
    kept,
    ...(text === undefined ? {} : { typed: text }),
  };
}

/** Under which name an unfinished line is kept; no question has such an id. */
function lineOf(step: Step): string {
  return `overlay:hand-off ${step}`;
}

function nameMove({ setting }: Dialogue, step: Step, text: string, go: () => Move): Move {
  const words = setting.words.handOff;
  if (text === '') return refused(step, words.needsName, text);
  return text.length > LONGEST_NAME ? refused(step, words.tooLong(LONGEST_NAME), text) : go();
}

function refused(step: Step, notice: string, text: string): Move {
  return { notices: [notice], typed: { line: lineOf(step), text } };
}

/** What was said is in the journal; where the program does not take the caller, the next one is named at once. */
function recorded(dialogue: Dialogue, begun: BegunHandOff, note: string | undefined): Move {
  const words = dialogue.setting.words.handOff;
  const { outcome, how } = begun;
  if (outcome === undefined || how === undefined) return {};
  const handOff: HandOff = { ...begun, outcome, how, ...(note === undefined ? {} : { note }) };
  const said = words.recorded(handOff.program, words.outcomes[outcome]);
  return {
    events: [{ kind: 'handed-off', handOff }],
    overlays: [],
    notices: [said, ...(isRefusal(handOff) ? [whatNext(dialogue, handOff)] : [])],
  };
}

function whatNext(dialogue: Dialogue, { programId }: HandOff): string {
  const words = dialogue.setting.words.handOff;
  const next = programToTry(dialogue, programId);
  return next === undefined ? words.noneLeft : words.next(dialled(next));
}
