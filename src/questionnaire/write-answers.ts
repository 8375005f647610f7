/** Answers → an answers file that reads back to the same. */

import { yamlText } from '../documents/write-yaml.ts';
import type { DatedHandOff } from './hand-off.ts';
import type { Answers, Questionnaire, Unknown } from './model.ts';
import type { AnswersSource } from './schema.ts';

/** Writes a complete answers file, in script order. */
export function answersYaml(answers: Answers, questionnaire: Questionnaire): string {
  return yamlText(answersSource(answers, questionnaire));
}

/** The same as the value of such a file. */
export function answersSource(answers: Answers, { id, questions }: Questionnaire): AnswersSource {
  const { ended, override, notes = [], handOffs = [] } = answers;
  const said = questions.flatMap((question) => {
    const value = answers.values.get(question.id);
    return value === undefined ? [] : [[question.id, typeof value === 'object' ? [...value] : value] as const];
  });
  const ids = questions.map((question) => question.id);
  return {
    format: 'intakeline/answers/1',
    questionnaire: id,
    answers: Object.fromEntries(said),
    ...listed('unsure', unknowns('unsure', answers, ids)),
    ...listed('declined', unknowns('declined', answers, ids)),
    ...listed('not_asked', unknowns('not-asked', answers, ids)),
    ...(ended === undefined ? {} : { ended }),
    ...(override === undefined ? {} : { override }),
    ...(notes.length === 0 ? {} : { notes: [...notes] }),
    ...(handOffs.length === 0 ? {} : { hand_offs: handOffs.map(handOffSource) }),
  };
}

function handOffSource({ program, programId, outcome, how, by, ...rest }: DatedHandOff) {
  return {
    program,
    ...(programId === undefined ? {} : { program_id: programId }),
    outcome,
    how,
    ...(by === undefined ? {} : { accepted_by: by }),
    ...rest,
  };
}

function listed(key: 'unsure' | 'declined' | 'not_asked', list: readonly string[]): Partial<AnswersSource> {
  return list.length === 0 ? {} : { [key]: [...list] };
}

/** What is unknown for one reason: questions, and options as `question.option`. A question in no list was not asked. */
function unknowns(why: Unknown, { unknown, unknownOptions }: Answers, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    if (why !== 'not-asked' && unknown.get(id) === why) return [id];
    const options = [...(unknownOptions.get(id) ?? [])].filter(([, reason]) => reason === why);
    return options.map(([option]) => `${id}.${option}`);
  });
}
