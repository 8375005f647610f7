/** A comparison over all callers, for a person and for a program. */

import type { CompareReport, PairReport } from '../analysis/compare-report.ts';
import { type Block, table } from './blocks.ts';
import { blocksMarkdown } from './blocks-markdown.ts';
import { blocksText } from './blocks-text.ts';
import { pairBlocks } from './compare-pair.ts';
import type { Paint } from './palette.ts';
import { percentCell } from './percent.ts';

/** As text of at most so many columns. */
export function compareText(report: CompareReport, width: number, paint?: Paint): string {
  return blocksText(reportBlocks(report), width, paint);
}

/** As Markdown. */
export function compareMarkdown(report: CompareReport): string {
  return blocksMarkdown(reportBlocks(report));
}

/** As JSON, versioned. */
export function compareJson(report: CompareReport): string {
  return `${JSON.stringify({ format: 'intakeline/comparison/1', ...report }, null, 2)}\n`;
}

function reportBlocks(report: CompareReport): readonly Block[] {
  const { pairs, areVersions } = report;
  const [only] = pairs;
  const notes = [...versionBlocks(report), ...measureBlocks(report)];
  if (pairs.length === 1 && only !== undefined)
    return [{ kind: 'title', text: titleOf(only, areVersions) }, ...notes, ...pairBlocks(only, report)];
  if (!areVersions)
    return [
      { kind: 'title', text: `${pairs.length} pairs of policies over all possible callers` },
      ...overview(report),
      ...notes,
    ];
  return [
    { kind: 'title', text: 'Policies before and after, over all possible callers' },
    ...notes,
    ...pairs.flatMap((pair): readonly Block[] => [
      { kind: 'heading', text: pair.after.id },
      ...pairBlocks(pair, report),
    ]),
  ];
}

function titleOf({ before, after }: PairReport, areVersions: boolean): string {
  return areVersions
    ? `${after.id}: before (version ${before.version}) and after (version ${after.version}), over all possible callers`
    : `${before.name} and ${after.name} over all possible callers`;
}

/** A line a pair; two policies alone are shown in full. */
function overview({ pairs, measures }: CompareReport): readonly Block[] {
  const last = measures.length - 1;
  const row = ({ before, after, steps, given }: PairReport) => [
    before.name,
    after.name,
    ...[steps.differ, steps.up, steps.down, steps.silent, steps['no-level'], given].map(({ calm }) =>
      percentCell(calm[last]),
    ),
  ];
  return [
    { kind: 'paragraph', text: measures.length > 1 ? OVERVIEW.replace('.', ', weighted.') : OVERVIEW },
    table(['', 'beside', 'differ', 'higher', 'lower', 'one is\nsilent', 'no\nlevel', 'steps'], pairs.map(row), 2),
  ];
}

const OVERVIEW =
  'In % of the callers who are no emergency under either. `higher` and `lower`: the second policy gives a higher or lower level. `one is silent`: one of them says nothing of the caller, which is no lower level. `steps`: whatever the level, they give other first steps or supports. Compare two alone to see who shows it.';

function measureBlocks({ measures }: CompareReport): readonly Block[] {
  return measures
    .filter(({ id }) => id === 'marginals')
    .map(({ title }) => ({ kind: 'paragraph', text: `Weighted by: ${title}.` }));
}

/** What cannot be compared, because only one version has it. */
function versionBlocks({ versions, unpaired }: CompareReport): readonly Block[] {
  const lines = [
    ...versions.map((one) => {
      if (one.kind === 'question') return `question ${one.question} only ${one.only}`;
      if (one.kind === 'option') return `${one.question}: answer ${one.option} only ${one.only}`;
      return `${one.question}: numbers from ${one.before} before, from ${one.after} after`;
    }),
    ...unpaired.map(({ policy, only }) => `policy ${policy} only ${only}`),
  ];
  if (lines.length === 0) return [];
  const text = `Only in one version: ${lines.join('; ')}. Compared are the callers who can answer both.`;
  return [{ kind: 'paragraph', text }];
}
