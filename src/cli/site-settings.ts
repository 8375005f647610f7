/** The one place where flags, environment, the site's file and defaults are put in their order. No command knows of it. */

import type { Command, Option } from 'commander';
import { findUpwards } from '../io/find-upwards.ts';
import { shownPath } from '../io/installed.ts';
import { kindOfPath } from '../io/list-files.ts';
import { pathsIn } from '../io/path-list.ts';
import { terminalFacts } from '../io/terminal.ts';
import type { Problem } from '../problems/problem.ts';
import { SETTING_NAMES, SETTINGS, type Setting, type SettingName, type SiteInForce } from '../site/settings.ts';
import type { SiteConfig } from './site-config.ts';

/** The name by which the file of settings is found. */
const CONFIG_FILE = 'intakeline.config.yaml';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Gives the command the values that its options have from the environment or the site, where no flag says otherwise, and all of
 * what is in force as `site`. What cannot be used is a problem, and then the command must not run.
 */
export async function settle(
  command: Command,
  environment: Environment = terminalFacts().environment,
): Promise<SiteInForce> {
  const { config, problems: wrong } = await configFor(command, environment);
  const problems = [...wrong];
  const settings: Setting[] = [];
  let directory: readonly string[] = [];
  for (const name of SETTING_NAMES) {
    const option = optionOf(command, SETTINGS[name].option);
    const given = givenBy(name, { command, option, environment, config, before: settings });
    settings.push(given.setting);
    if (name === 'directory') directory = given.texts;
    if (option !== undefined && given.texts.length > 0 && appliesTo(command, name))
      problems.push(...applied(option, given));
  }
  const site = { ...factsOf(config), directory, settings, problems };
  command.setOptionValueWithSource('site', site, 'config');
  return site;
}

interface OwnedOption {
  readonly owner: Command;
  readonly option: Option;
}

/** The option of a command, or of those above it. */
function optionOf(command: Command, name: string | undefined): OwnedOption | undefined {
  if (name === undefined) return undefined;
  for (let owner: Command | null = command; owner !== null; owner = owner.parent) {
    const option = owner.options.find((one) => one.attributeName() === name);
    if (option !== undefined) return { owner, option };
  }
  return undefined;
}

interface Sources {
  readonly command: Command;
  readonly option: OwnedOption | undefined;
  readonly environment: Environment;
  readonly config: SiteConfig | undefined;
  /** The settings that come earlier in the table. */
  readonly before: readonly Setting[];
}

/** A setting as it holds. */
interface Given {
  readonly setting: Setting;
  /** What is to be given to the option, as a person would type it; nothing where a flag or the default holds. */
  readonly texts: readonly string[];
}

function givenBy(name: SettingName, { option, environment, config, before }: Sources): Given {
  const { variable, usual } = SETTINGS[name];
  if (option !== undefined && option.owner.getOptionValueSource(option.option.attributeName()) === 'cli') {
    const value = shown(name, [option.owner.getOptionValue(option.option.attributeName())].flat().map(String));
    return { setting: { name, value, source: 'flag', place: option.option.long ?? undefined }, texts: [] };
  }
  const text = variable === undefined ? undefined : environment[variable];
  if (text !== undefined && text !== '') {
    const texts = SETTINGS[name].isList ? pathsIn(text) : [text];
    return { setting: { name, value: shown(name, texts), source: 'environment', place: variable }, texts };
  }
  const own = isOtherQuestionnaire(name, before) ? undefined : config?.entries.get(name);
  if (own !== undefined)
    return { setting: { name, value: shown(name, own.texts), source: 'site', place: own.place }, texts: own.texts };
  return { setting: { name, value: usual, source: 'default', place: undefined }, texts: [] };
}

/** The policy of a site is one of its questionnaire: where another one is named, nobody knows whether it has such a policy. */
function isOtherQuestionnaire(name: SettingName, before: readonly Setting[]): boolean {
  const questionnaire = before.find((setting) => setting.name === 'questionnaire');
  return name === 'policy' && questionnaire !== undefined && ['flag', 'environment'].includes(questionnaire.source);
}

function shown(name: SettingName, texts: readonly string[]): string {
  return texts.map((text) => (SETTINGS[name].isPath ? shownPath(text) : text)).join(', ');
}

/** What was fixed when a saved call began stays so, and a command line that names a folder itself wants that one. */
function appliesTo(command: Command, name: SettingName): boolean {
  const isSavedCall =
    (command.parent?.name() === 'calls' && ['show', 'resume', 'hand-off'].includes(command.name())) ||
    command.getOptionValue('resume') !== undefined;
  if (isSavedCall) return !['policy', 'language', 'directory'].includes(name);
  if (name !== 'questionnaire') return true;
  const namesFolder = command.name() === 'check' && command.args.some((path) => kindOfPath(path) === 'folder');
  return !namesFolder && command.getOptionValue('anyIds') !== true;
}

/** Gives an option its value as if it had been typed, but as coming from elsewhere; what does not fit is a problem. */
function applied({ owner, option }: OwnedOption, { texts, setting }: Given): readonly Problem[] {
  const name = option.attributeName();
  if (option.negate) {
    owner.setOptionValueWithSource(name, texts[0] !== 'false', 'config');
    return [];
  }
  try {
    let value: unknown;
    for (const text of texts) value = option.parseArg === undefined ? text : option.parseArg<unknown>(text, value);
    owner.setOptionValueWithSource(name, value, setting.source === 'environment' ? 'env' : 'config');
    return [];
  } catch (error) {
    if (!isInvalid(error)) throw error;
    return [unusable(setting, error.message)];
  }
}

function isInvalid(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'commander.invalidArgument';
}

function unusable({ name, place }: Setting, why: string): Problem {
  const reason = why.replace(/\.$/, '');
  return {
    code: 'wrong-value',
    severity: 'error',
    file: place ?? name,
    position: undefined,
    message: `this is no value for \`${name}\`: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    remedy: 'correct it, or take it away',
    excerpt: undefined,
  };
}

/** The site's file, unless none is wanted; it is read, and the libraries for it are loaded, only where there is one. */
async function configFor(
  command: Command,
  environment: Environment,
): Promise<{ readonly config: SiteConfig | undefined; readonly problems: readonly Problem[] }> {
  const { config: wanted } = command.optsWithGlobals<{ readonly config?: string | boolean }>();
  if (wanted === false) return { config: undefined, problems: [] };
  const named = typeof wanted === 'string' ? wanted : environment.INTAKELINE_CONFIG || undefined;
  const path = named ?? findUpwards(CONFIG_FILE);
  if (path === undefined) return { config: undefined, problems: [] };
  const { readConfig } = await import('./site-config.ts');
  return readConfig(path, { isNamed: named !== undefined });
}

function factsOf(config: SiteConfig | undefined): Omit<SiteInForce, 'directory' | 'settings' | 'problems'> {
  const text = (name: SettingName): string | undefined => config?.entries.get(name)?.texts[0];
  const days = text('retention_days');
  return {
    file: config?.file,
    isNamed: config?.isNamed ?? false,
    name: text('name'),
    phone: text('phone'),
    notices: text('notices'),
    retentionDays: days === undefined ? undefined : Number(days),
  };
}
