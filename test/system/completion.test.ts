/** The completion scripts in their shells, and the manual page in a formatter. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram, SURROUNDINGS } from '../cli/run-program.ts';
import { openTerminals, type Terminals } from './tmux.ts';

let terminals: Terminals;
let env: Record<string, string>;

beforeAll(async () => {
  terminals = await openTerminals();
  const bin = join(terminals.folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'intakeline'), `#!/bin/sh\nexec ${process.execPath} ${resolve('bin/intakeline.js')} "$@"\n`);
  chmodSync(join(bin, 'intakeline'), 0o755);
  for (const shell of ['bash', 'zsh', 'fish']) save(`completion.${shell}`, runProgram(['completion', shell]).stdout);
  env = { ...SURROUNDINGS, HOME: terminals.folder, XDG_STATE_HOME: join(terminals.folder, 'state') };
  env['PATH'] = `${bin}:${SURROUNDINGS['PATH']}`;
});

afterAll(() => terminals.close());

function save(name: string, text: string): void {
  writeFileSync(join(terminals.folder, name), text);
}

function offeredByFish(line: string): readonly string[] {
  const script = `source ${join(terminals.folder, 'completion.fish')}; complete -C ${JSON.stringify(line)}`;
  const { stdout, stderr, status } = spawnSync('fish', ['--no-config', '-c', script], { encoding: 'utf8', env });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').flatMap((offered) => offered.split('\t')[0] || []);
}

test('fish completes commands, options, their values and what the program lists', () => {
  expect(offeredByFish('intakeline de')).toEqual(['decide']);
  expect(offeredByFish('intakeline calls ')).toEqual(expect.arrayContaining(['list', 'show', 'resume']));
  expect(offeredByFish('intakeline calls ')).not.toContain('decide');
  expect(offeredByFish('intakeline decide --pol')).toEqual(['--policy']);
  expect(offeredByFish('intakeline decide --format ')).toEqual(expect.arrayContaining(['text', 'json', 'markdown']));
  expect(offeredByFish('intakeline decide --policy intake')).toEqual(['intake-line']);
  expect(offeredByFish('intakeline decide pack')).toContain('package.json');
  expect(offeredByFish('intakeline decide --questionnaire question')).toEqual(['questionnaires/']);
});

/** What zsh makes of a line after Tab. */
async function completedByZsh(line: string, sign: RegExp): Promise<string> {
  const pane = await terminals.open({ command: ['zsh', '-f'], columns: 120, rows: 40, env });
  await pane.type(
    `PS1='ready> '; autoload -Uz compinit; compinit -D; source ${join(terminals.folder, 'completion.zsh')}\r`,
  );
  await pane.until(/^ready>$/m);
  await pane.type(`clear\r`);
  await pane.type(`${line}\t`);
  const screen = await pane.until(sign);
  await pane.close();
  return screen;
}

test('zsh completes commands, options, their values and what the program lists', async () => {
  await completedByZsh('intakeline deci', /^ready> intakeline decide$/m);
  await completedByZsh('intakeline calls er', /intakeline calls erase/);
  await completedByZsh('intakeline decide --pol', /--policy/);
  await completedByZsh('intakeline decide --format mark', /--format markdown/);
  await completedByZsh('intakeline decide --policy intake', /--policy intake-line/);
  await completedByZsh('intakeline decide pack', /package/);
  expect(await completedByZsh('intakeline calls ', /saved call/)).toMatch(/list .*every saved call/);
});

test('the manual page has no fault but that it bears no date, which would be wrong the day after', () => {
  const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', 'docs/intakeline.1'], { encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => line !== '')).toEqual([expect.stringContaining('missing date')]);
});
