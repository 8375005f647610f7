/** Slips in a questionnaire: derived facts, whom a question is asked, how a call ends. */

import type { Facts } from '../conditions/compile.ts';
import type { Path } from '../documents/document.ts';
import type { FactSource, QuestionnaireSource } from '../questionnaire/schema.ts';
import { moved } from './bound-slips.ts';
import { conditionSlips } from './condition-slips.ts';
import { inYaml } from './in-yaml.ts';
import { leftOut, withoutKey } from './left-out.ts';
import type { Slip } from './slip.ts';

/** Every slip in the conditions of a questionnaire's file. */
export function questionnaireSlips(source: QuestionnaireSource, facts: Facts): readonly Slip[] {
  const { questions, facts: derived = [], dispositions = [] } = source;
  return [
    ...questions.flatMap((question, index) => gateSlips(question, ['questions', index], facts)),
    ...derived.flatMap((fact, index) => factSlips(fact, ['facts', index], facts)),
    ...dispositions.flatMap(({ when }, index) => conditionSlips(when, ['dispositions', index, 'when'], facts)),
  ];
}

function gateSlips(question: QuestionnaireSource['questions'][number], path: Path, facts: Facts): readonly Slip[] {
  if (question.ask_if === undefined) return [];
  return [
    {
      kind: 'gate-left-out',
      at: [...path, 'ask_if'],
      part: 'key',
      what: `\`${inYaml({ ask_if: question.ask_if })}\` left out`,
      edit: { path, value: withoutKey(question, 'ask_if') },
    },
    ...conditionSlips(question.ask_if, [...path, 'ask_if'], facts),
  ];
}

function factSlips(fact: FactSource, path: Path, facts: Facts): readonly Slip[] {
  return [
    ...branchSlips(fact, path),
    ...(fact.first_of ?? []).flatMap(({ when }, index) =>
      conditionSlips(when, [...path, 'first_of', index, 'when'], facts),
    ),
    ...leftOut(fact.count ?? [], [...path, 'count'], 'condition-left-out'),
    ...(fact.count ?? []).flatMap((part, index) => conditionSlips(part, [...path, 'count', index], facts)),
    ...pointSlips(fact.points ?? {}, [...path, 'points']),
    ...bandSlips(fact.bands ?? [], [...path, 'bands']),
  ];
}

function branchSlips(fact: FactSource, path: Path): readonly Slip[] {
  const { first_of: branches = [], otherwise } = fact;
  const here = [...path, 'first_of'];
  return [
    ...leftOut(branches, here, 'branch-left-out').map((slip, index) => ({
      ...slip,
      what: `the branch \`${branches[index]?.value ?? ''}\` left out`,
    })),
    ...branches.slice(1).flatMap((branch, before) => swappedBranches(branches, before, branch, here)),
    ...swappedValues(branches, here),
    ...swappedWithOtherwise(fact, otherwise, path),
  ];
}

type Branch = NonNullable<FactSource['first_of']>[number];

/** The order of two branches decides where both hold. */
function swappedBranches(branches: readonly Branch[], before: number, second: Branch, path: Path): readonly Slip[] {
  const first = branches[before];
  if (first === undefined || first.value === second.value) return [];
  return [
    {
      kind: 'branches-swapped',
      at: [...path, before + 1],
      what: `\`${second.value}\` before \`${first.value}\``,
      edit: { path, value: exchanged(branches, before, second, first) },
    },
  ];
}

/** Values that two neighbours have taken from each other; of branches and of bands. */
function swappedValues<T extends { readonly value: string }>(list: readonly T[], path: Path): readonly Slip[] {
  return list.slice(1).flatMap((second, before) => {
    const first = list[before];
    if (first === undefined || first.value === second.value) return [];
    return [
      {
        kind: 'values-swapped' as const,
        at: [...path, before + 1, 'value'],
        what: `\`${second.value}\` and \`${first.value}\` in each other's place`,
        edit: {
          path,
          value: exchanged(list, before, { ...first, value: second.value }, { ...second, value: first.value }),
        },
      },
    ];
  });
}

function exchanged<T>(list: readonly T[], place: number, first: T, second: T): readonly T[] {
  return list.map((entry, index) => (index === place ? first : index === place + 1 ? second : entry));
}

function swappedWithOtherwise(fact: FactSource, otherwise: string | undefined, path: Path): readonly Slip[] {
  const { first_of: branches = [] } = fact;
  const last = branches.at(-1);
  if (last === undefined || otherwise === undefined || last.value === otherwise) return [];
  const changed = [...branches.slice(0, -1), { ...last, value: otherwise }];
  return [
    {
      kind: 'values-swapped',
      at: [...path, 'otherwise'],
      what: `\`${otherwise}\` and \`${last.value}\` in each other's place`,
      edit: { path, value: { ...fact, first_of: changed, otherwise: last.value } },
    },
  ];
}

function pointSlips(points: NonNullable<FactSource['points']>, path: Path): readonly Slip[] {
  return Object.entries(points).flatMap(([question, table]) =>
    Object.entries(table).flatMap(([option, value]) => moved(value, 1, [...path, question, option], 'points-moved')),
  );
}

/** The first band begins at 0, as it must. */
function bandSlips(bands: NonNullable<FactSource['bands']>, path: Path): readonly Slip[] {
  return [
    ...bands.slice(1).flatMap(({ from }, before) => moved(from, 1, [...path, before + 1, 'from'])),
    ...swappedValues(bands, path),
  ];
}
