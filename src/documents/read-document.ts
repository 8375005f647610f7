/** YAML (and JSON, which is YAML 1.2) text → a value that fits its schema, or everything that is wrong with it. */

import type { z } from 'zod';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import { problemAt } from './collect.ts';
import type { Document } from './document.ts';
import { type ReadOptions, readYaml } from './read-yaml.ts';
import { findings } from './schema-issues.ts';

/** Reads a text. Never throws, whatever the text; reports everything that is wrong with it at once. */
export function readDocument<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  options: ReadOptions = {},
): Outcome<Document<T>> {
  const read = readYaml(file, text, options);
  return read.ok ? checkShape(read.value, schema) : read;
}

/** Holds a document against the schema of its kind. */
export function checkShape<T>(document: Document<unknown>, schema: z.ZodType<T>): Outcome<Document<T>> {
  const checked = schema.safeParse(document.value);
  if (checked.success) return outcomeOf({ ...document, value: checked.data }, []);
  const found = findings(checked.error.issues, schema, document);
  return failed(sortProblems(found.map((finding) => problemAt(document, finding))));
}
