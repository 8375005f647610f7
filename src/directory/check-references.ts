/** What the other files name in the directory and in the closed list of supports must be there. */

import { collect } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { SUPPORTS } from '../policy/care-lists.ts';
import type { PolicySource } from '../policy/schema.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Problem } from '../problems/problem.ts';
import type { EmergencySource, QuestionnaireSource } from '../questionnaire/schema.ts';
import type { Directory } from './model.ts';

/** Reports dispositions that offer unknown lines or supports. */
export function checkDispositions(
  document: Document<QuestionnaireSource>,
  directory: Directory<unknown> | undefined,
): readonly Problem[] {
  const { report, problems } = collect(document);
  const lines = directory?.lines.map(({ id }) => id);
  for (const [index, disposition] of (document.value.dispositions ?? []).entries()) {
    const path = ['dispositions', index];
    for (const [place, id] of (disposition.lines ?? []).entries()) {
      if (lines?.includes(id) === false)
        report({
          code: 'unknown-line',
          path: [...path, 'lines', place],
          message: `the directory has no line \`${id}\``,
          remedy: suggest(id, lines),
        });
    }
    for (const [place, id] of (disposition.supports ?? []).entries()) {
      if (!SUPPORTS.some((support) => support === id))
        report({
          code: 'unknown-support',
          path: [...path, 'supports', place],
          message: `there is no support \`${id}\``,
          remedy: suggest(id, SUPPORTS),
        });
    }
  }
  return problems;
}

/** Reports unknown lines of the emergency panel. */
export function checkEmergencyLines(
  document: Document<EmergencySource>,
  directory: Directory<unknown>,
): readonly Problem[] {
  const { report, problems } = collect(document);
  const lines = directory.lines.map(({ id }) => id);
  for (const [index, id] of document.value.lines.entries()) {
    if (!lines.includes(id))
      report({
        code: 'unknown-line',
        path: ['lines', index],
        message: `the directory has no line \`${id}\``,
        remedy: suggest(id, lines),
      });
  }
  return problems;
}

/** Reports a policy whose own program is not in the directory. */
export function checkPolicyProgram(
  document: Document<PolicySource>,
  directory: Directory<unknown>,
): readonly Problem[] {
  const { report, problems } = collect(document);
  const { program } = document.value;
  const programs = directory.programs.map(({ id }) => id);
  if (program !== undefined && !programs.includes(program)) {
    report({
      code: 'unknown-program',
      path: ['program'],
      message: `the directory has no program \`${program}\``,
      remedy: suggest(program, programs),
    });
  }
  return problems;
}
