/** Areas in columns, read downwards and then to the right, so that the whole comes near the shape of a sheet. */

export interface Place<T> {
  readonly area: T;
  readonly x: number;
  readonly y: number;
}

export interface Column<T> {
  readonly places: readonly Place<T>[];
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Width over height of a sheet that lies: a little broader than paper, because texts are read along. */
const SHAPE = 1.5;

const GAP = { x: 56, y: 44 } as const;

/** Puts areas into the number of columns with which the whole is nearest to the shape of a sheet. */
export function columnsOf<T extends Sized>(areas: readonly T[]): readonly Column<T>[] {
  const candidates = areas.map((_, index) => cutInto(areas, index + 1));
  const [first = [], ...others] = candidates;
  const best = others.reduce((near, one) => (distance(one) < distance(near) ? one : near), first);
  let x = 0;
  return best.map((column) => {
    const places = placesOf(column, x);
    x += widthOfColumn(column) + GAP.x;
    return { places };
  });
}

function placesOf<T extends Sized>(column: readonly T[], x: number): readonly Place<T>[] {
  let y = 0;
  return column.map((area) => {
    const place = { area, x, y };
    y += area.height + GAP.y;
    return place;
  });
}

/** Columns in order, none longer than need be: the lowest height for which so many suffice. */
function cutInto<T extends Sized>(areas: readonly T[], count: number): readonly (readonly T[])[] {
  const heights = areas.flatMap((_, from) =>
    areas.slice(from).map((_end, size) => heightOf(areas.slice(from, from + size + 1))),
  );
  const enough = heights.sort((left, right) => left - right).find((height) => filled(areas, height).length <= count);
  return filled(areas, enough ?? Number.POSITIVE_INFINITY);
}

/** Fills one column after the other up to a height. */
function filled<T extends Sized>(areas: readonly T[], height: number): readonly (readonly T[])[] {
  const columns: T[][] = [[]];
  for (const area of areas) {
    const last = columns.at(-1) ?? [];
    if (last.length > 0 && heightOf([...last, area]) > height) columns.push([area]);
    else last.push(area);
  }
  return columns;
}

function heightOf(column: readonly Sized[]): number {
  return column.reduce((sum, { height }) => sum + height + GAP.y, -GAP.y);
}

function widthOfColumn(column: readonly Sized[]): number {
  return Math.max(...column.map(({ width }) => width));
}

function distance(columns: readonly (readonly Sized[])[]): number {
  const width = columns.reduce((sum, column) => sum + widthOfColumn(column) + GAP.x, -GAP.x);
  return Math.abs(Math.log(width / Math.max(...columns.map(heightOf)) / SHAPE));
}
