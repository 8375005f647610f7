/** `intakeline compare`: policies side by side, or one before and after an edit. */

import type { CompareOptions } from './add-compare.ts';
import { contentFor, questionnaireFolder } from './call-ground.ts';
import { compareUsage } from './compare-usage.ts';
import { type ComparedContent, policiesFor } from './compared-content.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { readyFrom } from './ready.ts';
import { savingComplaint } from './saving-complaint.ts';

/** Compares policies by id, all of the questionnaire where none is named. */
export async function compare(ids: readonly string[], options: CompareOptions): Promise<CommandResult> {
  const complaint = compareUsage(ids, options);
  if (complaint !== undefined) return couldNotRun(complaint);
  if (options.over !== undefined) return (await import('./compare-rows.ts')).compareRows(ids, options.over, options);
  const { caller: answers, marginals, before } = options;
  const refusal = await savingComplaint(options, { answers, marginals, before });
  if (refusal !== undefined) return couldNotRun(refusal);
  if (options.witnesses !== undefined) {
    const { witnessesComplaint } = await import('./check-witnesses.ts');
    const folders = [questionnaireFolder(options), ...(options.before === undefined ? [] : [options.before])];
    const fault = await witnessesComplaint(options.witnesses, folders);
    if (fault !== undefined) return couldNotRun(fault);
  }
  const loaded = readyFrom(await contentFor(options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const policies = policiesFor(ids, loaded.value);
  if (!policies.ok) return couldNotRun(policies.notes);
  const content: ComparedContent = { ...loaded.value, policies: policies.value };
  return kindOf(options)(content, options);
}

function kindOf(options: CompareOptions): (content: ComparedContent, own: CompareOptions) => Promise<CommandResult> {
  if (options.caller !== undefined)
    return async (content, own) => (await import('./compare-caller.ts')).compareCaller(content, own);
  if (options.before !== undefined)
    return async (content, own) => (await import('./compare-versions.ts')).compareVersionsOf(content, own);
  return async (content, own) => (await import('./compare-callers.ts')).compareCallers(content, own);
}
