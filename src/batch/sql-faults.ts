/** What of a mapping or a table cannot be put into SQL so that every engine reads it as `score` does. */

import type { Grid } from '../conditions/number-test.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { CellReading, Reading } from './mapping.ts';
import { boundReadings } from './sql-answers.ts';
import { knownTexts } from './sql-cells.ts';
import { isUneven } from './sql-fold.ts';
import { hasHidden } from './sql-hidden.ts';
import { listFault } from './sql-lists.ts';

/** Why something cannot be put into SQL. */
export interface SqlFault {
  /** The part of the mapping or of the table, in words. */
  readonly what: string;
  readonly why: string;
}

/** Name of the row of the table in its own query; no column may be called so. */
export const ROW_NAME = 'intakeline_row';

/** All that cannot be put into SQL. */
export function faultsIn(bound: BoundMapping, questionnaire: Questionnaire): readonly SqlFault[] {
  const read = new Set(bound.columns);
  return [
    ...bound.header.flatMap((name, place) => faultOf(`the column \`${name}\``, nameFault(name, read.has(place)))),
    ...boundReadings({ bound }, questionnaire).flatMap(({ reading }) =>
      faultOf(`the reading of \`${reading.question}\``, readingFault(reading)),
    ),
    ...[...knownTexts(bound)].flatMap((text) => faultOf(`the text \`${text}\``, textFault(text))),
    ...bound.mapping.assumptions.flatMap(({ question: id, answer }) => {
      const said = typeof answer === 'object' ? answer : [answer];
      const { stop = [] } = questionnaire.questions.find((one) => one.id === id) ?? {};
      const ends = stop.some((option) => said.includes(option));
      return faultOf(`the assumption about \`${id}\``, ends ? 'it ends the call' : undefined);
    }),
  ];
}

function faultOf(what: string, why: string | undefined): readonly SqlFault[] {
  return why === undefined ? [] : [{ what, why }];
}

function nameFault(name: string, isRead: boolean): string | undefined {
  if (name.toLowerCase() === ROW_NAME) return 'the query calls the row so';
  return isRead && hasHidden(name) ? 'its name holds a character that cannot be seen' : undefined;
}

function textFault(text: string): string | undefined {
  return isUneven(text) ? 'engines make one of its letters small in another way' : undefined;
}

function readingFault(reading: Reading): string | undefined {
  if (reading.kind === 'date') return gridFault(reading.date.grid);
  return reading.kind === 'cell' ? cellFault(reading.cell) : undefined;
}

function cellFault(cell: CellReading): string | undefined {
  if (cell.kind === 'list') return listFault(cell);
  return cell.kind === 'number' ? gridFault(cell.grid) : undefined;
}

/** Numbers that are not one apart are listed. */
const MOST_LISTED = 1000;

function gridFault(grid: Grid): string | undefined {
  const isListed = grid.step !== 1 || !Number.isInteger(grid.min);
  return isListed && grid.max - grid.min > MOST_LISTED
    ? 'the question takes too many numbers that are not one apart'
    : undefined;
}
