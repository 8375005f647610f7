/** Why a call cannot be opened, read or saved, and what is no longer as it was when it began, in English. */

import type { Misfit } from '../replay.ts';

export const ENGLISH_SAVING = {
  wrongId: 'this is no id of a call',
  missing: 'there is no such call',
  noHome: 'the system does not say which folder is your home',
  inUse: (process: number, host: string) => `it is open in another window (process ${process} on ${host})`,
  notAFile: 'it is no ordinary file',
  foreignFolder: 'the folder of the calls belongs to somebody else',
  tooLarge: (limit: number) => `it is larger than ${limit} bytes`,
  full: (limit: number) => `its file may have ${limit} bytes at most`,
  notUtf8: (line: number) => `line ${line} is not UTF-8`,
  lost: { deleted: 'its file was deleted', replaced: 'another file stands in its place' },
  failed: (cause: string) => `the system refuses (${cause})`,
  changed: {
    questionnaire: 'the questionnaire is not the same as when this call began',
    policy: 'the rules of the policy are not the same as when this call began',
  },
  otherPolicy: (began: string, now: string) =>
    `this call began with the policy \`${began}\` and is decided by \`${now}\` now`,
  directoryGone:
    "the directory of programs with which this call was taken is gone, and the questionnaire's own is used: name another with `--directory`",
  leftOut: (question: string, why: string) => `the answer to ${question} is left out: ${why}`,
  moreLeftOut: (count: number) => (count === 1 ? '1 more answer is left out' : `${count} more answers are left out`),
  whyLeftOut: {
    'question-gone': 'the question is not asked any more',
    'answer-gone': 'such an answer is not possible any more',
    'out-of-place': 'the question did not come up there',
  } satisfies Readonly<Record<Misfit['why'], string>>,
};
