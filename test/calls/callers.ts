/** What the worked callers of the shipped cases say, question by question. */

import { fillBaseline } from '../../src/analysis/case-answers.ts';
import type { Case, Expectation } from '../../src/analysis/model.ts';
import type { Reply } from '../../src/interview/model.ts';
import { replyIn } from '../../src/interview/replies.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

export const content = await shippedContent();
export const { questionnaire } = content;
const cases = valueIn(await content.cases())?.value ?? [];

/** What somebody says to a question. */
export type Caller = (question: string) => Reply;

/** A question of the shipped questionnaire. */
export function questionOf(id: string): Question {
  const question = questionnaire.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
}

const byScript = new Map(
  questionnaire.questions.flatMap((question) =>
    [question.say, question.sayForOther].flatMap((say) =>
      say === undefined
        ? []
        : questionnaire.languages.map(
            (language) => [inLanguage(say, language).replace(/\s+/g, ' ').trim(), question] as const,
          ),
    ),
  ),
);

/** The question with this script, whoever it is read to and in whatever language. */
export function scriptsOf(script: string): Question | undefined {
  return byScript.get(script);
}

/** The labels of a question's options, by id. */
export function optionsOf({ options }: Question): ReadonlyMap<string, string> {
  return new Map(options.map(({ id, label }) => [id, inLanguage(label, 'en')]));
}

/** A worked caller; what the case leaves out is as with anybody. */
export function callerOf(id: string, changes: Readonly<Record<string, Reply>> = {}): Caller {
  const answers = fillBaseline(caseOf(id).answers, questionnaire);
  return (question) => {
    const changed = changes[question];
    if (changed !== undefined) return changed;
    const reply = replyIn(answers, question);
    if (reply !== undefined) return reply;
    const baseline = questionOf(question).baseline;
    if (baseline === undefined) throw new Error(`${id} says nothing to ${question}`);
    return { said: baseline };
  };
}

/** Whether a worked caller says nothing to a question, because their call is over before it. */
export function isSilent(id: string): (question: string) => boolean {
  const { values, unknown } = caseOf(id).answers;
  return (question) => !values.has(question) && !unknown.has(question);
}

/** The worked callers whose call the counselor ends, and how. */
export const CUT_SHORT: readonly (readonly [string, string])[] = cases.flatMap(({ id, example, answers }) =>
  example === undefined || answers.ended === undefined ? [] : [[id, answers.ended]],
);

/** What the default policy must make of a worked caller. */
export function expectationOf(id: string): Expectation {
  const expectation = caseOf(id).expect.find(({ policies }) => policies.includes('intake-line'));
  if (expectation === undefined) throw new Error(`nothing is expected of ${id}`);
  return expectation;
}

function caseOf(id: string): Case {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

export const said = (value: Extract<Reply, { said: unknown }>['said']): Reply => ({ said: value });
export const UNSURE: Reply = { unknown: 'unsure' };
