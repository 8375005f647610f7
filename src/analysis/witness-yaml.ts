/** The caller who shows a finding, as a file that `decide` reads. */

import { yamlText } from '../documents/write-yaml.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import type { AnswersSource } from '../questionnaire/schema.ts';

/** The first line of every such file: what begins otherwise was written by somebody else. */
export const WITNESS_MARK = '# Written by `intakeline` and written anew by it: nobody said this.';

/**
 * The answers that differ from an unremarkable caller's come first, after what they show (one line). A state of a table with
 * inputs of its own says so: no questionnaire has those, so that `decide` cannot read it.
 */
export function witnessYaml(witness: WitnessCaller, shows: string, isState = false): string {
  const { answers, differing, policy } = witness;
  const { format, questionnaire, answers: _, ...unknown } = witnessAnswers(witness);
  const entries = Object.entries(answers);
  const others = entries.filter(([id]) => !differing.includes(id));
  return [
    WITNESS_MARK,
    `# ${shows.replaceAll(/\s+/g, ' ')}`,
    ...(policy === undefined ? [] : [`# Look at it with \`--policy ${policy}\`.`]),
    ...(isState ? ['# A state of a table with inputs of its own: `decide` has no questionnaire for it.'] : []),
    yamlText({ format, questionnaire }).trimEnd(),
    entries.length === 0 ? 'answers: {}' : 'answers:',
    ...block(
      'not what an unremarkable caller says',
      entries.filter(([id]) => differing.includes(id)),
    ),
    ...block('the rest', others),
    ...(Object.keys(unknown).length === 0 ? [] : [yamlText(unknown).trimEnd()]),
    '',
  ].join('\n');
}

/** The same as the value of an answers file. */
export function witnessAnswers({
  questionnaire,
  answers,
  differing: _differing,
  policy: _policy,
  ...unknown
}: WitnessCaller): AnswersSource {
  const said = Object.entries(answers).map(([id, value]) => [id, typeof value === 'object' ? [...value] : value]);
  const lists = Object.entries(unknown).map(([key, list]) => [key, typeof list === 'object' ? [...list] : list]);
  return {
    format: 'intakeline/answers/1',
    questionnaire,
    answers: Object.fromEntries(said),
    ...Object.fromEntries(lists),
  };
}

function block(heading: string, entries: readonly (readonly [string, unknown])[]): readonly string[] {
  if (entries.length === 0) return [];
  const text = yamlText(Object.fromEntries(entries)).trimEnd();
  return [`  # ${heading}`, ...text.split('\n').map((line) => (line === '' ? '' : `  ${line}`))];
}
