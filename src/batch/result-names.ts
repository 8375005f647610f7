/** What the columns of a result are called. */

/** The names of new columns; where the header has one already, as in a result that is scored again, a number comes behind it. */
export function resultNames(columns: readonly string[], header: readonly string[]): readonly string[] {
  const taken = new Set(header.map((name) => name.trim().toLowerCase()));
  return columns.map((column) => {
    const name = freeName(column, taken);
    taken.add(name);
    return name;
  });
}

/** The header with every name once: a name that stands twice gets a number, one that is empty its place. */
export function uniqueNames(header: readonly string[]): readonly string[] {
  const taken = new Set<string>(header);
  const seen = new Set<string>();
  return header.map((given, place) => {
    const name = given === '' ? `column_${place + 1}` : given;
    const unique = seen.has(name) || (given === '' && taken.has(name)) ? freeName(name, taken) : name;
    seen.add(unique);
    taken.add(unique);
    return unique;
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.has(`${name}_${number}`)) return `${name}_${number}`;
}
