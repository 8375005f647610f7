/** YAML (and JSON, which is YAML 1.2) text → a value that fits its schema, or everything that is wrong with it. */

import type { z } from 'zod';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import { type Draft, problemAt } from './collect.ts';
import type { Document } from './document.ts';
import { type ReadOptions, readYaml } from './read-yaml.ts';
import { salvage } from './salvage.ts';
import { findings } from './schema-issues.ts';

/** Reads a text. Never throws, whatever the text; reports everything that is wrong with it at once. */
export function readDocument<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  options: ReadOptions = {},
): Outcome<Document<T>> {
  const { value, problems } = draftDocument(file, text, schema, options);
  return value === undefined ? failed(problems) : outcomeOf(value, problems);
}

/** The same, but with what is usable of a value that does not fit; undefined where the text is no YAML. */
export function draftDocument<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  options: ReadOptions = {},
): Draft<Document<T> | undefined> {
  const read = readYaml(file, text, options);
  return read.ok ? draftShape(read.value, schema) : { value: undefined, problems: read.problems };
}

/** Holds a document against the schema of its kind, and takes what is usable of one that does not fit. */
export function draftShape<T>(document: Document<unknown>, schema: z.ZodType<T>): Draft<Document<T>> {
  const checked = schema.safeParse(document.value);
  if (checked.success) return { value: { ...document, value: checked.data }, problems: [] };
  const { issues } = checked.error;
  const problems = findings(issues, schema, document).map((finding) => problemAt(document, finding));
  const { value, flaws } = salvage(document.value, schema, issues);
  return { value: { ...document, value: value as T, flaws }, problems: sortProblems(problems) };
}
