/** Stacks the parts of a screen into the height of a terminal, and decides what is given up where it is low. */

import type { Block } from '../interview/screen.ts';
import { isLate, optionLines, type Parts, type Plan } from './call-parts.ts';
import { scrolled } from './call-scroll.ts';
import { BLANK, type Line } from './styled-line.ts';

const EVERYTHING: Plan = { without: [], hasUnder: true };
const BAREST: Plan = { without: ['help', 'probe', 'title'], hasUnder: false };
const PLANS: readonly Plan[] = [
  EVERYTHING,
  { without: ['help'], hasUnder: true },
  { without: ['help', 'probe'], hasUnder: true },
  BAREST,
];

/** As many lines of options are shown at once before anything that helps the counselor: more than most questions have. */
const SHORT_LIST = 12;

/** At most `height` lines, the footer last. */
export function stacked(parts: Parts, height: number): readonly Line[] {
  const options = optionLines(parts).length;
  // A long list scrolls whatever else goes: it is no reason to give anything up.
  const excess = Math.max(0, options - Math.max(Math.floor(height / 2), SHORT_LIST));
  // Nothing of an emergency is ever left out: it scrolls.
  for (const plan of parts.isAlarm ? [EVERYTHING] : PLANS) {
    const groups = groupsOf(parts, plan);
    const needed = groups.reduce((sum, { lines }) => sum + lines.length, 0) + parts.footer.length;
    if (needed <= height) {
      const footer = footerFor(parts, height - needed - (groups.length - 1));
      return padded(spaced(groups, height - needed), footer, height);
    }
    if (needed - excess <= height) return scrolled(parts, plan, height);
  }
  return scrolled(parts, parts.isAlarm ? EVERYTHING : BAREST, height);
}

/** The footer with every key, where a line more for it leaves each group its blank line. */
function footerFor({ wholeFooter, footer }: Parts, spare: number): readonly Line[] {
  return wholeFooter.length - footer.length <= spare ? wholeFooter : footer;
}

interface Group {
  readonly name: Block['kind'] | 'head' | 'notices' | 'rows' | 'typed' | 'footer';
  readonly lines: readonly Line[];
}

/** Everything but the footer, which is there as an empty group. */
function groupsOf(parts: Parts, plan: Plan): readonly Group[] {
  const blocks = parts.blocks.filter(({ kind }) => !plan.without.includes(kind));
  const blocksOf = (late: boolean): readonly Group[] =>
    blocks.filter((block) => isLate(block, parts) === late).map(({ kind, lines }) => ({ name: kind, lines }));
  const groups: readonly Group[] = [
    { name: 'head', lines: [...parts.head, ...(plan.hasUnder ? parts.under : []), ...parts.first] },
    ...blocksOf(false),
    { name: 'notices', lines: parts.notices },
    { name: 'rows', lines: optionLines(parts) },
    ...blocksOf(true),
    { name: 'typed', lines: [...parts.typed, ...parts.status.flat(), ...parts.hint] },
    { name: 'footer', lines: [] },
  ];
  return groups.filter(({ name, lines }) => lines.length > 0 || name === 'footer');
}

/** Sets blank lines between groups: as many as there are, where they help the eye most. */
function spaced(groups: readonly Group[], blanks: number): readonly Line[] {
  const gaps = groups.map((group, index) => ({ index, rank: rankOf(groups[index - 1], group) })).slice(1);
  const chosen = gaps.toSorted((left, right) => left.rank - right.rank).slice(0, blanks);
  const isSpaced = new Set(chosen.map(({ index }) => index));
  return groups.flatMap(({ lines }, index) => (isSpaced.has(index) ? [BLANK, ...lines] : lines));
}

/** How much a blank line between two groups is worth, 0 the most. */
function rankOf(before: Group | undefined, after: Group): number {
  if (after.name === 'rows') return 0;
  if (before?.name === 'say') return 1;
  if (before?.name === 'head') return 2;
  return after.name === 'footer' ? 3 : 4;
}

function padded(lines: readonly Line[], footer: readonly Line[], height: number): readonly Line[] {
  const gap = Math.max(0, height - lines.length - footer.length);
  return [...lines, ...Array.from({ length: gap }, () => BLANK), ...footer];
}
