/** Saving the schemas of all kinds in a folder: all of them or none, and never over a file that is no schema of ours. */

import { readFileText } from '../io/read-file.ts';
import { isPresent, READABLE_BY_ALL, type SaveFault, saveFault, saveFile } from '../io/save-file.ts';
import { inFolder } from './content-files.ts';
import { explainSaveFault } from './save-faults.ts';
import type { SchemaKind } from './schema-kinds.ts';

/** Saves the text of each kind as `KIND.json`; every reason why it cannot be, where there is one. */
export function saveSchemas(folder: string, texts: ReadonlyMap<SchemaKind, string>): string | undefined {
  const files = [...texts].map(([kind, text]) => ({ file: inFolder(folder, `${kind}.json`), text }));
  const complaints = files.flatMap(({ file }) => complaintAbout(file) ?? []);
  if (complaints.length > 0) return complaints.join('');
  const faults = files.flatMap(({ file, text }) => explained(file, saveFile(file, text, READABLE_BY_ALL)) ?? []);
  return faults.length > 0 ? faults.join('') : undefined;
}

function complaintAbout(file: string): string | undefined {
  return explained(file, saveFault(file)) ?? (isPresent(file) && !isOurSchema(file) ? notOurs(file) : undefined);
}

function explained(file: string, fault: SaveFault | undefined): string | undefined {
  return fault === undefined ? undefined : explainSaveFault(file, fault);
}

function notOurs(file: string): string {
  return `intakeline: cannot save to \`${file}\`: what is there is no schema of \`intakeline\`\n  name another folder, or move that file away\n`;
}

/** A schema of ours is one of JSON Schema that demands a format of ours. A questionnaire may make it longer than what a person writes. */
function isOurSchema(file: string): boolean {
  const read = readFileText(file, LARGEST_SCHEMA);
  const schema = read.ok ? parsed(read.text) : undefined;
  const format = property(property(property(schema, 'properties'), 'format'), 'const');
  return (
    typeof property(schema, '$schema') === 'string' && typeof format === 'string' && format.startsWith('intakeline/')
  );
}

const LARGEST_SCHEMA = 32 * 1024 * 1024;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
