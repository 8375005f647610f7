/** The parts of a value that a certain schema describes, so that no list of their places has to be kept beside the schema. */

import type { z } from 'zod';
import type { Path } from './document.ts';
import { definitionOf } from './schema-keys.ts';

/** A part of a value and the way to it. */
export interface SchemaPart {
  readonly value: unknown;
  readonly path: Path;
}

/** Finds the parts of a value that fit `schema` which are described by the schema `wanted`, described in other words or not. */
export function partsOf(schema: z.ZodType, wanted: z.ZodType, value: unknown, path: Path = []): readonly SchemaPart[] {
  if (value === undefined) return [];
  if (schema.def === wanted.def) return [{ value, path }]; // a description makes a new schema of the same definition
  const { innerType, options, shape, element, valueType } = definitionOf(schema);
  if (innerType !== undefined) return partsOf(innerType, wanted, value, path);
  if (options !== undefined) return partsOfFirst(options, wanted, value, path);
  return entriesOf(value).flatMap(([step, part]) => {
    const inner = shape?.[step] ?? element ?? valueType;
    return inner === undefined ? [] : partsOf(inner, wanted, part, [...path, step]);
  });
}

/** Of several schemas the first that the value fits says what its parts are. */
function partsOfFirst(
  options: readonly z.ZodType[],
  wanted: z.ZodType,
  value: unknown,
  path: Path,
): readonly SchemaPart[] {
  const fitting = options.find((option) => option.safeParse(value).success);
  return fitting === undefined ? [] : partsOf(fitting, wanted, value, path);
}

function entriesOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}
