/** What a property says about results. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { ResultTest } from './model.ts';
import type { ResultSource } from './schema.ts';

/** The keys under which a test is written. */
export const RESULT_KEYS = [
  'level_at_least',
  'level_at_most',
  'level_in',
  'first_any',
  'supports_any',
  'supports_all',
  'action_any',
  'actions_all',
  'disposition_in',
  'silent',
] as const satisfies readonly (keyof ResultSource)[];

/** Compiles the test of a result. */
export function compileResultTest(
  source: ResultSource,
  path: Path,
  { questionnaire, report }: { readonly questionnaire: Questionnaire; readonly report: Report },
): ResultTest {
  if (Object.keys(source).length === 0)
    report({
      code: 'empty-condition',
      path,
      message: 'nothing is said about the result',
      remedy: 'add `level_at_least` or another test',
      relies: RESULT_KEYS.map((key) => [...path, key]),
    });
  const dispositions = questionnaire.dispositions.map(({ id }) => id);
  for (const [index, id] of (source.disposition_in ?? []).entries()) {
    if (!dispositions.includes(id))
      report({
        code: 'unknown-disposition',
        path: [...path, 'disposition_in', index],
        message: `there is no disposition \`${id}\``,
        remedy: suggest(id, dispositions),
      });
  }
  return {
    levelAtLeast: source.level_at_least,
    levelAtMost: source.level_at_most,
    levelIn: source.level_in,
    firstAny: source.first_any,
    supportsAny: source.supports_any,
    supportsAll: source.supports_all,
    actionAny: source.action_any ?? false,
    actionsAll: source.actions_all,
    dispositionIn: source.disposition_in,
    silent: source.silent ?? false,
  };
}
