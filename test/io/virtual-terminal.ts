/**
 * A terminal without a window, for tests: what a program writes to `output` is drawn on a screen of so many rows and
 * columns, and what a test types arrives at `input` as bytes, just as from a keyboard.
 *
 *   const terminal = openVirtualTerminal({ columns: 80, rows: 24 });
 *   const call = run({ input: terminal.input, output: terminal.output });
 *   await terminal.until('Is anyone in danger');
 *   terminal.type('2', KEY.enter); // one argument, one chunk of bytes
 *   expect(await terminal.until('Who is calling')).toContain('…');
 *
 * The screen is xterm's own, so wrapping, scrolling, wide characters and the alternate screen behave as on a real one.
 * It is up to date as soon as `write` returns. `written` has the bytes behind it, for tests of what is left set.
 */

import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';

/** What the keys send. A Ctrl key is `ctrl('e')`. */
export const KEY = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  space: ' ',
  backspace: '\u007f',
  delete: '\u001b[3~',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
} as const;

/** What a Ctrl key sends. */
export function ctrl(letter: string): string {
  return String.fromCharCode(letter.toLowerCase().charCodeAt(0) & 0x1f);
}

/** What a terminal in bracketed paste mode sends. */
export function paste(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}

export interface VirtualTerminal {
  readonly input: PassThrough & { readonly isTTY: true; readonly setRawMode: (isRaw: boolean) => void };
  readonly output: Writable & { readonly isTTY: true; columns: number; rows: number };
  /** Sends keys, each argument as a chunk of its own. */
  readonly type: (...chunks: readonly (string | Uint8Array)[]) => void;
  /** The rows on screen, without spaces at their ends; the last rows may be empty. */
  readonly screen: () => readonly string[];
  /** Resolves with the screen, its rows joined, once it shows the text; rejects with the screen as it is after five seconds. */
  readonly until: (text: string | RegExp) => Promise<string>;
  /** The window gets another size, and the program is told. */
  readonly resize: (columns: number, rows: number) => void;
  /** The window closes. */
  readonly hangUp: () => void;
  /** Everything written so far. */
  readonly written: () => string;
  /** How often something was written. */
  readonly writes: () => number;
  /** Modes as they stand: a program that is done leaves them as it found them. */
  readonly modes: () => TerminalModes;
}

export interface TerminalModes {
  readonly isRaw: boolean;
  readonly isAlternate: boolean;
  readonly isCursorShown: boolean;
  readonly isPasteBracketed: boolean;
  readonly doesWrap: boolean;
}

/** Modes of a terminal that nobody has touched. */
export const COOKED: TerminalModes = {
  isRaw: false,
  isAlternate: false,
  isCursorShown: true,
  isPasteBracketed: false,
  doesWrap: true,
};

const PATIENCE = 5000; // milliseconds

/** Opens a terminal of the given size, 80 × 24 unless told. */
export function openVirtualTerminal({ columns = 80, rows = 24 } = {}): VirtualTerminal {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    logLevel: 'off',
    convertEol: true,
  });
  // Public `write` draws some time later. The core's `writeSync` draws at once, which keeps tests free of waiting.
  const core = (terminal as unknown as { _core: Core })._core;
  const chunks: string[] = [];
  const waiting = new Set<() => void>();
  let isRaw = false;

  const output = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string | Uint8Array, _encoding, done) {
        const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
        chunks.push(text);
        core.writeSync(text);
        for (const look of [...waiting]) look();
        done();
      },
    }),
    { isTTY: true as const, columns, rows },
  );
  const input = Object.assign(new PassThrough(), {
    isTTY: true as const,
    setRawMode: (wanted: boolean): void => {
      isRaw = wanted;
    },
  });

  const screen = (): string[] => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    );
  };

  const until = (text: string | RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const shown = screen().join('\n');
        if (typeof text === 'string' ? !shown.includes(text) : !text.test(shown)) return;
        waiting.delete(look);
        clearTimeout(timer);
        resolve(shown);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`the screen never showed ${text}; it shows:\n${screen().join('\n')}`));
      }, PATIENCE);
      waiting.add(look);
      look();
    });

  return {
    input,
    output,
    type: (...typed) => {
      for (const chunk of typed) input.write(chunk);
    },
    screen,
    until,
    resize: (toColumns, toRows) => {
      terminal.resize(toColumns, toRows);
      Object.assign(output, { columns: toColumns, rows: toRows });
      output.emit('resize');
    },
    hangUp: () => input.end(),
    written: () => chunks.join(''),
    writes: () => chunks.length,
    modes: () => ({
      isRaw,
      isAlternate: terminal.buffer.active.type === 'alternate',
      isCursorShown: !core.coreService.isCursorHidden,
      isPasteBracketed: terminal.modes.bracketedPasteMode,
      doesWrap: terminal.modes.wraparoundMode,
    }),
  };
}

interface Core {
  readonly writeSync: (text: string) => void;
  readonly coreService: { readonly isCursorHidden: boolean };
}
