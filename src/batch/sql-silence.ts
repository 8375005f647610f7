/** Where nothing is recorded about a question, so that an assumption may stand. Means what read-cell.ts means by `said`. */

import type { SlotUse } from './bound-mapping.ts';
import type { BoundSqlReading } from './sql-bound-reading.ts';
import { isOneOf, type SqlScope, textOf, textsSaying } from './sql-slots.ts';
import { allOf, not, type Sql, YES } from './sql-text.ts';

/** Holds where every column that says something of the question is missing or blank. */
export function isSilent(scope: SqlScope, { place, slots }: BoundSqlReading): Sql {
  return allOf(slots.flatMap((slot) => [isBlank(scope, slot, place), showsNothing(scope, slot, place)]));
}

function isBlank({ bound, dialect }: SqlScope, slot: number, place: number): Sql {
  const isSaying = (bound.uses[slot] ?? []).some((use) => isOf(use, place) && use.kind !== 'asked' && !isUntil(use));
  return isSaying ? isOneOf(textOf(slot), bound.mapping.missing, dialect) : YES;
}

/** The column may show by some texts that a group was asked; by others it says nothing. */
function showsNothing(scope: SqlScope, slot: number, place: number): Sql {
  const asking = textsSaying(scope, slot, (one) => one.kind === 'asked' && one.reading === place);
  return not(isOneOf(textOf(slot), asking, scope.dialect));
}

function isOf(use: SlotUse, place: number): boolean {
  return 'reading' in use && use.reading === place;
}

/** The later one of two days says nothing of the caller. */
function isUntil(use: SlotUse): boolean {
  return use.kind === 'date' && use.end === 'until';
}
