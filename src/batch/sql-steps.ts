/** A query as steps, each a common table expression over the one before. */

import type { SqlDialect } from './sql-dialect.ts';
import { apartFromHidden, hasHidden } from './sql-hidden.ts';
import { column, type Sql } from './sql-text.ts';

/** A column that a step makes, out of columns of the step before. */
export interface Made {
  readonly name: string;
  readonly value: Sql;
  /** What it stands for, for whoever reads the query. */
  readonly note?: string;
}

export interface Step {
  readonly name: string;
  readonly note?: string;
  readonly makes: readonly Made[];
  /** Whether later steps may use what it makes several times, so that it must be worked out once. */
  readonly isFenced: boolean;
}

/** The columns of a step. */
export interface Selected extends Step {
  readonly columns: readonly Made[];
}

/**
 * Gives every step what later ones need: the columns that it makes, and those of earlier steps handed on. What nothing needs is
 * left out, and so are steps that make nothing.
 */
export function handOn(steps: readonly Step[], needed: Iterable<string>): readonly Selected[] {
  let wanted = new Set(needed);
  const selected: Selected[] = [];
  for (const step of [...steps].reverse()) {
    const makes = step.makes.filter(({ name }) => wanted.has(name));
    if (makes.length === 0) continue;
    const own = new Set(makes.map(({ name }) => name));
    const handed = [...wanted].filter((name) => !own.has(name));
    selected.push({ ...step, makes, columns: [...handed.map((name) => ({ name, value: column(name) })), ...makes] });
    wanted = new Set([...handed, ...makes.flatMap(({ value }) => [...value.reads])]);
  }
  return selected.reverse();
}

/** The steps as text; `source` is what the first one reads. */
export function stepTexts(steps: readonly Selected[], source: string, dialect: SqlDialect): readonly string[] {
  return steps.map((step, place) => {
    const from = place === 0 ? source : (steps[place - 1]?.name ?? source);
    const note = step.note === undefined ? '' : ` ${comment(step.note)}`;
    return `${step.name} as (${note}\n${columnLines(step.columns)}\n  from ${from}${step.isFenced ? dialect.fence : ''}\n)`;
  });
}

/** Columns that are handed on share lines, those that are made have one each. */
function columnLines(columns: readonly Made[]): string {
  const handed = columns.filter(({ name, value }) => value.text === name).map(({ name }) => name);
  const made = columns.filter(({ name, value }) => value.text !== name);
  const lines = [
    ...wrapped(handed),
    ...made.map(({ name, value, note }) => ({ text: `${value.text} as ${name}`, note })),
  ];
  return lines
    .map(({ text, note }, place) => {
      const comma = place < lines.length - 1 ? ',' : '';
      return `  ${place === 0 ? 'select' : '      '} ${text}${comma}${note === undefined ? '' : ` ${comment(note)}`}`;
    })
    .join('\n');
}

/**
 * A comment on the rest of a line. Whatever could end the line becomes a space, so that nobody's text becomes part of the query; and
 * so does a backslash at its end, behind which Spark takes the next line for comment, too.
 */
export function comment(text: string): string {
  const parts = apartFromHidden(text).map((part) => (hasHidden(part) ? ' ' : part));
  return `-- ${parts.join('').replace(/\\$/, ' ')}`;
}

const LINE = 120;

function wrapped(names: readonly string[]): { readonly text: string; readonly note?: string }[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length > LINE) lines.push(name);
    else lines[lines.length - 1] = `${last}, ${name}`;
  }
  return lines.map((text) => ({ text }));
}
