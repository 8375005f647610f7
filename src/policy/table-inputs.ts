/** A table's own inputs → a questionnaire that asks for exactly these: all of them, always. */

import { OPERATORS } from '../conditions/compile.ts';
import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import { ALWAYS, type FactKind, type FactValue } from '../conditions/model.ts';
import { isOnGrid } from '../conditions/number-test.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';
import type { TableSource } from './table-schema.ts';

type Inputs = NonNullable<TableSource['inputs']>;
type Input = Inputs[string];

/**
 * Makes the questionnaire of the inputs. The first of the listed answers, the smallest number and no option at all count as
 * unremarkable, so that a witness has as few others as it can.
 */
export function questionnaireOfInputs(id: string, title: string, inputs: Inputs, report: Report): Questionnaire {
  return {
    id,
    version: '1',
    title,
    languages: ['en'],
    sections: [{ id: 'inputs', title: { en: 'Inputs' } }],
    questions: Object.entries(inputs).map(([name, input], index) =>
      questionOf(name, index, inputKind(name, input, ['inputs', name], report)),
    ),
    facts: [],
    dispositions: [],
  };
}

function questionOf(id: string, index: number, kind: FactKind): Question {
  return {
    id,
    index,
    section: 'inputs',
    type: kind.kind === 'number' ? 'number' : kind.kind === 'options' ? 'choices' : 'choice',
    kind,
    say: { en: id },
    sayForOther: undefined,
    probe: undefined,
    help: undefined,
    options: [],
    none: undefined,
    askIf: ALWAYS,
    order: { kind: 'unordered', because: 'a table says nothing of it' },
    baseline: baselineOf(kind),
    stop: [],
    safety: false,
    changeable: false,
    restricted: false,
    uses: [],
  };
}

function baselineOf(kind: FactKind): FactValue | undefined {
  if (kind.kind === 'values') return kind.values[0];
  return kind.kind === 'number' ? kind.min : [];
}

function inputKind(id: string, input: Input, path: Path, report: Report): FactKind {
  if (OPERATORS.includes(id))
    report({
      code: 'reserved-id',
      path,
      part: 'key',
      message: `\`${id}\` is a word of the condition syntax`,
      remedy: 'choose another id',
    });
  if (Array.isArray(input)) return { kind: 'values', values: distinct(input, path, report) };
  const { options, min, max, step } = input;
  const isNumber = min !== undefined || max !== undefined || step !== undefined;
  if (options !== undefined && !isNumber)
    return { kind: 'options', options: distinct(options, [...path, 'options'], report) };
  if (options === undefined && min !== undefined && max !== undefined)
    return numberKind({ min, max, step }, path, report);
  report({
    code: 'input-shape',
    path,
    part: 'key',
    message: `\`${id}\` is not defined in exactly one way`,
    remedy: 'list its answers, or write `{ options: [...] }` for several at once, or `{ min: 0, max: 4 }` for numbers',
    relies: ['options', 'min', 'max', 'step'].map((key) => [...path, key]),
  });
  return { kind: 'unreadable' };
}

function numberKind(
  { min, max, step = 1 }: { readonly min: number; readonly max: number; readonly step: number | undefined },
  path: Path,
  report: Report,
): FactKind {
  if (min < max && isOnGrid(max, { min, max, step })) return { kind: 'number', min, max, step };
  const message = min >= max ? '`min` must be less than `max`' : 'steps from `min` never reach `max`';
  report({ code: 'bad-range', path: [...path, 'max'], message, remedy: 'correct `min`, `max` or `step`' });
  return { kind: 'unreadable' };
}

function distinct(ids: readonly string[], path: Path, report: Report): readonly string[] {
  const found = new Set<string>();
  for (const [index, id] of ids.entries()) {
    const here = [...path, index];
    if (id === NONE_OF_THESE)
      report({
        code: 'reserved-id',
        path: here,
        message: `\`${id}\` is a word of the condition syntax`,
        remedy: 'choose another id',
      });
    if (found.has(id))
      report({
        code: 'repeated-value',
        path: here,
        message: `\`${id}\` stands twice in the list`,
        remedy: 'delete one of them',
      });
    found.add(id);
  }
  return [...found];
}
