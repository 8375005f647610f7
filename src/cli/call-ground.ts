/** What a call stands on: a questionnaire's content, and the policy that decides, compiled. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { installedPath, shownPath } from '../io/installed.ts';
import type { Policy } from '../policy/model.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { compileWithinBudget } from './compile-within-budget.ts';
import { type Content, loadContent } from './content.ts';
import { findPolicy } from './decide-caller.ts';
import { guardedFiles, withoutRepeatedOpenness } from './guarded-files.ts';
import type { ContentOptions } from './options.ts';
import { storedPolicy } from './stored-policies.ts';

/** The content of a folder, and what a person calls that folder. */
export interface LoadedContent {
  readonly content: Content;
  readonly place: string;
}

export interface CallGround extends LoadedContent {
  readonly policy: Policy;
  readonly compiled: CompiledPolicy;
}

/** The folder of the questionnaire that was chosen. */
export function questionnaireFolder({ questionnaire }: ContentOptions): string {
  return questionnaire ?? installedPath('questionnaires', 'adult-intake');
}

/** Loads the content that the options name, as deciding does. */
export async function contentFor(options: ContentOptions): Promise<Outcome<LoadedContent>> {
  const folder = questionnaireFolder(options);
  const { directory, site } = options;
  const content = await loadContent({ folder, directory, notices: site?.notices }, guardedFiles(options));
  if (!content.ok) return failed(withoutRepeatedOpenness(content.problems));
  return outcomeOf({ content: content.value, place: shownPath(folder) }, content.problems);
}

/** Finds a policy in the content and compiles it, or takes what the build compiled of it. */
export function groundFor({ content, place }: LoadedContent, policyId: string): Outcome<CallGround> {
  const policy = findPolicy(policyId, content, place);
  if (!policy.ok) return policy;
  const stored = storedPolicy(policy.value, content);
  const compiled = stored === undefined ? compileWithinBudget(policy.value, content, place) : outcomeOf(stored, []);
  return compiled.ok ? outcomeOf({ content, place, policy: policy.value, compiled: compiled.value }, []) : compiled;
}
