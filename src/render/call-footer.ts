/** The foot of a call's screen: which keys work. */

import { cells } from './cells.ts';
import { BLANK, type Line, type Page, styled } from './styled-line.ts';

/** The keys that work, as one paragraph; `isShort` leaves out what all but the first one do. */
export function footerLines(
  keys: readonly { readonly shown: string; readonly name: string }[],
  page: Page,
  isShort: boolean,
): readonly Line[] {
  // A key and its name stay on one line.
  const rows: Line[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [index, { shown, name }] of keys.entries()) {
    const key = shown.replace('Ctrl-', '^');
    const word = isShort && index > 0 ? '' : ` ${name}`;
    const size = cells(key + word);
    if (used + 1 + size > page.columns) {
      rows.push(BLANK);
      used = -1;
    }
    const space = used < 0 ? BLANK : styled('plain', ' ');
    rows.push([...(rows.pop() ?? BLANK), ...space, { style: 'strong', text: key }, ...styled('faint', word)]);
    used += 1 + size;
  }
  return rows;
}
