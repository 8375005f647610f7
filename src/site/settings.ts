/** The settings of a site: what each is called on the command line, in the environment and in the file. */

import type { Problem } from '../problems/problem.ts';
import type { ConfigSource } from './schema.ts';

/** Where a setting may be given besides the site's file. */
interface SettingForm {
  /** Name of the option that gives it; undefined where no command has one. */
  readonly option: string | undefined;
  /** The variable of the environment. */
  readonly variable: string | undefined;
  /** Whether it names files. */
  readonly isPath: boolean;
  /** Whether there may be several. */
  readonly isList: boolean;
  /** What holds where nobody says anything. */
  readonly usual: string;
}

/** Every setting, in the order in which it is shown. */
export const SETTINGS = {
  name: { option: undefined, variable: undefined, isPath: false, isList: false, usual: 'none' },
  phone: { option: undefined, variable: undefined, isPath: false, isList: false, usual: 'none' },
  questionnaire: {
    option: 'questionnaire',
    variable: 'INTAKELINE_QUESTIONNAIRE',
    isPath: true,
    isList: false,
    usual: 'the shipped adult-intake',
  },
  policy: { option: 'policy', variable: 'INTAKELINE_POLICY', isPath: false, isList: false, usual: 'intake-line' },
  directory: {
    option: 'directory',
    variable: 'INTAKELINE_DIRECTORY',
    isPath: true,
    isList: true,
    usual: "the questionnaire's own",
  },
  language: {
    option: 'language',
    variable: 'INTAKELINE_LANGUAGE',
    isPath: false,
    isList: false,
    usual: "the questionnaire's first",
  },
  notices: { option: undefined, variable: undefined, isPath: true, isList: false, usual: "the questionnaire's own" },
  retention_days: {
    option: undefined,
    variable: undefined,
    isPath: false,
    isList: false,
    usual: 'until calls are erased',
  },
  width: {
    option: 'width',
    variable: 'INTAKELINE_WIDTH',
    isPath: false,
    isList: false,
    usual: 'that of the terminal, at most 100',
  },
  color: { option: 'color', variable: undefined, isPath: false, isList: false, usual: 'on a terminal that has it' },
} as const satisfies Readonly<Record<Exclude<keyof ConfigSource, 'format'>, SettingForm>>;

export type SettingName = keyof typeof SETTINGS;

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(SETTINGS).filter((name): name is SettingName => Object.hasOwn(SETTINGS, name));

/** A setting as it holds, and who says so. */
export interface Setting {
  readonly name: SettingName;
  /** As a person would write it. */
  readonly value: string;
  readonly source: 'flag' | 'environment' | 'site' | 'default';
  /** The option, the variable, or the file with its line; undefined for a default. */
  readonly place: string | undefined;
}

/** What is in force: for what knows of the site. */
export interface SiteInForce {
  /** The file of settings; undefined where there is none. */
  readonly file: string | undefined;
  /** Whether a person named that file, so that it and what it names may belong to somebody else. */
  readonly isNamed: boolean;
  readonly settings: readonly Setting[];
  readonly problems: readonly Problem[];
  readonly name: string | undefined;
  readonly phone: string | undefined;
  /** Directories that the environment or the site names; none where the questionnaire's own is used. */
  readonly directory: readonly string[];
  readonly notices: string | undefined;
  readonly retentionDays: number | undefined;
}
