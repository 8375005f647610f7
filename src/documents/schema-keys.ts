/** Which keys a schema knows at a path, for "did you mean". */

import type { z } from 'zod';
import type { Path } from './document.ts';

/** The part of a schema's definition that this module walks. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** The keys that the objects at this path may have. */
export function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  const definition = schema.def as unknown as Definition;
  if (definition.innerType !== undefined) return keysAt(definition.innerType, path);
  if (definition.options !== undefined) return definition.options.flatMap((option) => keysAt(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(definition.shape ?? {});
  const part = definition.shape?.[step] ?? definition.element ?? definition.valueType;
  return part === undefined ? [] : keysAt(part, rest);
}
