/** Random mappings of small questionnaires: every kind of reading, and the texts that an export would have in each column. */

import { dayPattern } from '../../src/batch/calendar-day.ts';
import type { CellReading, FlagReading, Implication, Mapping, Reading } from '../../src/batch/mapping.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { valuesOf } from '../laws/small-policies.ts';
import { pick, type Random } from '../questionnaires/random-callers.ts';

/** A column of an export with texts that stand in it; most of them mean something. */
export interface Column {
  readonly name: string;
  readonly texts: readonly string[];
}

export interface RandomMapping {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
}

const MISSING = ['', '-9', ' -9.0 '];
const UNREADABLE = ['', '', '', '', 'zzz', '7x', '99'];

type Drawn = { readonly reading: Reading; readonly columns: readonly Column[] };

/** Draws how the questions of a questionnaire are read; the last column of a group is sometimes missing from the export. */
export function randomMapping(questionnaire: Questionnaire, random: Random): RandomMapping {
  const { questions, dispositions } = questionnaire;
  const drawn = questions.filter(() => random() < 0.9).flatMap((question) => drawReading(question, random));
  const ended = dispositions.length > 0 && random() < 0.4;
  const emergency = random() < 0.2 ? { column: ['state'], values: new Set(['stopped']) } : undefined;
  const implications = random() < 0.5 ? [drawImplication(questions, random)] : [];
  const assumed = questions.filter(({ kind }) => kind.kind !== 'unreadable' && random() < 0.4);
  return {
    mapping: {
      id: 'random',
      title: 'random',
      questionnaire: questionnaire.id,
      missing: new Set(['', '-9']),
      readings: drawn.map(({ reading }) => reading),
      ended: ended
        ? { column: ['ended'], values: new Map(dispositions.map(({ id }) => [`over ${id}`, id])) }
        : undefined,
      emergency,
      implications,
      assumptions: assumed.map((question) => ({
        question: question.id,
        answer: pick(random, valuesOf(question.kind)),
        because: 'the export never asks',
      })),
    },
    columns: [
      ...drawn.flatMap(({ columns }) => columns),
      ...(ended ? [{ name: 'ended', texts: [...MISSING, ...dispositions.map(({ id }) => `over ${id}`)] }] : []),
      ...(emergency ? [{ name: 'state', texts: ['', '', '', 'open', 'done', 'stopped'] }] : []),
      ...implications.map(({ test }) => ({ name: test.column[0] ?? '', texts: [...MISSING, 'a', 'b', 'c'] })),
    ],
  };
}

function drawImplication(questions: readonly Question[], random: Random): Implication {
  const some = questions.filter(() => random() < 0.6);
  const answers = new Map(some.map(({ id, kind }) => [id, pick(random, valuesOf(kind))]));
  return { test: { column: ['implies'], values: new Set(['a']) }, answers, because: 'so it is' };
}

function drawReading(question: Question, random: Random): readonly Drawn[] {
  switch (question.kind.kind) {
    case 'values':
      return [random() < 0.6 ? valuesReading(question, question.kind.values, random) : casesReading(question, random)];
    case 'number':
      return [pick(random, [numberReading, dateReading, casesReading])(question, random)];
    case 'options':
      return [
        random() < 0.5
          ? listReading(question, question.kind.options, random)
          : flagsReading(question, question.kind.options, random),
      ];
    default:
      return [];
  }
}

function common({ id }: Question, random: Random): Pick<Reading, 'question' | 'skipped' | 'unclear'> {
  return { question: id, skipped: random() < 0.3 ? 'ignore' : 'reject', unclear: new Set(['unclear']) };
}

function cell(question: Question, random: Random, reading: CellReading, texts: readonly string[]): Drawn {
  return {
    reading: { ...common(question, random), kind: 'cell', column: [question.id], cell: reading },
    columns: [{ name: question.id, texts: [...texts, ...texts, ...MISSING, 'unclear', pick(random, UNREADABLE)] }],
  };
}

function valuesReading(question: Question, values: readonly string[], random: Random): Drawn {
  const texts = new Map(
    values.flatMap(
      (value, code) =>
        [
          [value, value],
          [String(code), value],
        ] as const,
    ),
  );
  const spelled = values.flatMap((value, code) => [value, value.toUpperCase(), ` ${code}.0`, `${code}`]);
  return cell(question, random, { kind: 'values', values: texts }, spelled);
}

function numberReading(question: Question, random: Random): Drawn {
  const { kind } = question;
  const grid = kind.kind === 'number' ? kind : { min: 0, max: 1, step: 1 };
  const numbers = valuesOf(kind).map(String);
  return cell(
    question,
    random,
    {
      kind: 'number',
      grid,
      ranges: new Map([
        ['low', [1, 2]],
        ['all', [1, 4]],
      ]),
    },
    [...numbers, ...numbers.map((text) => `${text}.00`), 'low', 'all'],
  );
}

function dateReading(question: Question, random: Random): Drawn {
  const { kind } = question;
  const grid = kind.kind === 'number' ? kind : { min: 0, max: 1, step: 1 };
  const isToday = random() < 0.3;
  const days = ['01/02/2026', '01/03/2026', '01/04/2026', '01/05/2026'];
  const until = `${question.id}_until`;
  return {
    reading: {
      ...common(question, random),
      kind: 'date',
      column: [question.id],
      date: {
        grid,
        format: 'MM/DD/YYYY',
        pattern: dayPattern('MM/DD/YYYY'),
        until: isToday ? 'today' : [until],
        unit: 'days',
      },
    },
    columns: [
      {
        name: question.id,
        texts: [
          ...twice(days.slice(0, 2)),
          ...twice(days.slice(0, 2)),
          ...days,
          ...MISSING,
          pick(random, ['', '1/2/2026', '13/01/2026', '01/02/2026 7:00 PM', '01/03/2026 7:61', '01/02/2026T']),
        ],
      },
      ...(isToday
        ? []
        : [
            {
              name: until,
              texts: [...twice(days.slice(2)), ...twice(days.slice(2)), ...twice(days.slice(2)), ...days, ...MISSING],
            },
          ]),
    ],
  };
}

function twice(texts: readonly string[]): readonly string[] {
  return [...texts, ...texts];
}

function listReading(question: Question, options: readonly string[], random: Random): Drawn {
  const lists = [
    ...options,
    options.join('+'),
    options.join(' + '),
    `${options[0]}?+${options[1]}`,
    `none+${options[0]}?`,
  ];
  return cell(
    question,
    random,
    {
      kind: 'list',
      options,
      separator: '+',
      values: new Map(options.map((option) => [option, option])),
      none: new Set(['none']),
      unsure: '?',
    },
    [...lists, 'none', 'none', `none+${options[0]}`, `${options[0]}?`],
  );
}

function flagsReading(question: Question, options: readonly string[], random: Random): Drawn {
  const flag = (name: string): FlagReading => ({ column: [name], yes: new Set(['1']), no: new Set(['0']) });
  const parts = options.map((option) => ({
    option,
    parts: Array.from({ length: 1 + Math.floor(random() * 2) }, (_, part) => flag(`${question.id}_${option}_${part}`)),
  }));
  const [none, asked] = [random() < 0.6, random() < 0.5];
  const texts = ['0', '0', '0', '1', '1.0', '', 'unclear', random() < 0.2 ? '2' : '0'];
  const names = parts.flatMap((option) => option.parts.map(({ column }) => column[0] ?? ''));
  const bound = random() < 0.3 ? names.slice(0, -1) : names;
  return {
    reading: {
      ...common(question, random),
      kind: 'options',
      options: parts,
      none: none ? flag(`${question.id}_none`) : undefined,
      askedIf: asked ? [{ column: [`${question.id}_asked`], values: new Set(['y']) }] : [],
      namingAsks: random() < 0.7,
    },
    columns: [
      ...bound.map((name) => ({ name, texts })),
      ...(none ? [{ name: `${question.id}_none`, texts: ['0', '0', '0', '1', ''] }] : []),
      ...(asked ? [{ name: `${question.id}_asked`, texts: ['y', 'n', ''] }] : []),
    ],
  };
}

function casesReading(question: Question, random: Random): Drawn {
  const [first, second] = [`${question.id}_a`, `${question.id}_b`];
  const test = (name: string, ...texts: readonly string[]) => ({ column: [name], values: new Set(texts) });
  const answers = valuesOf(question.kind);
  return {
    reading: {
      ...common(question, random),
      kind: 'cases',
      cases: [
        { when: [test(first, '1'), test(second, '1')], answer: pick(random, answers) },
        { when: [test(first, '1')], answer: random() < 0.3 ? undefined : pick(random, answers) },
        { when: [test(second, '1', '2')], answer: pick(random, answers) },
      ],
    },
    columns: [
      { name: first, texts: ['1', '2', '', 'anything'] },
      { name: second, texts: ['1', '2', '3', '-9'] },
    ],
  };
}
