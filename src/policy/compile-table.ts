/** A table: what a person wrote → rules over a questionnaire, or everything that is wrong with it. */

import { compileCondition, type Facts, NO_FACTS } from '../conditions/compile.ts';
import { collect, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import { factsOf } from '../questionnaire/compile.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { LEVELS } from './care-lists.ts';
import { checkCitations } from './check-citations.ts';
import { questionnaireOfInputs } from './table-inputs.ts';
import type { Table } from './table-model.ts';
import type { TableSource } from './table-schema.ts';
import type { Sources } from './texts.ts';

/** What a table without inputs of its own reads, and what it may cite then. */
export interface TableGround {
  readonly questionnaire: Questionnaire;
  readonly sources: Sources<unknown>;
}

interface Scope {
  readonly facts: Facts;
  readonly levels: readonly string[];
  readonly sources: Sources<unknown> | undefined;
  readonly report: Report;
}

/** Compiles a table over its own inputs, or over the questionnaire of its folder where it has none. */
export function compileTable(document: Document<TableSource>, ground: TableGround | undefined): Outcome<Table> {
  const { report, outcome } = collect(document);
  const { value } = document;
  const ownInputs = value.inputs && questionnaireOfInputs(value.id, value.title, value.inputs, report);
  const questionnaire = ownInputs ?? ground?.questionnaire ?? questionnaireOfInputs(value.id, value.title, {}, report);
  if (ownInputs === undefined && ground === undefined)
    report({
      code: 'missing-key',
      path: [],
      message: '`inputs` is missing, and there is no questionnaire that the rules could read',
      remedy: 'add `inputs`, or put the table among the policies of a questionnaire and check its folder',
      relies: [['inputs']],
    });
  const areInputsSound = !document.flaws.some(({ path }) => path[0] === 'inputs');
  const scope: Scope = {
    facts: areInputsSound && (ownInputs ?? ground) !== undefined ? factsOf(questionnaire) : NO_FACTS,
    levels: compileLevels(value, report),
    sources: value.inputs === undefined ? ground?.sources : undefined,
    report,
  };
  if (value.otherwise !== undefined) checkLevel(value.otherwise, ['otherwise'], scope);
  const claim = claimIds(report);
  claim('otherwise', ['otherwise'], 'what the table says where no rule holds');
  return outcome({
    id: value.id,
    title: value.title,
    hit: value.hit,
    levels: scope.levels,
    questionnaire,
    rules: value.rules.map((source, index) => {
      const path = ['rules', index];
      claim(source.id, [...path, 'id'], 'another rule');
      checkLevel(source, path, scope);
      const when = compileCondition(source.when, [...path, 'when'], scope.facts, report);
      return { id: source.id, when, level: source.level };
    }),
    otherwise: value.otherwise?.level,
    groups: compileGroups(value, scope),
  });
}

function compileGroups({ groups = [] }: TableSource, { facts, report }: Scope): Table['groups'] {
  const claim = claimIds(report);
  return groups.map(({ id, title, when }, index) => {
    const path = ['groups', index];
    claim(id, [...path, 'id'], 'another group');
    return { id, title, when: compileCondition(when, [...path, 'when'], facts, report) };
  });
}

function compileLevels(source: TableSource, report: Report): readonly string[] {
  const levels: readonly string[] = source.levels ?? LEVELS;
  for (const [index, level] of levels.entries())
    if (levels.indexOf(level) < index)
      report({
        code: 'repeated-value',
        path: ['levels', index],
        message: `\`${level}\` stands twice in the list`,
        remedy: 'delete one of them',
      });
  return levels;
}

/** What gives a level, be it a rule or `otherwise`. */
function checkLevel(
  { level, cites }: { readonly level: string; readonly cites?: readonly string[] | undefined },
  path: Path,
  { levels, sources, report }: Scope,
): void {
  if (!levels.includes(level))
    report({
      code: 'unknown-level',
      path: [...path, 'level'],
      message: `there is no level \`${level}\``,
      remedy: suggest(level, levels),
      relies: [['levels']],
    });
  if (sources !== undefined) checkCitations(cites, [...path, 'cites'], sources, report);
}
