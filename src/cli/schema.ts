/** `intakeline schema`: what may be written in each kind of file, for an editor. */

import { type EditorNames, editorNames } from '../analysis/editor-names.ts';
import { kindOfPath } from '../io/list-files.ts';
import { saveFault } from '../io/save-file.ts';
import { renderProblems } from '../render/problems.ts';
import type { SchemaOptions } from './add-schema.ts';
import { contentFor } from './call-ground.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { explainSaveFault } from './save-faults.ts';
import { saveSchemas } from './save-schemas.ts';
import { type SchemaKind, schemaKinds } from './schema-kinds.ts';
import { schemaText } from './schema-text.ts';

/** Lists the kinds, or gives the schema of one, or saves all of them in a folder. */
export async function schema(kind: SchemaKind | undefined, options: SchemaOptions): Promise<CommandResult> {
  const complaint = usageComplaint(kind, options);
  if (complaint !== undefined) return couldNotRun(complaint);
  if (kind === undefined && options.into === undefined) return listed();
  const names = options.anyIds ? undefined : await namesFor(options);
  if (typeof names === 'string') return couldNotRun(names);
  if (options.into !== undefined) return saveAll(options.into, names);
  if (kind === undefined) return listed();
  return {
    output: { kind: 'json', content: schemaText(kind, names), saveAs: options.out, isPublic: true },
    notes: '',
    outcome: 'fine',
  };
}

function usageComplaint(kind: SchemaKind | undefined, options: SchemaOptions): string | undefined {
  const { into, out, anyIds, questionnaire } = options;
  if (anyIds && questionnaire !== undefined)
    return 'intakeline: `--any-ids` and `--questionnaire` do not go together\n  leave one out: the ids of a questionnaire, or any\n';
  if (into !== undefined && kind !== undefined)
    return 'intakeline: `--into` saves the schemas of all kinds\n  name no kind, or use `--out` for one\n';
  if (into !== undefined && out !== undefined)
    return 'intakeline: `--into` and `--out` do not go together\n  use `--into` for all kinds, `--out` for one\n';
  if (kind === undefined && out !== undefined)
    return 'intakeline: `--out` saves the schema of one kind\n  name the kind, or use `--into` for all\n';
  if (into !== undefined && kindOfPath(into) !== 'folder')
    return `intakeline: \`${into}\` is no folder\n  create the folder first, or name another\n`;
  const fault = out === undefined ? undefined : saveFault(out);
  return out === undefined || fault === undefined ? undefined : explainSaveFault(out, fault);
}

function listed(): CommandResult {
  return {
    output: {
      kind: 'text',
      content: schemaKinds()
        .map((kind) => `${kind}\n`)
        .join(''),
    },
    notes: '',
    outcome: 'fine',
  };
}

/** The ids of the folder, or what is wrong with it. */
async function namesFor(options: SchemaOptions): Promise<EditorNames | string> {
  const loaded = await contentFor(options);
  return loaded.ok ? editorNames(loaded.value.content) : renderProblems(loaded.problems);
}

function saveAll(folder: string, names: EditorNames | undefined): CommandResult {
  const kinds = schemaKinds();
  const complaint = saveSchemas(folder, new Map(kinds.map((kind) => [kind, schemaText(kind, names)])));
  if (complaint !== undefined) return couldNotRun(complaint);
  return { output: undefined, notes: `saved ${kinds.length} schemas in \`${folder}\`\n`, outcome: 'fine' };
}
