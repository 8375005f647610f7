/**
 * Real terminals without a window: tmux draws what a program writes and hands over what a test types.
 *
 * One connection carries all commands (tmux's control mode), because a process for each look at a screen would take most of
 * the time that the tests have. Nothing waits for the clock: a test waits for what it wants to see.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SURROUNDINGS } from '../cli/run-program.ts';

/** What the keys send. */
export const KEY = { enter: '\r', escape: '\u001b', down: '\u001b[B' } as const;

/** What a Ctrl key sends. */
export function ctrl(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) & 0x1f);
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface PaneSetting extends Partial<Size> {
  /** Run in place of an interactive shell. */
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** One terminal with a program in it. */
export interface Pane {
  /** Process that was started in the pane. */
  readonly pid: number;
  /** Sends keys as bytes, all at once. */
  readonly type: (keys: string) => Promise<void>;
  /** What is on screen, without spaces at the ends of lines and empty lines at the end. */
  readonly screen: () => Promise<string>;
  /** The same with colours as the terminal has them. */
  readonly coloured: () => Promise<string>;
  /** The screen and what has scrolled away, with broken lines put together again. */
  readonly everything: () => Promise<string>;
  /** Resolves with the screen as soon as it shows what is looked for. */
  readonly until: (sign: RegExp) => Promise<string>;
  /** Resolves as soon as something can be told from the screen. */
  readonly read: <T>(tell: (screen: string) => T | undefined, wanted: string) => Promise<T>;
  readonly modes: () => Promise<PaneModes>;
  readonly resize: (size: Size) => Promise<void>;
  /** Pastes as a terminal does: marked as a paste where the program has asked for that. */
  readonly paste: (text: string) => Promise<void>;
  /** Closes the window. */
  readonly close: () => Promise<void>;
}

export interface PaneModes {
  readonly isAlternate: boolean;
  readonly isCursorShown: boolean;
  readonly doesWrap: boolean;
}

export interface Terminals {
  /** A folder for whatever the programs write, which goes with the terminals. */
  readonly folder: string;
  readonly open: (setting?: PaneSetting) => Promise<Pane>;
  /** Closes every window and ends the server. */
  readonly close: () => Promise<void>;
}

/** How long anything may take to come on screen, on a machine that has other things to do. */
const PATIENCE = 20_000; // milliseconds

/** Between two looks at a screen. */
const LOOK_AGAIN = 10; // milliseconds

/** Starts a tmux of one's own, with calls saved in its folder. */
export async function openTerminals(): Promise<Terminals> {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-tmux-'));
  const { NO_COLOR: _none, COLUMNS: _unknown, ...surroundings } = SURROUNDINGS;
  const env = { ...surroundings, HOME: folder, XDG_STATE_HOME: join(folder, 'state'), PS1: '$ ' };
  const server = connect(join(folder, 'socket'), env);
  await server.command('set-option', '-g', 'default-terminal', 'screen-256color');
  await server.command('set-option', '-g', 'remain-on-exit', 'on');
  return {
    folder,
    open: async ({ columns = 80, rows = 24, command = ['bash', '--norc', '--noprofile'], env: own = {} } = {}) => {
      const variables = Object.entries(own).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
      const size = ['-x', String(columns), '-y', String(rows)];
      const [pane = ''] = await server.command(
        ...['new-session', '-d', '-P', '-F', '#{pane_id} #{pane_pid}', ...size, ...variables, '--', ...command],
      );
      const [id = '', pid = ''] = pane.split(' ');
      return paneOf(id, Number(pid), server.command);
    },
    close: async () => {
      await server.end();
      await removed(folder);
    },
  };
}

/** Removes a folder; what ran there may still be saving its call, and saves it anew where it is removed meanwhile. */
async function removed(folder: string, attempts = 100): Promise<void> {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (attempts === 0) throw error;
    await pause(50);
    await removed(folder, attempts - 1);
  }
}

type Command = (...words: readonly string[]) => Promise<readonly string[]>;

function paneOf(id: string, pid: number, command: Command): Pane {
  const capture = async (...flags: readonly string[]): Promise<string> => {
    const lines = await command('capture-pane', '-p', '-t', id, ...flags);
    return lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd();
  };
  const screen = (): Promise<string> => capture();
  const read: Pane['read'] = async (tell, wanted) => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(LOOK_AGAIN)) {
      const told = tell(await screen());
      if (told !== undefined) return told;
    }
    throw new Error(`never on screen: ${wanted}\n${await screen()}`);
  };
  return {
    pid,
    type: async (keys) => {
      const bytes = [...Buffer.from(keys)].map((byte) => byte.toString(16));
      await command('send-keys', '-t', id, '-H', ...bytes);
    },
    screen,
    coloured: () => capture('-e'),
    everything: () => capture('-J', '-S', '-'),
    read,
    until: (sign) => read((shown) => (sign.test(shown) ? shown : undefined), String(sign)),
    modes: async () => {
      const [flags = ''] = await command(
        'display-message',
        '-p',
        '-t',
        id,
        '#{alternate_on}#{cursor_flag}#{wrap_flag}',
      );
      return { isAlternate: flags[0] === '1', isCursorShown: flags[1] === '1', doesWrap: flags[2] === '1' };
    },
    resize: async ({ columns, rows }) => {
      await command('resize-window', '-t', id, '-x', String(columns), '-y', String(rows));
    },
    paste: async (text) => {
      await command('set-buffer', text);
      await command('paste-buffer', '-p', '-t', id);
    },
    close: async () => {
      await command('kill-pane', '-t', id);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A connection to a new server: commands in, the lines of each answer out, in order. */
function connect(
  socket: string,
  env: Readonly<Record<string, string>>,
): { readonly command: Command; readonly end: () => Promise<void> } {
  const client = spawn('tmux', ['-S', socket, '-f', '/dev/null', '-C', 'new-session', 'cat'], { env });
  const waiting: { readonly take: (lines: readonly string[]) => void; readonly fail: (error: Error) => void }[] = [];
  let answer: string[] | undefined;
  let rest = '';
  const ended = new Promise<void>((resolve, reject) => {
    client.on('error', reject); // tmux is not installed
    client.on('close', () => {
      for (const one of waiting.splice(0)) one.fail(new Error('tmux has ended'));
      resolve();
    });
  });
  ended.catch((error: Error) => {
    for (const one of waiting.splice(0)) one.fail(error);
  });

  const onLine = (line: string): void => {
    const [, kind, flag] = /^%(begin|end|error) \d+ \d+ (\d)$/.exec(line) ?? [];
    if (kind === undefined) answer?.push(line);
    else if (kind === 'begin') answer = [];
    else {
      const lines = answer ?? [];
      answer = undefined;
      if (flag !== '1') return; // no answer to a command from here
      const asked = waiting.shift();
      if (kind === 'end') asked?.take(lines);
      else asked?.fail(new Error(`tmux: ${lines.join(' ')}`));
    }
  };
  client.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  client.stdin.on('error', () => {}); // said by `close`

  const command: Command = (...words) =>
    new Promise((take, fail) => {
      waiting.push({ take, fail });
      client.stdin.write(`${words.map(quoted).join(' ')}\n`);
    });
  return {
    command,
    end: async () => {
      await command('kill-server').catch(() => {}); // it ends before it answers
      await ended;
    },
  };
}

/** A word as tmux reads it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
