/** Runs a dialogue through before anybody answers: code that has never run is ten times as slow. */

import { respond, screenOf } from './dialogue.ts';
import type { Dialogue } from './dialogue-model.ts';
import type { Input, Screen } from './screen.ts';

/** More screens than a call has. */
const MOST = 120;

/**
 * Goes on from where a dialogue stands, a screen each time that it is asked for more, until the call would be over. Nothing of it
 * is kept: a dialogue is never changed. `now` is in milliseconds since 1970.
 */
export function* rehearse(start: Dialogue, now: number): Generator<Screen, undefined> {
  let dialogue = start;
  for (let count = 0; count < MOST; count++) {
    const screen = screenOf(dialogue, now);
    yield screen;
    const turn = respond(dialogue, likelyInput(screen), now);
    if (screen.isAlarm || turn.leave !== undefined) return;
    const isTaken = turn.events.length > 0;
    dialogue = isTaken ? turn.dialogue : respond(dialogue, DECLINED, now).dialogue;
  }
}

const DECLINED: Input = { kind: 'command', command: 'declined' };

/** What most callers say to most questions: no, none of these, the first of several; for a line, what may be an age. */
function likelyInput({ field }: Screen): Input {
  switch (field.kind) {
    case 'one':
      return { kind: 'chose', id: (field.options.find(({ id }) => id === 'no') ?? field.options[0])?.id ?? '' };
    case 'some':
      return { kind: 'ticked', ids: [], unsure: [] };
    case 'line':
      return { kind: 'typed', text: '35' };
    default:
      return field satisfies never;
  }
}
