/** Two policies, or two versions of one, over all callers: summary, matrix, and who shows each difference. */

import type {
  AdditionReport,
  CellReport,
  CompareReport,
  PairReport,
  Shares,
  ShownReport,
  SideReport,
} from '../analysis/compare-report.ts';
import { type Block, type ListItem, table } from './blocks.ts';
import { matrixBlock } from './compare-matrix.ts';
import { STEP_ORDER, STEP_WORDS, saidWords, stepRow, witnessWords } from './compare-words.ts';
import { numbered } from './grouped.ts';
import { percent, percentCell } from './percent.ts';

/** The two shares of each difference. */
const SHARES = 'share of those who are no emergency; of all';

const STOPS = 'an answer stops the call, whatever the policy says';

/** How many differences are shown. */
const MOST = 10;

/** Everything about one pair, from what matters most to what only some will read. */
export function pairBlocks(pair: PairReport, report: CompareReport): readonly Block[] {
  const differences = pair.cells.filter(({ shown }) => shown !== null);
  return [
    { kind: 'paragraph', text: report.areVersions ? versionHeadline(pair) : headline(pair, report) },
    ...(differences.length === 0 ? [] : [stepTable(pair, report), matrixText(pair, report), ...matrixBlock(pair)]),
    ...listed(
      'Who shows it',
      differences.map((cell) => cellItem(cell, pair)),
    ),
    ...listed(
      `First steps and supports under one of the two only (${SHARES})`,
      pair.additions.map((one) => additionItem(one, pair)),
    ),
  ];
}

/** How much of all that can be answered the two differ on; by the marginals where they are there. */
function headline({ steps: { differ }, calm, given }: PairReport, { measures }: CompareReport): string {
  const [all] = differ.all;
  const [among] = differ.calm;
  const [calmShare] = calm;
  const also = givenWords(given, measures);
  if (all === undefined || calmShare === undefined || all.fraction === '0/1')
    return also === '' ? 'They say the same of every possible caller.' : `The level is the same for everybody.${also}`;
  if (among === null || among === undefined)
    return `They differ, and every possible caller is an emergency under one of them.${also}`;
  const weighted = measures.at(-1)?.id === 'marginals' ? differ.calm.at(-1) : undefined;
  const byMarginals = weighted ? `, and by the marginals for ${percent(weighted)} of them` : '';
  const rare = calmShare.value < 0.5 ? ` No emergency: ${percent(calmShare)} of all combinations of answers.` : '';
  return `They differ for ${percent(among)} of the callers who are no emergency under either${byMarginals}.${also}${rare}`;
}

/** For how many other first steps or supports are given, by the last measure; of all answers where those are emergencies only. */
function givenWords({ all, calm }: Shares, measures: CompareReport['measures']): string {
  const [bare] = all;
  if (bare === undefined || bare.fraction === '0/1') return '';
  const weighted = measures.at(-1)?.id === 'marginals' ? ', weighted' : '';
  const among = calm.at(-1);
  const whole = all.at(-1) ?? bare;
  const share =
    among === null || among === undefined || among.fraction === '0/1'
      ? `${percent(whole)} of all answers`
      : `${percent(among)} of those who are no emergency`;
  return ` First steps or supports differ for ${share}${weighted}.`;
}

/** Who is told something else, steps down first. */
function versionHeadline({ cells, additions }: PairReport): string {
  const count = (step: CellReport['step']) => cells.filter((cell) => cell.step === step).length;
  const parts = [
    [count('down'), 'DOWN'],
    [count('no-level'), 'to or from no level'],
    [count('silent'), 'to or from silence'],
    [count('up'), 'up'],
  ] as const;
  const all = parts.reduce((sum, [number]) => sum + number, 0);
  const added = additions.length === 0 ? '' : ` ${numbered(additions.length, 'change')} of first steps and supports.`;
  if (all === 0) return `Nobody changes level.${added}`;
  const named = parts.flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`]));
  const verb = all === 1 ? 'kind of callers changes' : 'kinds of callers change';
  return `${all} ${verb} level: ${named.join(', ')}.${added}`;
}

function stepTable(pair: PairReport, { measures, areVersions }: CompareReport): Block {
  const heads = measures.flatMap(({ id }) => {
    const weighed = id === 'marginals' ? ',\nweighted' : '';
    return [`% of no\nemergency${weighed}`, `% of all\nanswers${weighed}`];
  });
  const cellsOf = ({ all, calm }: Shares) =>
    measures.flatMap((_, index) => [percentCell(calm[index]), percentCell(all[index])]);
  const rows = STEP_ORDER.filter((step) => pair.steps[step].all.some(({ fraction }) => fraction !== '0/1'));
  return table(
    ['', ...heads],
    rows.map((step) => [stepRow(step, pair, areVersions), ...cellsOf(pair.steps[step])]),
  );
}

function matrixText({ before, after }: PairReport, { measures }: CompareReport): Block {
  const weighted = measures.at(-1)?.id === 'marginals' ? ', weighted' : '';
  return {
    kind: 'paragraph',
    text: `In % of the callers who are no emergency under either${weighted}; rows are ${before.name}, columns ${after.name}.`,
  };
}

function listed(title: string, items: readonly ListItem[]): readonly Block[] {
  if (items.length === 0) return [];
  const left = items.length - MOST;
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: items.slice(0, MOST) },
    ...(left > 0 ? [{ kind: 'paragraph' as const, text: `${left} more; --format json lists all` }] : []),
  ];
}

function cellItem({ before, after, step, shares, shown }: CellReport, pair: PairReport): ListItem {
  return {
    lead: `${saidWords(before)} → ${saidWords(after)}: ${STEP_WORDS[step]}, ${shareWords(shares)}`,
    isLoud: step === 'down',
    lines: shown === null ? [] : shownLines(shown, pair),
  };
}

function additionItem({ kind, id, under, shares, shown }: AdditionReport, pair: PairReport): ListItem {
  const what = kind === 'support' ? 'support' : 'first step';
  return {
    lead: `${what} ${id} only under ${pair[under].name}: ${shareWords(shares)}`,
    lines: [{ label: 'caller', text: witnessWords(shown.witness) }],
  };
}

/** The share among the calm, and of all; where an emergency is one of the two, of all alone. */
function shareWords({ all, calm }: Shares): string {
  const among = calm.at(-1);
  const whole = all.at(-1);
  const ofAll = whole === undefined ? '' : percent(whole);
  return among === null || among === undefined ? `${ofAll} of all` : `${percent(among)}; ${ofAll}`;
}

function shownLines({ witness, before, after }: ShownReport, pair: PairReport): ListItem['lines'] {
  return [
    { label: 'caller', text: witnessWords(witness) },
    ...sideLines(pair.before.name, before),
    ...sideLines(pair.after.name, after),
  ];
}

function sideLines(label: string, { says, isStopped, rules, firstSteps }: SideReport): ListItem['lines'] {
  const [first, ...others] = [
    ...(isStopped ? [STOPS] : []),
    ...rules.map(({ rule, because }) => `${rule}: ${because}`),
    ...(firstSteps.length === 0 ? [] : [`first: ${firstSteps.join(', ')}`]),
  ];
  const lead = first === undefined ? saidWords(says) : `${saidWords(says)}; ${first}`;
  return [{ label, text: lead }, ...others.map((text) => ({ label: '', text }))];
}
