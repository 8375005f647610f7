/** Pieces of a query that know which columns they read, so that each step of a query hands on just what later ones need. */

export interface Sql {
  readonly text: string;
  /** Names of the columns of the step before that it reads. */
  readonly reads: ReadonlySet<string>;
}

/** A piece of a query out of text and other pieces. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | string | number)[]): Sql {
  const text = texts.map((before, place) => before + textOf(parts[place])).join('');
  return { text, reads: new Set(parts.flatMap((part) => (typeof part === 'object' ? [...part.reads] : []))) };
}

/** A column of the step before. */
export function column(name: string): Sql {
  return { text: name, reads: new Set([name]) };
}

/** Text that reads nothing. */
export function plain(text: string | number): Sql {
  return { text: String(text), reads: new Set() };
}

/** Pieces with something between them. */
export function joined(parts: readonly Sql[], between: string): Sql {
  return {
    text: parts.map(({ text }) => text).join(between),
    reads: new Set(parts.flatMap(({ reads }) => [...reads])),
  };
}

export const YES: Sql = plain('true');
export const NO: Sql = plain('false');

/** Holds where all hold; each must be true or false, never null. */
export function allOf(conditions: readonly Sql[]): Sql {
  const open = conditions.filter((one) => one.text !== YES.text);
  if (open.some((one) => one.text === NO.text)) return NO;
  return open.length === 0 ? YES : joined(open.map(bracketed), ' and ');
}

/** Holds where one holds; each must be true or false, never null. */
export function anyOf(conditions: readonly Sql[]): Sql {
  const open = conditions.filter((one) => one.text !== NO.text);
  if (open.some((one) => one.text === YES.text)) return YES;
  return open.length === 0 ? NO : joined(open.map(bracketed), ' or ');
}

export function not(condition: Sql): Sql {
  if (condition.text === YES.text) return NO;
  return condition.text === NO.text ? YES : sql`not (${condition})`;
}

function bracketed(condition: Sql): Sql {
  return / (?:and|or) /.test(condition.text) ? sql`(${condition})` : condition;
}

/** A value where a condition holds. */
export interface Branch {
  readonly when: Sql;
  readonly then: Sql;
}

/** The value of the first branch whose condition holds; branches that never can are left out. */
export function firstOf(branches: readonly Branch[], otherwise: Sql): Sql {
  const open: Branch[] = [];
  for (const branch of branches) {
    if (branch.when.text === NO.text) continue;
    if (branch.when.text === YES.text) return closed(open, branch.then);
    open.push(branch);
  }
  return closed(open, otherwise);
}

function closed(branches: readonly Branch[], otherwise: Sql): Sql {
  if (branches.every(({ then }) => then.text === otherwise.text)) return otherwise;
  const cases = branches.map(({ when, then }) => sql`when ${when} then ${then}`);
  return sql`case ${joined(cases, ' ')} else ${otherwise} end`;
}

function textOf(part: Sql | string | number | undefined): string {
  if (part === undefined) return '';
  return typeof part === 'object' ? part.text : String(part);
}
