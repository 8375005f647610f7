/** Programs that a search found: a line each for a person, or all that is known; rows for a spreadsheet; JSON for a program. */

import type { Program } from '../directory/model.ts';
import type { Condition, Found, SearchResult } from '../directory/search.ts';
import { csv } from './csv.ts';
import { programDetails } from './directory-program.ts';
import { grouped, numbered } from './grouped.ts';

export interface FoundPrograms {
  readonly place: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly staleAfterDays: number;
  /** How many programs were looked at, how many of them nothing rules out, and those that are shown. */
  readonly searched: number;
  readonly found: number;
  readonly shown: readonly Found[];
  readonly ruledOut: SearchResult['ruledOut'];
  readonly details: boolean;
}

/** What each condition is called: as something to ask, and as what rules programs out. */
const CONDITION_WORDS: Readonly<Record<Condition, readonly [ask: string, against: string]>> = {
  state: ['the state', 'in another state, or in none that is stated'],
  level: ['whether it has this level of care', 'another level of care'],
  city: ['the city', 'another city'],
  county: ['the county', 'another county'],
  zip: ['the ZIP code', 'another ZIP code'],
  name: ['the name', 'another name'],
  detox: ['detox', 'does no detox itself'],
  pregnant: ['pregnancy', 'not during pregnancy, or men only'],
  children: ['children', 'no children'],
  age: ['the age', 'another age'],
  dualDiagnosis: ['care for mental health as well', 'no care for mental health'],
  affirming: ['LGBTQ+-affirming care', 'no LGBTQ+-affirming care'],
  payment: ['the payment', 'another payment'],
  medicine: ['the medicine', 'another medicine, or none'],
  language: ['the language', 'another language, no interpreter'],
  telehealth: ['telehealth', 'no telehealth'],
  evenings: ['evenings', 'no evenings'],
  license: ['the license', 'license that has run out'],
};

/** The programs, and how many there are; where there is none, what ruled the others out. */
export function programsText(list: FoundPrograms): string {
  const { shown, found, searched, place, today, details } = list;
  const entries = shown.map((one) =>
    details ? `${line(one, list)}\n${programDetails(one.program)}` : line(one, list),
  );
  const left = found - shown.length;
  const summary = `${place}: nothing known rules out ${grouped(found)} of ${numbered(searched, 'program')} on ${today}`;
  const more = left > 0 ? `; ${grouped(left)} more with a larger \`--limit\`` : '';
  const none = found === 0 ? list.ruledOut.map(ruledOutLine) : [];
  return `${[...entries, `${summary}${more}`, ...none].join('\n')}\n`;
}

function ruledOutLine({ condition, programs }: SearchResult['ruledOut'][number]): string {
  return `  ${CONDITION_WORDS[condition][1]}: ${grouped(programs)}`;
}

function line({ program, ask, miles }: Found, { today }: FoundPrograms): string {
  const place = [program.city, program.states?.join('/')].filter((part) => part !== undefined).join(', ');
  const parts = [
    miles === undefined ? undefined : `about ${numbered(Math.round(miles), 'mile')}`,
    program.serves === 'women' || program.serves === 'men' ? `${program.serves} only` : undefined,
    program.children === true ? 'children may come' : undefined,
    program.beds === undefined ? undefined : numbered(program.beds, 'bed'),
    openingText(program, today),
    program.license === undefined ? undefined : `licensed until ${program.license.expires}`,
    ask.length === 0 ? undefined : `ask: ${ask.map((condition) => CONDITION_WORDS[condition][0]).join(', ')}`,
  ];
  const said = parts.filter((part) => part !== undefined).join('; ');
  return `${program.name}${place === '' ? '' : `, ${place}`}: ${phoneText(program)}${said === '' ? '' : `; ${said}`}`;
}

function phoneText({ phones }: Program): string {
  const [phone] = phones;
  if (phone === undefined) return 'no number';
  return phone.doubtful === undefined ? phone.number : `${phone.number} (may be wrong: ${phone.doubtful})`;
}

function openingText({ availability }: Program, _today: string): string | undefined {
  return availability === undefined ? undefined : `${availability.opening} as of ${availability.on}`;
}

/** All that is known of each, versioned. */
export function programsJson({ place, today, searched, found, shown, ruledOut }: FoundPrograms): string {
  const programs = shown.map(({ program, met, ask, miles }) => ({ ...program, met, ask, miles }));
  const result = { format: 'intakeline/programs/1', place, today, searched, found, ruledOut, programs };
  return `${JSON.stringify(result, null, 2)}\n`;
}

const COLUMNS = [
  'id',
  'name',
  'organization',
  'address',
  'city',
  'states',
  'postal_code',
  'phone',
  'phone_doubt',
  'levels',
];

/** One row a program. */
export function programsCsv({ shown }: FoundPrograms): string {
  const rows = shown.map(({ program, ask, miles }) => [
    program.id,
    { free: program.name },
    { free: program.organization ?? '' },
    { free: program.address ?? '' },
    { free: program.city ?? '' },
    (program.states ?? []).join(';'),
    { free: program.postalCode ?? '' },
    { free: program.phones[0]?.number ?? '' },
    { free: program.phones[0]?.doubtful ?? '' },
    program.levels.join(';'),
    program.license?.expires ?? '',
    ask.join(';'),
    program.verifiedOn,
    miles === undefined ? '' : String(Math.round(miles)),
  ]);
  return csv([[...COLUMNS, 'license_expires', 'ask', 'verified_on', 'miles'], ...rows]);
}
