/** A call at a terminal: whole screens, one key at a time. */

import type { FieldRules } from '../interview/field-keys.ts';
import type { FieldView, Input, Screen } from '../interview/screen.ts';
import type { CallConsole } from './call-console.ts';
import { listenToSignals } from './call-signals.ts';
import { endWithWindow } from './closed-window.ts';
import { createFieldPrompt, type PromptEvents } from './field-prompt.ts';
import { type KeyInput, openKeyboard } from './keyboard.ts';
import { type ScreenOutput, terminalModes } from './terminal-modes.ts';

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

export interface TerminalParts {
  /** Standard input, which is a terminal. */
  readonly input: KeyInput;
  /** Standard error: results go elsewhere. */
  readonly output: ScreenOutput;
  /** Lays a screen out in at most `rows` lines of at most `columns` cells. */
  readonly layout: (screen: Screen, field: FieldView, size: ScreenSize) => string;
  /** The palette's: lets nothing reach the terminal that does not show. */
  readonly finish: (text: string) => string;
  readonly fields: FieldRules;
}

/** What a terminal that does not tell its size is taken for. */
const USUAL_SIZE: ScreenSize = { columns: 80, rows: 24 };

const INTERRUPTED: Input = { kind: 'interrupted' };

/** Takes the terminal over, until closed. */
export function createTerminalConsole({ input, output, layout, finish, fields }: TerminalParts): CallConsole {
  const modes = terminalModes(input, output);
  let isOver = false; // cut off, or closed
  let events: PromptEvents | undefined;

  const write = (text: string): void => {
    if (modes.isEntered()) output.write(text);
  };
  const frame = (screen: Screen, field: FieldView): string => {
    const size = sizeOf(output);
    return drawnFromTop(finish(layout(screen, field, size)).split('\n'), size.rows);
  };
  const redraw = (): void => events?.redraw();
  const cutOff = (): void => {
    isOver = true;
    events?.interrupt();
  };
  let isLost = false;
  const lost = (): void => {
    if (!isLost && input === process.stdin) endWithWindow(); // what stands in for it can be given back
    isLost = true;
    cutOff();
  };
  const takeOver = (): void => {
    if (isOver) return;
    modes.enter();
    redraw();
  };

  const signals = listenToSignals({ end: cutOff, hangUp: lost, giveBack: modes.leave, takeOver });
  const keyboard = openKeyboard(input, (key) => {
    const isStop = key.ctrl && key.name === 'z';
    if (isStop) signals.stop();
    return isStop;
  });
  const attach = (screen: Screen, promptEvents: PromptEvents): (() => void) => {
    let isAttached = true;
    let release: (() => void) | undefined;
    const listen = (): void => {
      if (!isAttached) return;
      release = keyboard.listen((press) => (press === 'ended' ? lost() : promptEvents.press(press)));
    };
    events = promptEvents;
    if (screen.isFresh) void keyboard.forget(fields.isUrgent).then(listen);
    else listen();
    return () => {
      isAttached = false;
      events = undefined;
      release?.();
    };
  };
  const ask = createFieldPrompt({ fields, frame, attach, write });
  output.on('error', lost); // EIO: the terminal is gone
  output.on('resize', redraw);
  modes.enter();

  return {
    show: async (screen) => (isOver ? INTERRUPTED : ask(screen)),
    flash: (screen) =>
      write(frame(screen, fields.fieldView(screen.field, fields.startField(screen.field), screen.language))),
    close: () => {
      isOver = true;
      keyboard.close();
      signals.close();
      output.off('resize', redraw);
      modes.leave();
    },
  };
}

/** One write's worth: every row in its place, and nothing where there is none. */
function drawnFromTop(lines: readonly string[], rows: number): string {
  const drawn = Array.from({ length: rows }, (_, row) => `\u001b[${row + 1}H\u001b[2K${lines[row] ?? ''}`);
  return `${drawn.join('')}\u001b[H`;
}

/** A terminal may say that it has no rows or no columns, and mean that it does not know. */
function sizeOf({ columns, rows }: ScreenOutput): ScreenSize {
  return { columns: columns || USUAL_SIZE.columns, rows: rows || USUAL_SIZE.rows };
}
