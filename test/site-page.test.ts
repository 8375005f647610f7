import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { configSchema } from '../src/site/schema.ts';
import { SETTINGS } from '../src/site/settings.ts';
import { SURROUNDINGS } from './cli/run-program.ts';

const empty = mkdtempSync(join(tmpdir(), 'site-page-'));
afterAll(() => rmSync(empty, { recursive: true }));

/** The blocks of the chapter, in order. */
const [, chapter = ''] = /\n## A site of its own\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? [];
const blocks = [...chapter.matchAll(/```(sh|yaml)\n([\s\S]*?)```/g)].map(([, kind, text = '']) => ({ kind, text }));
/** What the chapter says of each YAML block: the file at whose end it goes. */
const files = [...chapter.matchAll(/at the end of `(questionnaire\/[^`]+)`/g)].map(([, file = '']) => file);

function shell(script: string, folder: string) {
  const bin = join(empty, 'bin');
  if (!existsSync(bin)) {
    spawnSync('mkdir', [bin]);
    writeFileSync(
      join(bin, 'intakeline'),
      `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/intakeline.js')}' "$@"\n`,
    );
    chmodSync(join(bin, 'intakeline'), 0o755);
  }
  const env = {
    ...SURROUNDINGS,
    PATH: `${bin}${delimiter}${SURROUNDINGS['PATH']}`,
    XDG_STATE_HOME: join(empty, 'state'),
  };
  return spawnSync('sh', ['-c', script], { cwd: folder, env, input: '', encoding: 'utf8', timeout: 240_000 });
}

test('the chapter can be followed from an empty folder to a call', { timeout: 300_000 }, () => {
  const [begin, ...rest] = blocks;
  const end = rest.pop();
  expect([begin?.kind, end?.kind, rest.length, files.length]).toEqual(['sh', 'sh', 3, 3]);
  const begun = shell(`set -e\n${begin?.text}`, empty);
  expect([begun.status, begun.stdout]).toEqual([0, expect.stringContaining('no problems')]);
  const site = join(empty, 'harbor');
  const append = (index: number): void => appendFileSync(join(site, files[index] ?? ''), `\n${rest[index]?.text}`);
  append(0);
  append(1);
  const changed = shell('intakeline check --format json', site);
  const { places } = JSON.parse(changed.stdout);
  const failed: readonly string[] = places[0].problems.map(({ message }: { message: string }) => message);
  const named = new Set(failed.map((message) => /^`([^`]+)` under `harbor-intake`/.exec(message)?.[1]));
  expect([changed.status, named]).toEqual([1, new Set(['overdose-last-month', 'party-drug-overdose-last-month'])]);
  append(2);
  const [check = '', interview = '', doctor = ''] = (end?.text ?? '').trim().split('\n');
  expect(shell(check, site)).toMatchObject({ status: 0, stdout: expect.stringContaining('no problems') });
  const call = shell(interview, site);
  expect([call.status, call.stdout]).toEqual([0, expect.stringContaining('Intensive outpatient program (IOP)')]);
  expect(call.stderr.replace(/\s+/g, ' ')).toContain('who could come along to Harbor with you?');
  const looked = shell(doctor, site);
  expect([0, 1]).toContain(looked.status);
  expect(looked.stdout).toContain('harbor-intake (intakeline.config.yaml:8)');
});

test('the page names every setting, with its flag and its variable', () => {
  const page = readFileSync('docs/site.md', 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z_]+)` \| (?:`(--[a-z-]+)`)? ?\| (?:`(INTAKELINE_[A-Z]+)`)? ?\|/gm)];
  const written = Object.entries(SETTINGS).map(([name, { option, variable }]) => [
    name,
    option === undefined ? undefined : name === 'color' ? '--no-color' : `--${option}`,
    variable,
  ]);
  expect(rows.map(([, name, flag, variable]) => [name, flag, variable])).toEqual(written);
  expect(Object.keys(configSchema.shape).sort()).toEqual(['format', ...Object.keys(SETTINGS)].sort());
});
