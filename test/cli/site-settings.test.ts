import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { addDoctor } from '../../src/cli/add-doctor.ts';
import { ADD_COMMAND } from '../../src/cli/commands.ts';
import { settle } from '../../src/cli/site-settings.ts';
import { findUpwards } from '../../src/io/find-upwards.ts';
import type { SiteInForce } from '../../src/site/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of settings. */
function config(text: string, mode = 0o644): string {
  const place = mkdtempSync(join(folder, 'site-'));
  const path = join(place, 'intakeline.config.yaml');
  writeFileSync(path, `format: intakeline/config/1\n${text}`);
  chmodSync(path, mode);
  return path;
}

interface Tried {
  readonly site: SiteInForce;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Parses a command line as the program does, and settles it. */
async function tried(argv: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Tried> {
  const program = new Command('intakeline')
    .option('--no-color')
    .option('--config <file>')
    .option('--no-config')
    .exitOverride();
  for (const add of Object.values(ADD_COMMAND)) add(program, async () => undefined);
  const found: Tried[] = [];
  program.hook('preAction', async (_, command) => {
    found.push({ site: await settle(command, environment), options: command.optsWithGlobals() });
  });
  await program.parseAsync(argv, { from: 'user' });
  const [first] = found;
  if (first === undefined) throw new Error('nothing was settled');
  return first;
}

const given = ({ site }: Tried, name: string): readonly (string | undefined)[] => {
  const setting = site.settings.find((one) => one.name === name);
  return [setting?.source, setting?.value];
};

/** Every way in which a flag, the environment and the site may each speak or not. */
const WAYS = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [(bits & 4) > 0, (bits & 2) > 0, (bits & 1) > 0] as const);

test.each(WAYS)('flag %s, environment %s, site %s: the first that speaks holds', async (flag, environment, site) => {
  const file = config(site ? 'policy: by-site\nwidth: 61\nlanguage: si\nquestionnaire: here\n' : '');
  const argv = ['doctor', '--config', file];
  const flags = ['--policy', 'by-flag', '--language', 'fl', '--questionnaire', 'flagged'];
  const variables = { INTAKELINE_POLICY: 'by-env', INTAKELINE_LANGUAGE: 'en', INTAKELINE_QUESTIONNAIRE: 'env' };
  const result = await tried([...argv, ...(flag ? flags : [])], environment ? variables : {});
  const first = flag ? 'flag' : environment ? 'environment' : site ? 'site' : 'default';
  expect(given(result, 'policy')[0]).toBe(first);
  const expected = {
    flag: ['by-flag', 'fl', 'flagged'],
    environment: ['by-env', 'en', 'env'],
    site: ['by-site', 'si', join(file, '../here')],
    default: ['intake-line', undefined, undefined],
  }[first];
  expect([result.options['policy'], result.options['language'], result.options['questionnaire']]).toEqual(expected);
});

test('a value goes the way of what is typed: `width` becomes a number, and one that cannot be is a problem', async () => {
  const file = config('width: 61\ncolor: false\n');
  const { options, site } = await tried(['decide', 'x.yaml', '--config', file]);
  expect([options['width'], options['color'], site.problems]).toEqual([61, false, []]);
  const wrong = await tried(['decide', 'x.yaml', '--config', file], { INTAKELINE_WIDTH: 'wide' });
  expect(wrong.site.problems.map(({ code, file: place }) => [code, place])).toEqual([
    ['wrong-value', 'INTAKELINE_WIDTH'],
  ]);
});

test('a variable that is empty says nothing, and `--no-config` takes no settings of a site', async () => {
  const file = config('policy: by-site\n');
  const environment = { INTAKELINE_CONFIG: file, INTAKELINE_POLICY: '' };
  expect(given(await tried(['doctor'], environment), 'policy')).toEqual(['site', 'by-site']);
  expect(given(await tried(['--no-config', 'doctor'], environment), 'policy')).toEqual(['default', 'intake-line']);
});

test('a policy of the site goes with its questionnaire alone', async () => {
  const file = config('questionnaire: here\npolicy: by-site\n');
  const other = await tried(['doctor', '--config', file, '--questionnaire', 'there']);
  expect(other.options['policy']).toBe('intake-line');
});

test('what was fixed when a call began stays so', async () => {
  const file = config('policy: by-site\nlanguage: si\ndirectory: programs.yaml\nwidth: 61\n');
  for (const argv of [
    ['calls', 'show', '1122-7k3f'],
    ['calls', 'resume', '1122-7k3f'],
    ['calls', 'hand-off', '1122-7k3f', '--program', 'Harbor', '--how', 'phone'],
    ['interview', '--resume', '1122-7k3f'],
  ]) {
    const { options } = await tried([...argv, '--config', file]);
    expect([options['policy'], options['language'], options['directory'], options['width']]).toEqual([
      undefined,
      undefined,
      undefined,
      argv.includes('hand-off') ? undefined : 61, // which prints no text to be laid out
    ]);
  }
  expect((await tried(['interview', '--config', file])).options['policy']).toBe('by-site');
});

test('`check` of a folder is not told another one', async () => {
  const file = config('questionnaire: here\n');
  expect((await tried(['check', folder, '--config', file])).options['questionnaire']).toBeUndefined();
  expect((await tried(['check', '--config', file])).options['questionnaire']).toBe(join(file, '../here'));
});

test.each([
  [0o664, 'others of its group'],
  [0o646, 'everybody'],
])('settings that others may write are not read (%o: %s)', async (mode) => {
  const { site, options } = await tried(['doctor', '--config', config('policy: by-site\n', mode)]);
  expect(site.problems.map(({ code, severity }) => [code, severity])).toEqual([['unsafe-file', 'error']]);
  expect(options['policy']).toBe('intake-line');
});

test('nor are settings in a folder in which anybody may put other ones', async () => {
  const file = config('policy: by-site\n');
  chmodSync(join(file, '..'), 0o757);
  expect((await tried(['doctor', '--config', file])).site.problems.map(({ code }) => code)).toEqual(['unsafe-file']);
  chmodSync(join(file, '..'), 0o1757);
  expect((await tried(['doctor', '--config', file])).site.problems).toEqual([]);
});

test('settings are found in the folder or above it, and no farther than home', () => {
  const home = mkdtempSync(join(folder, 'home-'));
  const deep = join(home, 'a', 'b');
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(home, 'intakeline.config.yaml'), '');
  expect(findUpwards('intakeline.config.yaml', deep, home)).toBe(join(home, 'intakeline.config.yaml'));
  expect(findUpwards('intakeline.config.yaml', deep, join(home, 'a'))).toBeUndefined();
  writeFileSync(join(home, 'a', 'intakeline.config.yaml'), '');
  expect(findUpwards('intakeline.config.yaml', deep, home)).toBe(join(home, 'a', 'intakeline.config.yaml'));
});

test('every setting with an option is one that `doctor` or another command has', () => {
  const program = new Command();
  addDoctor(program, async () => undefined);
  expect(program.commands[0]?.options.map(({ long }) => long)).toEqual(
    expect.arrayContaining(['--policy', '--language', '--questionnaire', '--directory']),
  );
});

test.each(WAYS)('several directories: flag %s, environment %s, site %s', async (flag, environment, site) => {
  const file = config(site ? 'directory: [one.yaml, two/two.yaml, /three.yaml]\n' : '');
  const flags = ['--directory', 'four.yaml', '--directory', 'five.yaml'];
  const result = await tried(
    ['decide', 'x.yaml', '--config', file, ...(flag ? flags : [])],
    environment ? { INTAKELINE_DIRECTORY: 'six.yaml::/seven.yaml' } : {},
  );
  const bySite = [join(file, '../one.yaml'), join(file, '../two/two.yaml'), '/three.yaml'];
  const byEnvironment = ['six.yaml', '/seven.yaml'];
  const holds = flag ? ['four.yaml', 'five.yaml'] : environment ? byEnvironment : site ? bySite : undefined;
  expect(result.options['directory']).toEqual(holds);
  const shown = given(result, 'directory');
  if (flag) expect(shown).toEqual(['flag', 'four.yaml, five.yaml']);
  else if (environment) expect(shown).toEqual(['environment', 'six.yaml, /seven.yaml']);
  // For a command without the option, such as `directory search`.
  const search = await tried(
    ['directory', 'search', '--config', file],
    environment ? { INTAKELINE_DIRECTORY: 'six.yaml::/seven.yaml' } : {},
  );
  expect(search.site.directory).toEqual(environment ? byEnvironment : site ? bySite : []);
});

test('a link of the name that leads nowhere is found, so that settings are not lost in silence', async () => {
  const place = mkdtempSync(join(folder, 'link-'));
  const link = join(place, 'intakeline.config.yaml');
  symlinkSync(join(place, 'gone.yaml'), link);
  expect(findUpwards('intakeline.config.yaml', place, place)).toBe(link);
  expect((await tried(['doctor', '--config', link])).site.problems.map(({ code }) => code)).toEqual(['file-missing']);
});
