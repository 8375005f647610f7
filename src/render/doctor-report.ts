/** What `doctor` found, as text and as JSON. */

import type { DoctorCheck, DoctorReport } from '../site/doctor-report.ts';
import type { Setting } from '../site/settings.ts';

const MARKS = { fine: 'ok', note: '--', wrong: '!!' } as const satisfies Record<DoctorCheck['status'], string>;

/** For a person: settings first, then what was looked at, what is wrong marked with `!!`. */
export function doctorText({ version, settings, checks }: DoctorReport): string {
  const width = Math.max(...[...settings.map(({ name }) => name), ...checks.map(({ what }) => what)].map(length));
  const wrong = checks.filter(({ status }) => status === 'wrong').length;
  return [
    `intakeline ${version}`,
    '',
    'In force',
    ...settings.map((setting) => `  ${setting.name.padEnd(width)}  ${setting.value} (${sourceOf(setting)})`),
    '',
    'Looked at',
    ...checks.flatMap(({ what, status, says, remedy }) => [
      `  ${MARKS[status]} ${what.padEnd(width)}  ${says}`,
      ...(remedy === undefined ? [] : [`     ${' '.repeat(width)}  ${remedy}`]),
    ]),
    '',
    wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`,
    '',
  ].join('\n');
}

/** For a program. */
export function doctorJson(report: DoctorReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function length(text: string): number {
  return text.length;
}

function sourceOf({ source, place }: Setting): string {
  return place ?? source;
}
