/** The columns that are read, one by one: their texts, and what is wrong with each. Means what read-cell.ts means. */

import type { BoundMapping, SlotUse } from './bound-mapping.ts';
import { TIME_OF_DAY } from './calendar-day.ts';
import type { Reading } from './mapping.ts';
import { problemIn } from './sql-cell-faults.ts';
import { dayOf, digitsOfDay } from './sql-dates.ts';
import { plainBlanks, trimmedSmall, wholeNumber, withoutZeros } from './sql-fold.ts';
import { entriesOf, listTests } from './sql-lists.ts';
import {
  dayIn,
  entriesIn,
  listOptions,
  NO_PROBLEM,
  namedTexts,
  noneIn,
  numberOf,
  optionIn,
  problemOf,
  type SqlScope,
  textOf,
} from './sql-slots.ts';
import type { Made, Step } from './sql-steps.ts';
import { firstOf, plain, type Sql, sql } from './sql-text.ts';

export const isSound = (slot: number): Sql => sql`${problemOf(slot)} = ${NO_PROBLEM}`;

/** The steps from the cells of the table to the texts, numbers and days in them, and to what is wrong with each. */
export function cellSteps(scope: SqlScope, cellOf: (place: number) => Sql): readonly Step[] {
  const { bound, dialect } = scope;
  const slots = bound.columns.map((_, slot) => slot);
  const known = knownTexts(bound);
  const made = (name: string, values: (slot: number) => Made[], note: string): Step => ({
    name,
    note,
    makes: slots.flatMap(values),
    isFenced: true,
  });
  return [
    made(
      'trimmed',
      (slot) => {
        const place = bound.columns[slot] ?? 0;
        return [{ name: textOf(slot).text, value: trimmedSmall(cellOf(place), known, dialect) }];
      },
      'cells without outer blanks, in small letters',
    ),
    made(
      'folded',
      (slot) => [{ name: textOf(slot).text, value: withoutZeros(textOf(slot), dialect) }],
      '`6.0` and `6.00` as `6`',
    ),
    made('parts', (slot) => partsIn(scope, slot), 'numbers, entries of lists, digits of days in them'),
    made('sorted', (slot) => sortedIn(scope, slot), 'options that entries name (1) or doubt (2), days that there are'),
    made('cells', (slot) => [problemIn(scope, slot)], 'what is wrong with a cell, as column * 32 + code'),
  ];
}

/** All texts that the mapping compares cells with, folded. */
export function knownTexts(bound: BoundMapping): ReadonlySet<string> {
  return new Set(bound.columns.flatMap((_, slot) => [...namedTexts({ bound }, slot).keys(), ...wordsIn(bound, slot)]));
}

/** What is looked for within a text: entries of lists, and the letters of a time of day. */
function wordsIn({ mapping, uses }: BoundMapping, slot: number): readonly string[] {
  return readingsOf(mapping.readings, uses[slot] ?? []).flatMap(({ reading }) => {
    if (reading.kind === 'date') return [TIME_OF_DAY];
    const cell = reading.kind === 'cell' ? reading.cell : undefined;
    return cell?.kind === 'list' ? [...cell.values.keys(), ...cell.none, cell.unsure ?? '', cell.separator] : [];
  });
}

/** The readings of cells and days that use a slot, with their places. */
function readingsOf(readings: readonly Reading[], uses: readonly SlotUse[]) {
  return uses.flatMap((use) => {
    const reading = use.kind === 'cell' || use.kind === 'date' ? readings[use.reading] : undefined;
    return reading === undefined || !('reading' in use) ? [] : [{ reading, place: use.reading }];
  });
}

function partsIn({ bound, dialect }: SqlScope, slot: number): Made[] {
  const text = textOf(slot);
  const makes = readingsOf(bound.mapping.readings, bound.uses[slot] ?? []).flatMap(({ reading, place }): Made[] => {
    if (reading.kind === 'date')
      return [{ name: dayIn(slot, place).text, value: digitsOfDay(text, reading.date.format, dialect) }];
    if (reading.kind !== 'cell' || reading.cell.kind === 'values' || reading.cell.kind === 'ranges') return [];
    return reading.cell.kind === 'list'
      ? [
          {
            name: entriesIn(slot, place).text,
            value: entriesOf(reading.cell, plainBlanks(text, dialect), dialect),
          },
        ]
      : [{ name: numberOf(slot).text, value: wholeNumber(text, dialect) }];
  });
  return [...new Map(makes.map((one) => [one.name, one])).values()];
}

function sortedIn({ bound, dialect }: SqlScope, slot: number): Made[] {
  return readingsOf(bound.mapping.readings, bound.uses[slot] ?? []).flatMap(({ reading, place }): Made[] => {
    if (reading.kind === 'date') {
      const day = dayIn(slot, place);
      return [{ name: day.text, value: dayOf(day, dialect) }];
    }
    if (reading.kind !== 'cell' || reading.cell.kind !== 'list') return [];
    const { isNone, names, doubts } = listTests(reading.cell, entriesIn(slot, place), dialect);
    return [
      { name: noneIn(slot, place).text, value: asBit(isNone, 1) },
      ...listOptions(reading.cell).map((option, index) => ({
        name: optionIn(slot, place, index).text,
        value: sql`${asBit(names(option), 1)} + ${asBit(doubts(option), 2)}`,
        note: option,
      })),
    ];
  });
}

function asBit(condition: Sql, bit: number): Sql {
  return firstOf([{ when: condition, then: plain(bit) }], plain(0));
}
