/** What is said of a path that is no questionnaire's folder: one problem, instead of one for each file that is not there. */

import { shownPath } from '../io/installed.ts';
import type { Problem } from '../problems/problem.ts';
import { type ContentFiles, inFolder } from './content-files.ts';

/** Why nothing at a path can be a questionnaire; undefined where there is a `questionnaire.yaml`, whatever is in it. */
export function noQuestionnaire(folder: string, files: Pick<ContentFiles, 'read' | 'list'>): Problem | undefined {
  const read = files.read(inFolder(folder, 'questionnaire.yaml'));
  if (read.ok || read.fault.kind !== 'missing') return undefined;
  const said = wording(files.list(folder, '.yaml'));
  return said && { ...said, severity: 'error', file: shownPath(folder), position: undefined, excerpt: undefined };
}

function wording(listing: ReturnType<ContentFiles['list']>): Pick<Problem, 'code' | 'message' | 'remedy'> | undefined {
  const remedy = 'name the folder of a questionnaire: the one with its `questionnaire.yaml`';
  if (listing.ok)
    return {
      code: 'file-missing',
      message: "this is no questionnaire's folder: it has no `questionnaire.yaml`",
      remedy,
    };
  if (listing.fault.kind === 'missing')
    return { code: 'file-missing', message: 'there is no such folder', remedy: 'check the path' };
  if (listing.fault.kind === 'not-a-directory')
    return { code: 'file-unreadable', message: 'this is a file, not a folder', remedy };
  return undefined;
}
