/** The definition of a schema: which keys it knows at a path, for "did you mean", and what it is made of. */

import type { z } from 'zod';
import type { Path } from './document.ts';

/** The part of a schema's definition that the readers walk. */
export interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}

/** What a schema is made of. */
export function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

/** The keys that the objects at this path may have. */
export function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  const definition = definitionOf(schema);
  if (definition.innerType !== undefined) return keysAt(definition.innerType, path);
  if (definition.options !== undefined) return definition.options.flatMap((option) => keysAt(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(definition.shape ?? {});
  const part = definition.shape?.[step] ?? definition.element ?? definition.valueType;
  return part === undefined ? [] : keysAt(part, rest);
}
