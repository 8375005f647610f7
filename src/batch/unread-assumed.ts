/** What a mapping takes for granted although the export may say it. */

import type { BoundMapping } from './bound-mapping.ts';

/** Questions with an assumed answer that have a column of their own name which is not read, in the order of the mapping. */
export function unreadAssumed({ mapping, header, columns }: BoundMapping): readonly string[] {
  const unread = header.filter((_, place) => !columns.includes(place)).map((name) => name.trim().toLowerCase());
  return mapping.assumptions.map(({ question }) => question).filter((id) => unread.includes(id.toLowerCase()));
}
