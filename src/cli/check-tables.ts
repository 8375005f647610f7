/** Examines tables: rules from elsewhere, of which it is said what they leave out, where they contradict each other, and what never decides. */

import { examineTable, type TableReport } from '../analysis/table-report.ts';
import { type Finding, problemAt } from '../documents/collect.ts';
import { shownPath } from '../io/installed.ts';
import type { TableGround } from '../policy/compile-table.ts';
import type { Problem } from '../problems/problem.ts';
import { percent } from '../render/share.ts';
import { statesIn, statesOf } from '../render/table-report.ts';
import { outgrown } from './compile-within-budget.ts';
import type { Content } from './content.ts';
import { type ReadTable, readTable } from './read-table.ts';

export interface CheckedTables {
  readonly problems: readonly Problem[];
  /** One for each table that could be examined. */
  readonly reports: readonly TableReport[];
}

/** Examines every table that lies among the policies of a folder. */
export async function checkTables(content: Content): Promise<CheckedTables> {
  const all: CheckedTables[] = [];
  for (const { path, read } of content.tables) all.push(await checkTableText(shownPath(path), read.text, content));
  return { problems: all.flatMap(({ problems }) => problems), reports: all.flatMap(({ reports }) => reports) };
}

/** Examines the text of one table; without `ground` one that has inputs of its own. */
export async function checkTableText(
  file: string,
  text: string,
  ground: TableGround | undefined,
): Promise<CheckedTables> {
  const read = await readTable(file, text, ground);
  if (!read.ok) return { problems: read.problems, reports: [] };
  const { problems, reports } = checkTable(read.value);
  return { problems: [...read.problems, ...problems], reports };
}

function checkTable({ document, table }: ReadTable): CheckedTables {
  const examined = examineTable(table);
  if (!examined.ok) {
    const finding: Finding = {
      code: 'over-budget',
      path: ['rules'],
      part: 'key',
      ...outgrown(`table \`${table.id}\``, examined.over),
    };
    return { problems: [problemAt(document, finding)], reports: [] };
  }
  const { report } = examined;
  const findings = [...gap(report), ...overlaps(report), ...shadowed(report)];
  return { problems: findings.map((finding) => problemAt(document, finding)), reports: [report] };
}

function gap(report: TableReport): readonly Finding[] {
  const { unreached, otherwise, measure, all } = report;
  if (unreached.states === 0n || otherwise !== undefined) return [];
  const some = percent(unreached.states, all.states);
  const which =
    measure === 'states'
      ? `${statesOf(unreached.states).replace(/ states?$/, '')} of ${statesOf(all.states)}`
      : `${some} of all states`;
  return [
    {
      code: 'table-gap',
      path: ['rules'],
      part: 'key',
      message: `no rule reaches ${which}${measure === 'states' ? ` (${some})` : ''}`,
      remedy: 'add rules for them, or say `otherwise`',
      witness: unreached.witness,
    },
  ];
}

/** How many contradicting pairs are said one by one. */
const MOST_PAIRS = 10;

/** Under `first` the order of the rules settles it: the report says where. */
function overlaps(report: TableReport): readonly Finding[] {
  if (report.hit === 'first') return [];
  const { rules } = report;
  const said = report.overlaps.slice(0, MOST_PAIRS).map(
    ({ first, second, states, witness }): Finding => ({
      code: 'table-overlap',
      path: ['rules', second, 'id'],
      message: `\`${rules[second]?.id}\` gives \`${rules[second]?.level}\` where \`${rules[first]?.id}\` gives \`${rules[first]?.level}\`: in ${statesIn(report, states)}`,
      remedy: 'narrow one of the two conditions, or let the first rule that holds decide: `hit: first`',
      witness,
    }),
  );
  const left = report.overlaps.length - said.length;
  if (left === 0) return said;
  return [
    ...said,
    {
      code: 'table-overlap',
      path: ['rules'],
      part: 'key',
      message: `${left} more ${left === 1 ? 'pair of rules contradicts each other' : 'pairs of rules contradict each other'}; with those above, in ${statesIn(report, report.several.states)}`,
      remedy: 'narrow the pairs named first; `--format json` lists all',
      witness: report.several.witness,
    },
  ];
}

function shadowed(report: TableReport): readonly Finding[] {
  const { hit, rules } = report;
  return report.shadowed.map(({ rule, by, witness }): Finding => {
    const here = { path: ['rules', rule, 'id'], witness };
    const named = rules[rule];
    if (by.length === 0)
      return {
        ...here,
        code: 'table-empty-rule',
        message: `\`${named?.id}\` holds for nobody`,
        remedy: 'correct its condition, or delete it',
      };
    const others = inWords(by.map((place) => `\`${rules[place]?.id}\``));
    const states = statesIn(report, named?.holds ?? 0n);
    if (hit === 'first')
      return {
        ...here,
        code: 'table-shadowed',
        message: `\`${named?.id}\` never decides: ${others} before it ${by.length === 1 ? 'takes' : 'take'} all of its ${states}`,
        remedy: 'move it up, narrow what stands before it, or delete it',
      };
    return {
      ...here,
      code: 'table-covered',
      message: `\`${named?.id}\` says nothing of its own: ${others} ${by.length === 1 ? 'gives' : 'give'} \`${named?.level}\` in all of its ${states}`,
      remedy: 'delete it, or correct its condition or its level',
    };
  });
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
