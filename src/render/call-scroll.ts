/** A screen that is higher than its terminal: what stays in place, and what scrolls with the marker. */

import { isLate, optionLines, type Parts, type Plan } from './call-parts.ts';
import { type BodyLine, windowOf } from './call-window.ts';
import type { Line } from './styled-line.ts';

/** More notices than this scroll with the rest. */
const NOTICES_THAT_STAY = 3;

/** Lines of options that are wanted before anything else may stay in place. */
const FEWEST_ROWS = 2;

/** The lower part may take a quarter of the height, or these few lines. */
const SMALL_BOTTOM = 2;

/** The head, the script and the line being typed stay; between them the rest scrolls with the marker. */
export function scrolled(parts: Parts, plan: Plan, height: number): readonly Line[] {
  const options = optionLines(parts).length;
  const need = Math.min(options, FEWEST_ROWS, Math.ceil(height / 3));
  const bottom = bottomOf(parts, Math.min(height - need, Math.max(SMALL_BOTTOM, Math.floor(height / 4))));
  const room = height - bottom.length;
  const pinned = pinnedOf(parts, plan, room - need);
  const top = pinned.flatMap(({ lines }) => lines);
  const names = new Set(pinned.map(({ name }) => name));
  return [...top, ...windowOf(bodyOf(parts, plan, names), room - top.length, parts.words), ...bottom];
}

/** The most of the lower part that fits into `room`. */
function bottomOf(parts: Parts, room: number): readonly Line[] {
  const { isAlarm, typed, caretLine, status, hint, footer, shortFooter } = parts;
  const groups = isAlarm || hint.length === 0 ? status : [...status, hint];
  const [urgent = []] = groups;
  const oneLine = shortFooter.slice(0, 1);
  const choices: readonly (readonly Line[])[] = [
    [...typed, ...groups.flat(), ...footer],
    [...typed, ...urgent, ...footer],
    [...typed, ...urgent, ...shortFooter],
    [...caretLine, ...urgent.slice(0, 1), ...oneLine],
    [...caretLine, ...oneLine],
  ];
  return choices.find(({ length }) => length <= room) ?? oneLine.slice(0, Math.max(0, room));
}

type Pin = 'head' | 'first' | 'notices' | 'under' | 'say';

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
    { name: 'first', lines: parts.first },
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
  const order: readonly Pin[] = ['head', 'under', 'first', 'say', 'notices'];
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
