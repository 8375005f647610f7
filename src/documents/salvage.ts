/**
 * What is left of a value that does not fit its schema: every part that fits on its own, and stand-ins of the right
 * type for the others, so that the faults of the sound parts can be looked for in the same pass.
 */

import type { z } from 'zod';
import { nearest } from '../problems/did-you-mean.ts';
import type { Path } from './document.ts';
import type { Flaw } from './flaws.ts';
import { definitionOf } from './schema-keys.ts';

export interface Salvage {
  readonly value: unknown;
  readonly flaws: readonly Flaw[];
}

/** Takes what can be used. Invariant: the value has the type of the schema, though a flawed text may not have its form. */
export function salvage(value: unknown, schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): Salvage {
  const flaws: Flaw[] = [];
  for (const { code, path } of issues) if (code.startsWith('too_')) flaws.push({ path: path.filter(isStep) });
  return { value: salvagePart(value, schema, [], flaws), flaws };
}

function isStep(step: PropertyKey): step is string | number {
  return typeof step !== 'symbol';
}

function salvagePart(value: unknown, schema: z.ZodType, path: Path, flaws: Flaw[]): unknown {
  const { type, innerType, element } = definitionOf(schema);
  if (innerType !== undefined) return salvageOptional(value, innerType, path, flaws);
  if (type === 'object' && isMap(value)) return salvageObject(value, schema, path, flaws);
  if (type === 'record' && isMap(value)) return salvageRecord(value, schema, path, flaws);
  if (element !== undefined && Array.isArray(value))
    return value.map((entry: unknown, index) => salvagePart(entry, element, [...path, index], flaws));
  if (schema.safeParse(value).success) return value;
  flaws.push({ path });
  return standIn(schema, value);
}

/** An optional part that does not fit is left out. */
function salvageOptional(value: unknown, schema: z.ZodType, path: Path, flaws: Flaw[]): unknown {
  if (value === undefined) return undefined;
  const { type } = definitionOf(schema);
  const isContainer = type === 'object' || type === 'record' || type === 'array';
  if (isContainer && typeof value === 'object' && value !== null && Array.isArray(value) === (type === 'array'))
    return salvagePart(value, schema, path, flaws);
  if (schema.safeParse(value).success) return value;
  flaws.push({ path });
  return undefined;
}

type Entries = Readonly<Record<string, unknown>>;

function salvageObject(value: Entries, schema: z.ZodType, path: Path, flaws: Flaw[]): unknown {
  const { shape = {} } = definitionOf(schema);
  const known = Object.keys(shape);
  for (const key of Object.keys(value).filter((name) => !Object.hasOwn(shape, name))) {
    const meant = nearest(key, known);
    if (meant === undefined) flaws.push({ path: [...path, key], stray: true });
    else if (!Object.hasOwn(value, meant)) flaws.push({ path: [...path, meant] });
  }
  const parts = Object.entries(shape).map(
    ([key, part]) => [key, salvagePart(value[key], part, [...path, key], flaws)] as const,
  );
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

/** Every key stays, faulty or not: others may refer to it. */
function salvageRecord(value: Entries, schema: z.ZodType, path: Path, flaws: Flaw[]): unknown {
  const { keyType, valueType } = definitionOf(schema);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const here = [...path, key];
      if (keyType?.safeParse(key).success === false) flaws.push({ path: here });
      return [key, valueType === undefined ? part : salvagePart(part, valueType, here, flaws)];
    }),
  );
}

/** A value of the type that the schema wants; texts are kept, so that what refers to a faulty id still finds it. */
function standIn(schema: z.ZodType, value: unknown): unknown {
  const { type, shape = {}, options = [], entries = {}, values = [] } = definitionOf(schema);
  switch (type) {
    case 'string':
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : 0;
    case 'enum':
      return Object.values(entries)[0];
    case 'literal':
      return values[0];
    case 'array':
      return [];
    case 'union':
      return options[0] === undefined ? undefined : standIn(options[0], undefined);
    case 'object':
      return Object.fromEntries(
        Object.entries(shape)
          .filter(([, part]) => definitionOf(part).innerType === undefined)
          .map(([key, part]) => [key, standIn(part, undefined)]),
      );
    case 'record':
      return {};
    default:
      return undefined;
  }
}

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
