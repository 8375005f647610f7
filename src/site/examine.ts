/** Says what is in force and what is wrong, from what was looked at. */

import { daysBetween } from '../directory/days.ts';
import type { Directory } from '../directory/model.ts';
import type { Problem } from '../problems/problem.ts';
import type { ContentFacts, DoctorCheck, DoctorFacts, DoctorReport, LoadedFacts, StateFacts } from './doctor-report.ts';
import { endOfLife, isPast, RECOMMENDED_NODE } from './node-releases.ts';
import type { SettingName, SiteInForce } from './settings.ts';

/** Makes the report. */
export function examine(facts: DoctorFacts): DoctorReport {
  const { version, node, today, site, content, state } = facts;
  const { loaded } = content;
  return {
    format: 'intakeline/doctor/1',
    version,
    node,
    site: site.file,
    settings: site.settings,
    checks: [
      nodeCheck(node, today),
      siteCheck(site),
      ...questionnaireChecks(content),
      ...(loaded === undefined ? [] : contentChecks(loaded, site, today)),
      noticesCheck(content),
      stateCheck(state),
      ...retentionChecks(state, site),
      terminalCheck(facts),
    ],
  };
}

function nodeCheck(node: string, today: string): DoctorCheck {
  const what = 'node';
  const end = endOfLife(node);
  if (end === undefined)
    return { what, status: 'note', says: `Node ${node}: this program does not know how long it is supported` };
  if (!isPast(end, today)) return { what, status: 'fine', says: `Node ${node}, supported until ${end}` };
  return {
    what,
    status: 'wrong',
    says: `Node ${node} has had no security corrections since ${end}; the program runs, but holes that are found now stay open`,
    remedy: `ask whoever looks after this computer for Node ${RECOMMENDED_NODE} (https://nodejs.org/en/download); calls and settings stay as they are`,
  };
}

/** The first of the problems, with how many there are beside it; undefined where there is none. */
function firstProblem(what: string, problems: readonly Problem[]): DoctorCheck | undefined {
  const [first] = problems;
  return (
    first && {
      what,
      status: 'wrong',
      says: `${placed(first.file, first.position?.line)}: ${first.message}${more(problems.length)}`,
      remedy: first.remedy,
    }
  );
}

function siteCheck({ file, problems }: SiteInForce): DoctorCheck {
  const what = 'site';
  const fault = firstProblem(what, problems);
  if (fault !== undefined) return fault;
  if (file === undefined)
    return { what, status: 'note', says: 'no settings of a site', remedy: '`intakeline init` begins a site' };
  return { what, status: 'fine', says: `settings from ${file}` };
}

function placed(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`;
}

function more(count: number): string {
  return count > 1 ? `, and ${count - 1} more` : '';
}

function questionnaireChecks({ place, problems, openFiles }: ContentFacts): readonly DoctorCheck[] {
  const what = 'questionnaire';
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counted: DoctorCheck =
    problems.length === 0
      ? { what, status: 'fine', says: `${place} can be read`, remedy: undefined }
      : {
          what,
          status: 'wrong',
          says: `${place} has ${times(errors, 'error')} and ${times(problems.length - errors, 'warning')}`,
          remedy: `\`intakeline check ${place}\``,
        };
  const [first] = openFiles;
  if (first === undefined) return [counted];
  return [
    counted,
    {
      what: 'rules',
      status: 'wrong',
      says: `others may change ${first}${more(openFiles.length)}, and with it what callers are told`,
      remedy: `\`chmod -R go-w ${place}\``,
    },
  ];
}

function contentChecks(loaded: LoadedFacts, site: SiteInForce, today: string): readonly DoctorCheck[] {
  return [
    amongst('policy', loaded.policies, site, 'name one of them with `--policy`, or in the settings of the site'),
    amongst('language', loaded.languages, site, 'name one of them, or add the language to the questionnaire'),
    ...directoryChecks(loaded.directory, today),
  ];
}

/** Whether what is chosen is there. A questionnaire that compiles has every text in each of its languages. */
function amongst(name: SettingName, known: readonly string[], { settings }: SiteInForce, remedy: string): DoctorCheck {
  const setting = settings.find((one) => one.name === name);
  const list = known.join(', ');
  if (setting === undefined || setting.source === 'default' || known.includes(setting.value))
    return { what: name, status: 'fine', says: `there is ${list}` };
  return { what: name, status: 'wrong', says: `there is no \`${setting.value}\`, but ${list}`, remedy };
}

function directoryChecks({ programs, staleAfterDays }: Directory, today: string): readonly DoctorCheck[] {
  const what = 'directory';
  const stale = programs.filter(({ verifiedOn }) => daysBetween(verifiedOn, today) > staleAfterDays).length;
  const expired = programs.filter(({ license }) => license !== undefined && isPast(license.expires, today)).length;
  const share = Math.ceil((100 * stale) / Math.max(1, programs.length));
  const fresh: DoctorCheck =
    stale === 0
      ? {
          what,
          status: 'fine',
          says: `${times(programs.length, 'program')}, none verified more than ${staleAfterDays} days ago`,
        }
      : {
          what,
          status: 'wrong',
          says: `${stale} of ${times(programs.length, 'program')} (${share} %) verified more than ${staleAfterDays} days ago`,
          remedy: '`intakeline directory stale` names them; call each and set its `verified_on`',
        };
  if (expired === 0) return [fresh];
  return [
    fresh,
    {
      what: 'licenses',
      status: 'wrong',
      says: `${times(expired, 'license')} of the directory expired before today`,
      remedy: 'look the programs up at their authority, and correct `license`',
    },
  ];
}

function noticesCheck({ notices: { file, problems, isShipped }, place }: ContentFacts): DoctorCheck {
  const what = 'notices';
  const where = `into ${place}, or name it as \`notices\` in the settings of the site`;
  if (file === undefined)
    return {
      what,
      status: 'wrong',
      says: 'there is no `notices.yaml`, so that nothing restricted may leave the building',
      remedy: `write one ${where}`,
    };
  const fault = firstProblem(what, problems);
  if (fault !== undefined) return fault;
  if (!isShipped) return { what, status: 'fine', says: `those of ${file}` };
  return {
    what,
    status: 'note',
    says: 'the shipped ones go with documents, and they do not say which service sends them',
    remedy: file.startsWith(`${place}/`)
      ? '`intakeline init` begins a site with notices of its own'
      : `copy ${file} ${where}; put your own name into it`,
  };
}

function stateCheck({ folder, isThere, isOwn, isOpen, openFiles, ages }: StateFacts): DoctorCheck {
  const what = 'calls';
  if (folder === undefined)
    return {
      what,
      status: 'wrong',
      says: 'nobody says which home folder there is, so that no call can be saved',
      remedy: 'set `XDG_STATE_HOME` to a folder of yours',
    };
  if (!isThere) return { what, status: 'fine', says: `none saved yet; they will be in ${folder}` };
  if (!isOwn)
    return {
      what,
      status: 'wrong',
      says: `${folder} belongs to somebody else, or cannot be looked into`,
      remedy: 'set `XDG_STATE_HOME` to a folder of yours',
    };
  if (isOpen)
    return { what, status: 'wrong', says: `others can look into ${folder}`, remedy: `\`chmod 700 ${folder}\`` };
  if (openFiles > 0)
    return {
      what,
      status: 'wrong',
      says: `others can read or write ${times(openFiles, 'file')} in ${folder}`,
      remedy: `\`chmod 600 ${folder}/*\``,
    };
  return { what, status: 'fine', says: `${times(ages.length, 'saved call')} in ${folder}, for its owner alone` };
}

function retentionChecks({ ages }: StateFacts, { retentionDays }: SiteInForce): readonly DoctorCheck[] {
  const what = 'retention';
  if (retentionDays === undefined)
    return [{ what, status: 'note', says: 'saved calls are kept until somebody erases them' }];
  const old = ages.filter((days) => days > retentionDays).length;
  if (old === 0) return [{ what, status: 'fine', says: `no call is older than ${retentionDays} days` }];
  return [
    {
      what,
      status: 'wrong',
      says: `${times(old, 'saved call')} older than ${retentionDays} days`,
      remedy: `\`intakeline calls erase --older-than ${retentionDays}\``,
    },
  ];
}

function terminalCheck({ terminal: { isTerminal, columns, hasColour } }: DoctorFacts): DoctorCheck {
  const what = 'terminal';
  if (!isTerminal) return { what, status: 'note', says: 'the output is no terminal: calls are taken line by line' };
  return { what, status: 'fine', says: `${columns} columns, ${hasColour ? 'in colour' : 'without colour'}` };
}

function times(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
