/** `intakeline score` in a folder of its own: in this process, or through a shell. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { deliver } from '../../src/cli/deliver.ts';
import { EXIT_STATUSES } from '../../src/cli/outcome.ts';
import { performCommand } from '../../src/cli/program.ts';
import { PROGRAM, SMALL_POLICY } from './program-path.ts';
import { SURROUNDINGS } from './run-program.ts';

export interface Scored {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly status: number | null;
}

/** A folder in which the program runs. */
export interface ScoreFolder {
  readonly path: string;
  /** Performs `intakeline score` here, without starting a process for it. */
  readonly score: (...args: readonly string[]) => Promise<Scored>;
  /** Gives a line to a shell, in which `intakeline` is the built program. */
  readonly shell: (line: string, stdin?: string | Uint8Array) => Scored;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  readonly bytes: (name: string) => Buffer;
  /** Names of all files, the hidden ones too. */
  readonly files: () => readonly string[];
}

/** Makes folders for tests, and takes them all away again. */
export function scoreFolders(): { readonly open: () => ScoreFolder; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'intakeline-score-'));
  return {
    open: () => folderAt(mkdtempSync(join(root, 'case-'))),
    remove: () => rmSync(root, { recursive: true }),
  };
}

function folderAt(path: string): ScoreFolder {
  const at = (name: string): string => join(path, name);
  return {
    path,
    score: (...args) => performed(path, ['score', '--policy', SMALL_POLICY, ...args]),
    shell: (line, input = '') => {
      const { stdout, stderr, status } = spawnSync(
        'sh',
        ['-c', `intakeline() { '${process.execPath}' '${PROGRAM}' "$@"; }; ${line}`],
        { cwd: path, input, env: SURROUNDINGS, maxBuffer: 1 << 28, timeout: 120_000, killSignal: 'SIGKILL' },
      );
      return { stdout, stderr: stderr.toString('utf8'), status };
    },
    write: (name, content) => {
      writeFileSync(at(name), content);
      return at(name);
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    bytes: (name) => readFileSync(at(name)),
    files: () => readdirSync(path).sort(),
  };
}

/** As the way in does it (cli/run.ts), but for the process around it. */
async function performed(folder: string, argv: readonly string[]): Promise<Scored> {
  const before = process.cwd();
  const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((...args: unknown[]) => {
      printed[name].push(Buffer.from(args[0] as Uint8Array));
      const callback = args.at(-1);
      if (typeof callback === 'function') setImmediate(() => callback());
      return true;
    }),
  );
  process.chdir(folder);
  try {
    const status = EXIT_STATUSES[await deliver(await performCommand(argv))];
    return { stdout: Buffer.concat(printed.stdout), stderr: Buffer.concat(printed.stderr).toString('utf8'), status };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}
