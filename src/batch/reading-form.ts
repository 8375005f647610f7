/** The ways in which a mapping can read the answer to a question, and what is written for each. */

import type { FactKind } from '../conditions/model.ts';
import type { Finding } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { Question } from '../questionnaire/model.ts';
import type { ReadingSource } from './schema.ts';

type Key = Exclude<keyof ReadingSource, 'skipped'>;

interface Form {
  readonly name: string;
  /** The kind of question that it can answer; undefined where it can answer any. */
  readonly fits: FactKind['kind'] | undefined;
  /** Any of these shows that it is meant. */
  readonly telling: readonly Key[];
  readonly needed: readonly Key[];
  readonly optional: readonly Key[];
}

/** Of several that may be meant, the first one is taken; what does not go with it is reported. */
const FORMS = [
  { name: 'cases', fits: undefined, telling: ['cases'], needed: [], optional: [] },
  { name: 'flags', fits: 'options', telling: ['flags'], needed: [], optional: ['none', 'answered_if', 'unclear'] },
  {
    name: 'columns',
    fits: 'options',
    telling: ['columns'],
    needed: ['codes'],
    optional: ['none', 'unclear'],
  },
  {
    name: 'list',
    fits: 'options',
    telling: ['list'],
    needed: ['column'],
    optional: ['values', 'none', 'unsure', 'unclear'],
  },
  { name: 'date', fits: 'number', telling: ['date'], needed: ['column'], optional: ['unclear'] },
  { name: 'bands', fits: 'values', telling: ['bands'], needed: ['column'], optional: ['unclear'] },
  { name: 'number', fits: 'number', telling: ['number'], needed: ['column'], optional: ['ranges', 'unclear'] },
  { name: 'ranges', fits: 'number', telling: ['ranges'], needed: ['column'], optional: ['unclear'] },
  { name: 'values', fits: 'values', telling: ['values'], needed: ['column'], optional: ['unclear'] },
] as const satisfies readonly Form[];

type KnownForm = (typeof FORMS)[number];
export type ReadingForm = KnownForm['name'];

/** The form where nothing is said but the column. */
const USUAL = {
  values: FORMS[8],
  number: FORMS[6],
  options: undefined,
  unreadable: undefined,
} as const satisfies Readonly<Record<FactKind['kind'], KnownForm | undefined>>;

/** How a reading is to be read, where it can be, and everything that is wrong with its shape. */
export interface FormFound {
  readonly form: ReadingForm | undefined;
  readonly findings: readonly Finding[];
}

/** Finds out how a reading is meant, and whether read so it can answer the question. */
export function formOf(source: ReadingSource, question: Question, path: Path): FormFound {
  const meant = FORMS.find(({ telling }) => telling.some((key) => source[key] !== undefined));
  if (meant === undefined && source.column === undefined) return { form: undefined, findings: [nowhere(path)] };
  const form = meant ?? USUAL[question.kind.kind];
  if (form === undefined) return { form, findings: [joined(path)] };
  const findings = [misplaced, missing, empty, wrongNone].flatMap((find) => find(form, source, path));
  if (form.fits === undefined || form.fits === question.kind.kind) return { form: form.name, findings };
  return { form: undefined, findings: [mismatch(form, source, question, path), ...findings] };
}

/** The keys that show that a form is meant. */
const TELLING: readonly Key[] = FORMS.flatMap(({ telling }) => telling);

function nowhere(path: Path): Finding {
  return {
    code: 'reading-shape',
    path,
    part: 'key',
    message: 'nothing says where the answer stands',
    remedy: 'add `column`, `columns`, `flags` or `cases`',
    relies: ['column', ...TELLING].map((key) => [...path, key]),
  };
}

function joined(path: Path): Finding {
  return {
    code: 'reading-mismatch',
    path: [...path, 'column'],
    part: 'key',
    message: 'nothing says how several options stand in one column',
    remedy: 'add `list` with what stands between them, or use `flags` or `columns`',
    relies: TELLING.map((key) => [...path, key]),
  };
}

function misplaced({ name, telling, needed, optional }: Form, source: ReadingSource, path: Path): readonly Finding[] {
  const known: readonly string[] = [...telling, ...needed, ...optional, 'skipped'];
  return Object.keys(source)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      code: 'stray-key',
      path: [...path, key],
      part: 'key',
      message: `\`${key}\` does not go with \`${name}\``,
      remedy: 'keep one of the two',
    }));
}

function missing({ name, needed }: Form, source: ReadingSource, path: Path): readonly Finding[] {
  return needed
    .filter((key) => source[key] === undefined)
    .map((key) => ({
      code: 'missing-key',
      path,
      message: `\`${key}\` is missing`,
      remedy: `\`${name}\` needs it`,
      relies: [[...path, key]],
    }));
}

/** Without an entry nothing would be understood, unless all that stands in the column leaves the question open. */
function empty({ telling, needed }: Form, source: ReadingSource, path: Path): readonly Finding[] {
  if (source.column !== undefined && source.unclear !== undefined) return [];
  return [...telling, ...needed]
    .filter((key) => isEmpty(source[key]))
    .map((key) => ({
      code: 'empty-list',
      path: [...path, key],
      part: 'key',
      message: `nothing stands under \`${key}\``,
      remedy: 'write down what the texts or columns of the export mean',
    }));
}

function isEmpty(value: ReadingSource[Key]): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** What says "none of these" is a column beside flags, and a text of the same columns otherwise. */
function wrongNone({ name }: Form, { none }: ReadingSource, path: Path): readonly Finding[] {
  if (none === undefined || Array.isArray(none) !== (name === 'flags')) return [];
  const [message, remedy] = Array.isArray(none)
    ? ['a column is expected here, not a list', 'write `{ column: …, yes: […], no: […] }`']
    : ['a list of texts is expected here, not a column', 'list the texts that say "none of these"'];
  return [{ code: 'wrong-type', path: [...path, 'none'], message, remedy }];
}

const ANSWERS: Readonly<Record<FactKind['kind'], string>> = {
  values: 'one option',
  options: 'several options',
  number: 'a number',
  unreadable: 'free text',
};

const REMEDIES: Readonly<Record<FactKind['kind'], string>> = {
  values: 'use `values`, `bands` or `cases`',
  options: 'use `list`, `flags`, `columns` or `cases`',
  number: 'use `number`, `ranges`, `date` or `cases`',
  unreadable: 'leave the question out',
};

function mismatch(form: KnownForm, source: ReadingSource, { type, kind }: Question, path: Path): Finding {
  const key = form.telling.find((one) => source[one] !== undefined) ?? 'column';
  return {
    code: 'reading-mismatch',
    path: [...path, key],
    part: 'key',
    message: `\`${key}\` gives ${ANSWERS[form.fits ?? kind.kind]}, which is no answer to a \`${type}\` question`,
    remedy: REMEDIES[kind.kind],
  };
}
