/** Which programs of a directory may be right for a caller: each condition is met, not met, or something to ask. */

import type { Level } from '../policy/care-lists.ts';
import type { Medicine, Payment } from './lists.ts';
import type { Directory, Program } from './model.ts';

/** What is looked for; what is undefined does not matter. */
export interface Search {
  readonly state?: string | undefined;
  readonly level?: Level | undefined;
  readonly city?: string | undefined;
  readonly county?: string | undefined;
  /** The first digits of a ZIP code. */
  readonly zip?: string | undefined;
  readonly name?: string | undefined;
  readonly detox?: boolean | undefined;
  readonly pregnant?: boolean | undefined;
  readonly children?: boolean | undefined;
  readonly age?: number | undefined;
  readonly dualDiagnosis?: boolean | undefined;
  readonly affirming?: boolean | undefined;
  readonly payment?: Payment | undefined;
  readonly medicine?: Medicine | undefined;
  readonly language?: string | undefined;
  readonly telehealth?: boolean | undefined;
  readonly evenings?: boolean | undefined;
}

export type Condition = keyof Search | 'license';

/** A program that nothing rules out. */
export interface Found {
  readonly program: Program;
  readonly met: readonly Condition[];
  /** What the directory does not know of it. */
  readonly ask: readonly Condition[];
  /** From where it is looked for; undefined where that, or where it lies, is not known. */
  readonly miles: number | undefined;
}

export interface SearchResult {
  readonly programs: number;
  /** Those first of which least has to be asked; then the nearest; then by name. */
  readonly found: readonly Found[];
  /** How many programs each condition rules out, whatever the others do. */
  readonly ruledOut: readonly { readonly condition: Condition; readonly programs: number }[];
}

type Verdict = 'met' | 'not-met' | 'ask' | 'not-asked';

/** The way to a program in miles; undefined where it is not known. */
export type WayTo = (program: Program) => number | undefined;

/** Searches a directory, for a day given as YYYY-MM-DD, and from a place where the way to each program is given. */
export function searchDirectory(
  { programs }: Directory,
  search: Search,
  today: string,
  wayTo: WayTo = () => undefined,
): SearchResult {
  const counts = new Map<Condition, number>();
  const found = programs.flatMap((program) => {
    const verdicts = verdictsOn(program, search, today);
    const against = verdicts.filter(([, verdict]) => verdict === 'not-met');
    for (const [condition] of against) counts.set(condition, (counts.get(condition) ?? 0) + 1);
    const that = (wanted: Verdict): readonly Condition[] =>
      verdicts.flatMap(([condition, verdict]) => (verdict === wanted ? [condition] : []));
    return against.length > 0 ? [] : [{ program, met: that('met'), ask: that('ask'), miles: wayTo(program) }];
  });
  const ruledOut = [...counts].map(([condition, count]) => ({ condition, programs: count }));
  return { programs: programs.length, found: found.sort(byKnown(search)), ruledOut };
}

/** Where pregnancy is not spoken of, a program for women is the likelier one to know it. */
function byKnown({ pregnant }: Search): (a: Found, b: Found) => number {
  const others = ({ program }: Found): number => (pregnant === true && program.serves !== 'women' ? 1 : 0);
  return (a, b) =>
    a.ask.length - b.ask.length ||
    order(a.miles ?? Number.MAX_SAFE_INTEGER, b.miles ?? Number.MAX_SAFE_INTEGER) ||
    others(a) - others(b) ||
    order(a.program.name.toLowerCase(), b.program.name.toLowerCase()) ||
    order(a.program.id, b.program.id);
}

function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function verdictsOn(program: Program, search: Search, today: string): readonly (readonly [Condition, Verdict])[] {
  const all = Object.entries(CONDITIONS).map(
    ([condition, verdictOn]) => [asCondition(condition), verdictOn(program, search)] as const,
  );
  return [...all, ['license', licenseVerdict(program, search, today)]];
}

function asCondition(name: string): Condition {
  return KEYS.find((key) => key === name) ?? 'license';
}

/** Each condition apart. A program of which something is not known is asked, never refused. */
const CONDITIONS = {
  state: ({ states }, { state }) => among(states, state),
  level: levelVerdict,
  city: ({ city }, wanted) => textual([city], wanted.city),
  county: ({ county }, wanted) => textual([county], wanted.county),
  zip: ({ postalCode }, { zip }) => {
    if (zip === undefined) return 'not-asked';
    return postalCode?.startsWith(zip) === true ? 'met' : 'not-met';
  },
  name: ({ name, organization }, wanted) => textual([name, organization], wanted.name),
  detox: ({ firstSteps }, { detox }) => {
    if (detox !== true) return 'not-asked';
    const steps = firstSteps?.filter((step) => step.startsWith('withdrawal-management'));
    return known(steps && steps.length > 0);
  },
  pregnant: pregnancyVerdict,
  children: ({ children }, wanted) => (wanted.children === true ? known(children) : 'not-asked'),
  age: ({ ages }, { age }) => {
    if (age === undefined) return 'not-asked';
    if (ages === undefined) return 'ask';
    if (age < (ages.from ?? 0) || age > (ages.to ?? age)) return 'not-met';
    return ages.from === undefined ? 'ask' : 'met';
  },
  dualDiagnosis: ({ supports }, wanted) =>
    wanted.dualDiagnosis === true ? known(supports.includes('dual-diagnosis-track') || undefined) : 'not-asked',
  affirming: ({ affirming }, wanted) =>
    wanted.affirming === true ? known(affirming === undefined ? undefined : true) : 'not-asked',
  payment: ({ payments }, { payment }) => among(payments, payment),
  medicine: ({ medicines }, { medicine }) => among(medicines, medicine),
  language: ({ languages, interpreter }, { language }) =>
    language !== undefined && interpreter === true ? 'met' : among(languages, language),
  telehealth: ({ supports }, wanted) =>
    wanted.telehealth === true ? known(supports.includes('telehealth') || undefined) : 'not-asked',
  evenings: ({ evenings }, wanted) => (wanted.evenings === true ? known(evenings) : 'not-asked'),
} as const satisfies Readonly<Record<keyof Search, (program: Program, search: Search) => Verdict>>;

const KEYS = Object.keys(CONDITIONS).filter((key): key is keyof Search => Object.hasOwn(CONDITIONS, key));

function known(value: boolean | undefined): Verdict {
  if (value === undefined) return 'ask';
  return value ? 'met' : 'not-met';
}

function among(values: readonly string[] | undefined, wanted: string | undefined): Verdict {
  return wanted === undefined ? 'not-asked' : known(values?.includes(wanted));
}

/** Capitals do not count. */
function textual(texts: readonly (string | undefined)[], wanted: string | undefined): Verdict {
  if (wanted === undefined) return 'not-asked';
  return texts.some((text) => text?.toLowerCase().includes(wanted.toLowerCase()) === true) ? 'met' : 'not-met';
}

function levelVerdict({ levels, mayOffer }: Program, { level }: Search): Verdict {
  if (level === undefined) return 'not-asked';
  if (levels.includes(level)) return 'met';
  return mayOffer.includes(level) ? 'ask' : 'not-met';
}

function pregnancyVerdict({ pregnant, serves, supports }: Program, search: Search): Verdict {
  if (search.pregnant !== true) return 'not-asked';
  if (serves === 'men' || pregnant === false) return 'not-met';
  return pregnant === true || supports.includes('prenatal-care') ? 'met' : 'ask';
}

/** One that has run out rules a program out. Around the clock none on record is something to ask. */
function licenseVerdict({ license }: Program, { level }: Search, today: string): Verdict {
  if (license !== undefined) return license.expires < today ? 'not-met' : 'met';
  return level === 'residential' || level === 'inpatient' ? 'ask' : 'not-asked';
}
