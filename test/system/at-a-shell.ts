/** The built program, started from an interactive shell in a real terminal, with a folder for its calls. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SavedCalls, savedCalls } from './saved-calls.ts';
import { KEY, openTerminals, type Pane, type PaneModes, type Size, type Terminals } from './tmux.ts';

/** A terminal that the program has given back. */
export const GIVEN_BACK: PaneModes = { isAlternate: false, isCursorShown: true, doesWrap: true };

/** The program's command line. */
export const PROGRAM = 'node bin/intakeline.js';

export interface Desk {
  readonly calls: SavedCalls;
  /** A folder for results. */
  readonly folder: string;
  /** Opens a shell. */
  readonly shell: (size?: Size, env?: Readonly<Record<string, string>>) => Promise<Pane>;
  /** Opens a shell and types a command of the program there; `status N` follows on a line of its own. */
  readonly typed: (command: string, size?: Size) => Promise<Pane>;
  /** Opens a terminal in which the program alone runs, without a shell. */
  readonly alone: (...words: readonly string[]) => Promise<Pane>;
}

export interface Desks {
  /** A desk with no calls yet. */
  readonly open: () => Desk;
  readonly close: () => Promise<void>;
}

/** Starts the terminals for the tests of a file. */
export async function openDesks(): Promise<Desks> {
  const terminals = await openTerminals();
  let count = 0;
  return { open: () => deskIn(terminals, join(terminals.folder, `desk-${++count}`)), close: terminals.close };
}

function deskIn(terminals: Terminals, folder: string): Desk {
  mkdirSync(folder);
  const state = { XDG_STATE_HOME: folder };
  const shell: Desk['shell'] = (size, env) => terminals.open({ ...size, env: { ...state, ...env } });
  return {
    calls: savedCalls(folder),
    folder,
    shell,
    typed: async (command, size) => {
      const pane = await shell(size);
      await typeLine(pane, `${PROGRAM} ${command}; echo "status $?"`);
      return pane;
    },
    alone: (...words) => terminals.open({ env: state, command: [process.execPath, 'bin/intakeline.js', ...words] }),
  };
}

/** Types a line and Enter. */
export async function typeLine(pane: Pane, line: string): Promise<void> {
  await pane.type(line + KEY.enter);
}

/** Waits for the first prompt of the line mode. */
export async function prompted(pane: Pane): Promise<string> {
  return pane.read((shown) => (shown.endsWith('\n>') ? shown : undefined), 'a prompt');
}

/** Types a line in line mode and waits for the next prompt; resolves with the screen. */
export async function sayLine(pane: Pane, line: string): Promise<string> {
  const before = await pane.screen();
  await typeLine(pane, line);
  return pane.read(
    (shown) => (shown !== before && shown.endsWith('\n>') ? shown : undefined),
    `what follows \`${line}\``,
  );
}

/** Text as it would stand on one line. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
