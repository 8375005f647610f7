/** What a counselor reads off a call's screen: scripts, options, and whether the screen is as it should be. */

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What is wrong with a screen of so many rows and columns; it stands in the corner of a larger one. */
export function faultsOf(rows: readonly string[], { columns, rows: height }: Size): readonly string[] {
  const [first = ''] = rows;
  const foot = rows.slice(height - 2, height).join('\n');
  const isEmergency = first.startsWith('!!! EMERGENCY !!!');
  return [
    ...rows.filter((row) => row.length > columns).map((row) => `wider than ${columns} columns: ${row}`),
    ...rows
      .slice(height)
      .filter((row) => row !== '')
      .map((row) => `below row ${height}: ${row}`),
    ...(isEmergency || foot.includes('^E emergency') ? [] : [`no ^E at the foot of:\n${rows.join('\n')}`]),
    ...(foot.includes('Esc') || isEmergency
      ? []
      : [`neither menu nor a way to close at the foot of:\n${rows.join('\n')}`]),
  ];
}

/** The rows with the time that has passed left out of the first. */
export function withoutTime([head = '', ...rows]: readonly string[]): readonly string[] {
  return [head.replace(/\d+:\d\d/, '--:--'), ...rows];
}

/** What stands behind the bar of what is to be read aloud, other wordings left out. */
export function readAloud(screen: string): string {
  const rows = screen.split('\n').filter((row) => /^│ (?!or: | )/.test(row));
  return rows.map((row) => row.slice(2)).join(' ');
}

/** An option on screen. */
export interface Row {
  readonly key: string;
  readonly box: string;
  /** The first line of the label. */
  readonly label: string;
  readonly isMarked: boolean;
}

/** The options on screen that have a key, a box or a marker. */
function rowsOn(screen: string): readonly Row[] {
  return screen.split('\n').flatMap((line) => {
    const found = /^(> | {2})(?:(\S) )?(?:(\[[ x?]\]) |\* )?(\S.*)$/.exec(line);
    const [, marker = '', key = '', box = '', label = ''] = found ?? [];
    return found === null ? [] : [{ key, box, label: label.split(/ {2,}/)[0] ?? '', isMarked: marker === '> ' }];
  });
}

/** The row of an option, whose label may go on in the next line. */
export function rowOf(screen: string, label: string | RegExp): Row | undefined {
  const rows = rowsOn(screen);
  if (label instanceof RegExp) return rows.find((row) => label.test(row.label));
  return rows.find((row) => row.label === label || (row.label.length > 8 && label.startsWith(`${row.label} `)));
}

/** Whether typing searches the list on screen: its options have no keys. */
export function isSearched(screen: string): boolean {
  return /^search: /m.test(screen);
}
