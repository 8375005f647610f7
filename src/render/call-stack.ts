/** Stacks the parts of a screen into the height of a terminal: what goes first, what stays, what scrolls. */

import type { Block } from '../interview/screen.ts';
import type { RowLines } from './call-rows.ts';
import { type BodyLine, windowOf } from './call-window.ts';
import { BLANK, type Line } from './styled-line.ts';

export interface Parts {
  readonly isAlarm: boolean;
  /** The first line: always seen. */
  readonly head: readonly Line[];
  /** What else belongs to the head: a mark, a rule. */
  readonly under: readonly Line[];
  readonly blocks: readonly { readonly kind: Block['kind']; readonly lines: readonly Line[] }[];
  readonly notices: readonly Line[];
  readonly rows: readonly RowLines[];
  readonly typed: readonly Line[];
  /** What is said about the field, a group of lines each, the most urgent first. */
  readonly status: readonly (readonly Line[])[];
  readonly footer: readonly Line[];
  /** The footer with the names of most keys left out. */
  readonly shortFooter: readonly Line[];
}

/** What is given up, a step at a time. */
interface Plan {
  readonly hasBlanks: boolean;
  readonly without: readonly Block['kind'][];
  readonly hasUnder: boolean;
}

const ROOMY: Plan = { hasBlanks: true, without: [], hasUnder: true };
const DENSE: Plan = { hasBlanks: false, without: [], hasUnder: true };
const PLANS: readonly Plan[] = [
  ROOMY,
  DENSE,
  { hasBlanks: false, without: ['help'], hasUnder: true },
  { hasBlanks: false, without: ['help', 'probe'], hasUnder: true },
  { hasBlanks: false, without: ['help', 'probe', 'title'], hasUnder: false },
];

/** Nothing of an emergency is ever left out: it scrolls. */
const ALARM_PLANS: readonly Plan[] = [ROOMY, DENSE];

/** More notices than this scroll with the rest. */
const NOTICES_THAT_STAY = 3;

/** As many lines of options are shown at once before anything that helps the counselor: more than most questions have. */
const SHORT_LIST = 12;

/** Lines of options that are wanted before anything else may stay in place. */
const FEWEST_ROWS = 2;

/** The lower part may take a quarter of the height, or these few lines. */
const SMALL_BOTTOM = 2;

/** At most `height` lines, the footer last. */
export function stacked(parts: Parts, height: number): readonly Line[] {
  const plans = parts.isAlarm ? ALARM_PLANS : PLANS;
  const options = parts.rows.reduce((sum, row) => sum + row.heading.length + row.lines.length, 0);
  // A long list scrolls whatever else goes: it is no reason to give anything up.
  const excess = Math.max(0, options - Math.max(Math.floor(height / 2), SHORT_LIST));
  for (const plan of plans) {
    const lines = wholeOf(parts, plan);
    if (lines.length + parts.footer.length <= height) return padded(lines, parts.footer, height);
    if (!plan.hasBlanks && lines.length + parts.footer.length - excess <= height) return scrolled(parts, plan, height);
  }
  return scrolled(parts, plans.at(-1) ?? DENSE, height);
}

/** Everything but the footer. */
function wholeOf(parts: Parts, plan: Plan): readonly Line[] {
  const blocks = parts.blocks.filter(({ kind }) => !plan.without.includes(kind));
  const linesOf = (late: boolean): readonly (readonly Line[])[] =>
    blocks.filter((block) => isLate(block, parts) === late).map(({ lines }) => lines);
  const groups: readonly (readonly Line[])[] = [
    [...parts.head, ...(plan.hasUnder ? parts.under : [])],
    ...linesOf(false),
    parts.notices,
    parts.rows.flatMap(({ heading, lines }) => [...heading, ...lines]),
    ...linesOf(true),
    [...parts.typed, ...parts.status.flat()],
    [], // a blank line before the footer
  ];
  if (!plan.hasBlanks) return groups.flat();
  const filled = groups.filter((group, index) => group.length > 0 || index === groups.length - 1);
  return filled.flatMap((group, index) => (index === 0 ? group : [BLANK, ...group]));
}

/** In an emergency the steps come before all that explains them. */
function isLate({ kind }: { readonly kind: Block['kind'] }, { isAlarm }: Parts): boolean {
  return isAlarm && (kind === 'help' || kind === 'probe');
}

function padded(lines: readonly Line[], footer: readonly Line[], height: number): readonly Line[] {
  const gap = Math.max(0, height - lines.length - footer.length);
  return [...lines, ...Array.from({ length: gap }, () => BLANK), ...footer];
}

/** The head, the script and the line being typed stay; between them the rest scrolls with the marker. */
function scrolled(parts: Parts, plan: Plan, height: number): readonly Line[] {
  const options = parts.rows.reduce((sum, row) => sum + row.heading.length + row.lines.length, 0);
  const need = Math.min(options, FEWEST_ROWS, Math.ceil(height / 3));
  const bottom = bottomOf(parts, Math.min(height - need, Math.max(SMALL_BOTTOM, Math.floor(height / 4))));
  const room = height - bottom.length;
  const pinned = pinnedOf(parts, plan, room - need);
  const top = pinned.flatMap(({ lines }) => lines);
  const names = new Set(pinned.map(({ name }) => name));
  return [...top, ...windowOf(bodyOf(parts, plan, names), room - top.length), ...bottom];
}

/** The most of the lower part that fits into `room`. */
function bottomOf({ typed, status, footer, shortFooter }: Parts, room: number): readonly Line[] {
  const [urgent = []] = status;
  const caret = typed.slice(-1);
  const oneLine = shortFooter.slice(0, 1);
  const choices: readonly (readonly Line[])[] = [
    [...typed, ...status.flat(), ...footer],
    [...typed, ...urgent, ...footer],
    [...typed, ...urgent, ...shortFooter],
    [...caret, ...urgent.slice(0, 1), ...oneLine],
    [...caret, ...oneLine],
  ];
  return choices.find(({ length }) => length <= room) ?? oneLine.slice(0, Math.max(0, room));
}

type Pin = 'head' | 'notices' | 'under' | 'say';

/** What stays in place above, as far as there is room, in the order of a screen. */
function pinnedOf(
  parts: Parts,
  plan: Plan,
  room: number,
): readonly { readonly name: Pin; readonly lines: readonly Line[] }[] {
  const say = parts.blocks.filter(({ kind }) => kind === 'say').flatMap(({ lines }) => lines);
  const notices = parts.notices.length <= NOTICES_THAT_STAY ? parts.notices : [];
  const wishes: readonly { readonly name: Pin; readonly lines: readonly Line[] }[] = [
    { name: 'head', lines: parts.head },
    { name: 'notices', lines: notices },
    { name: 'say', lines: parts.isAlarm ? [] : say },
    { name: 'under', lines: plan.hasUnder ? parts.under : [] },
  ];
  let left = room;
  const kept = wishes.filter(({ lines }) => {
    const fits = lines.length > 0 && lines.length <= left;
    left -= fits ? lines.length : 0;
    return fits;
  });
  const order: readonly Pin[] = ['head', 'under', 'say', 'notices'];
  return order.flatMap((name) => kept.filter((pin) => pin.name === name));
}

/** What scrolls, in reading order. */
function bodyOf(parts: Parts, plan: Plan, pinned: ReadonlySet<Pin>): readonly BodyLine[] {
  const blocks = parts.blocks.filter(
    ({ kind }) => !plan.without.includes(kind) && !(kind === 'say' && pinned.has('say')),
  );
  const linesOf = (late: boolean): readonly Line[] =>
    blocks.filter((block) => isLate(block, parts) === late).flatMap(({ lines }) => lines);
  const notices = pinned.has('notices') ? [] : parts.notices;
  const rows = parts.rows.flatMap(({ heading, lines, isMarked }, row) => [
    ...heading.map((line) => ({ line, row, isMarked: false })),
    ...lines.map((line) => ({ line, row, isMarked })),
  ]);
  const plain = (lines: readonly Line[]): readonly BodyLine[] =>
    lines.map((line) => ({ line, row: undefined, isMarked: false }));
  return [
    ...plain(linesOf(false)),
    ...(parts.isAlarm ? [] : plain(notices)),
    ...rows,
    ...plain(linesOf(true)),
    ...(parts.isAlarm ? plain(notices) : []),
  ];
}
