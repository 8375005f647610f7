/**
 * Keys at random. Inquirer and a terminal would take long for thousands of keys; so most runs press them on the
 * fields alone, which is what the terminal does with each key, and some runs go through the terminal and must come to the
 * same journal and the same screen.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDesk } from '../../src/cli/call-desk.ts';
import { performCall } from '../../src/cli/call-loop.ts';
import { callWordsFor } from '../../src/cli/call-words.ts';
import { createRecorder } from '../../src/cli/recorder.ts';
import { startCall } from '../../src/interview/call.ts';
import { screenOf, startDialogue } from '../../src/interview/dialogue.ts';
import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import { FIELD_RULES } from '../../src/interview/field-keys.ts';
import { headerLine } from '../../src/interview/journal.ts';
import { keysIn } from '../../src/interview/keys.ts';
import type { CallEvent, CallState } from '../../src/interview/model.ts';
import { readJournal } from '../../src/interview/read-journal.ts';
import type { FieldState, Screen } from '../../src/interview/screen.ts';
import { transition } from '../../src/interview/transition.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import type { CallConsole } from '../../src/io/call-console.ts';
import { decodeKeys } from '../../src/io/key-decoder.ts';
import { PLAIN } from '../../src/io/palette.ts';
import { visible } from '../../src/io/visible.ts';
import { callScreen } from '../../src/render/call-screen.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { HEADER } from '../interview/journals.ts';
import { ctrl, KEY, openVirtualTerminal, paste } from '../io/virtual-terminal.ts';
import { callerOf, content } from './callers.ts';
import { CALL, eventsOf } from './events.ts';
import { calm, ESCAPE, SMALL, TODAY } from './take-call.ts';

/** Calls that a run may find half taken. */
const BEGINNINGS = ['moderate-drinker', 'fentanyl-daily', 'thoughts-of-suicide', 'half-unsure'].map((id) =>
  eventsOf(callerOf(id)),
);

const KEYS_TYPED: fc.Arbitrary<string> = fc.oneof(
  { weight: 27, arbitrary: fc.constant(KEY.enter) },
  { weight: 30, arbitrary: fc.constantFrom('0', '1', '2', '3', '4', '5', '7', '9', 'a', 'y', 'n') },
  { weight: 12, arbitrary: fc.constantFrom(...['e', 'p', 'u', 'r', 'o', 'g', 'k'].map(ctrl), ESCAPE) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(KEY.up, KEY.down, KEY.home, KEY.end, '\u001b[6~', KEY.left, KEY.backspace, KEY.delete),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '?',
      ' ',
      '!',
      '/',
      '-',
      'é',
      '😀',
      '\u0301',
      KEY.tab,
      '\u001b[99~',
      ctrl('l'),
      ctrl('y'),
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(paste('two\nlines'), paste('12'), paste('')) },
  { weight: 1, arbitrary: fc.constantFrom(ctrl('c'), ctrl('d')) },
);

interface Run {
  readonly beginning: ReturnType<typeof eventsOf>;
  readonly keys: readonly string[];
}

const RUNS: fc.Arbitrary<Run> = fc
  .record({
    caller: fc.constantFrom(...BEGINNINGS),
    share: fc.constantFrom(0, 0.1, 0.2, 0.35, 0.6, 0.9, 1),
    keys: fc.array(KEYS_TYPED, { minLength: 120, maxLength: 120 }),
    pressed: fc.constantFrom(12, 120, 120), // many keys lead away from the review, through the panel, and back to its questions
  })
  .map(({ caller, share, keys, pressed }) => ({
    beginning: caller.slice(0, Math.round(caller.length * share)),
    keys: keys.slice(0, pressed),
  }));

/** What performs a call until its keys are used up; then it is broken off. */
interface Hands extends CallConsole {
  readonly isDone: () => boolean;
}

/** A screen, and how far its field is filled in. */
interface Shown {
  readonly screen: Screen;
  readonly field: FieldState;
}

/** Presses keys on each field as the terminal does, and knows what is shown. */
function bareHands(typed: readonly string[]): Hands & { readonly shown: () => Shown } {
  const keys = typed.flatMap((key) => decodeKeys(key).keys);
  let shown: Shown | undefined;
  return {
    show: async (screen) => {
      let field = FIELD_RULES.startField(screen.field);
      if (keys.length % 5 === 0) rowsOf({ screen, field }); // laying out every one would take half of the time
      for (;;) {
        shown = { screen, field };
        const key = keys.shift();
        if (key === undefined) return { kind: 'interrupted' };
        const next = FIELD_RULES.pressed(screen, field, key);
        if ('kind' in next) return next;
        field = next;
      }
    },
    flash: () => {},
    close: () => {},
    isDone: () => keys.length === 0,
    shown: () => shown ?? expect.fail('nothing was shown'),
  };
}

/** The rows of a screen, which are never too many. */
function rowsOf({ screen, field }: Shown): readonly string[] {
  const { language } = screen;
  const view = FIELD_RULES.fieldView(screen.field, field, language);
  const { paint } = PLAIN;
  const rows = callScreen({
    screen,
    field: view,
    ...SMALL,
    paint,
    keys: keysIn(language),
    words: callWordsIn(language).frame,
    spell: visible,
  }).split('\n');
  expect(rows.length).toBeLessThanOrEqual(SMALL.rows);
  return rows.map((row) => row.trimEnd());
}

/** Types each key at a terminal once the one before has done its work. */
function terminalHands(typed: readonly string[]): {
  readonly open: () => Promise<Hands>;
  readonly rows: () => readonly string[];
} {
  const keys = [...typed];
  let rows: readonly string[] = [];
  const open = async (): Promise<Hands> => {
    const terminal = openVirtualTerminal(SMALL);
    const desk = await openDesk({ color: false, isExample: false }, terminal);
    let isLeft = false;
    const typeAll = async (): Promise<void> => {
      await calm(terminal.writes);
      for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
        terminal.type(key);
        await calm(terminal.writes);
        if (isLeft) return;
        rows = terminal.screen();
      }
      terminal.hangUp();
    };
    void typeAll();
    const close = (): void => {
      isLeft = true;
      desk.close();
    };
    return { ...desk, close, isDone: () => keys.length === 0 };
  };
  return { open, rows: () => rows };
}

interface Played {
  readonly dialogue: Dialogue;
  readonly journal: string;
  /** The state by what the journal says happened since the beginning. */
  readonly replayed: CallState;
}

const SETTING = { call: CALL, textsIn: callWordsFor(content), today: TODAY, clock: () => '10:00' };

/** Takes a call with these hands, and takes it up again wherever it is left, until the keys are used up. */
async function played(beginning: Run['beginning'], open: () => Promise<Hands>): Promise<Played> {
  const lines: string[] = [];
  const recorder = createRecorder(0, { append: (text) => void lines.push(text) });
  const start = beginning.at(-1)?.after ?? START;
  const now = (): number => beginning.length;
  let state = start;
  for (;;) {
    const desk = await open();
    const left = await performCall(startDialogue({ ...SETTING, state }), { desk, recorder, now });
    desk.close();
    if (desk.isDone()) {
      const journal = headerLine(HEADER) + lines.join('');
      return { dialogue: left.dialogue, journal, replayed: replayedFrom(start, journal) };
    }
    recorder.record([RESUMED], now());
    [state] = transition(CALL, left.dialogue.state, RESUMED, now());
  }
}

function replayedFrom(start: CallState, journal: string): CallState {
  const { entries } = valueIn(readJournal(journal, 'journal'));
  return entries.reduce((state, { event, at }) => transition(CALL, state, event, at)[0], start);
}

const START = startCall(CALL, 0);
const RESUMED: CallEvent = { kind: 'resumed' };

/** The screen of a state and nothing else: nothing lies over it, nothing was typed, nothing has just happened. */
function bareScreen(state: CallState): Screen {
  return screenOf(startDialogue({ ...SETTING, state }), state.lastAt);
}

test('thousands of keys at random: no call breaks or hangs, and each journal tells the state on screen', async () => {
  const places = new Set<string>();
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(RUNS, async ({ beginning, keys }) => {
      const hands = bareHands(keys);
      const { dialogue, replayed: state } = await played(beginning, async () => hands);
      expect(state).toEqual(dialogue.state);
      places.add(state.isPanelOpen ? 'panel' : state.place.kind);
      const { blocks, isAlarm, commands } = hands.shown().screen;
      const { overlays, panelOverlays, reworded } = dialogue;
      const isCovered = (state.isPanelOpen ? panelOverlays : overlays).length > 0 || reworded !== undefined;
      if (isCovered || state.place.kind === 'over') return;
      const told = bareScreen(state);
      expect({ blocks, isAlarm, commands }).toEqual({
        blocks: told.blocks,
        isAlarm: told.isAlarm,
        commands: told.commands,
      });
      compared += 1;
    }),
    { numRuns: 60, seed: 20261122 },
  );
  expect([...places]).toEqual(expect.arrayContaining(['question', 'safety-unknown', 'stopped', 'panel', 'review']));
  expect(compared).toBeGreaterThan(20);
}, 60_000);

test('at a terminal the same keys come to the same journal and the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(RUNS, async ({ beginning, keys }) => {
      const [bare, terminal] = [bareHands(keys), terminalHands(keys)];
      const expected = await played(beginning, async () => bare);
      const { journal } = await played(beginning, terminal.open);
      expect(journal).toBe(expected.journal);
      const rows = rowsOf(bare.shown());
      expect(terminal.rows().slice(0, rows.length)).toEqual(rows);
    }),
    { numRuns: 8, seed: 20261123 },
  );
}, 60_000);
