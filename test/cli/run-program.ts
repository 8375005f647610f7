import { spawnSync } from 'node:child_process';

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Everything about the surroundings that output could depend on, fixed. */
export const SURROUNDINGS: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  COLUMNS: '80',
  NO_COLOR: '1',
  TZ: 'UTC',
  LANG: 'C.UTF-8',
};

/** Runs the built program from the project's folder, as a person would. */
export function runProgram(
  args: readonly string[],
  stdin: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Ended {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/intakeline.js', ...args], {
    input: stdin,
    env: { ...SURROUNDINGS, ...env },
    encoding: 'utf8',
    timeout: 60_000, // a program that never ends is killed, and its status is null
    killSignal: 'SIGKILL',
  });
  return { stdout, stderr, status };
}
