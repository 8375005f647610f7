/** `screens:` → the published scores that a summary shows. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { claimIds } from './claim-ids.ts';
import type { DerivedFact, Screen } from './model.ts';
import type { QuestionnaireSource } from './schema.ts';

/** Compiles the screens; undefined where there are none. */
export function compileScreens(
  { screens, questions, facts: sources = [] }: QuestionnaireSource,
  facts: readonly DerivedFact[],
  report: Report,
): readonly Screen[] | undefined {
  const claim = claimIds(report);
  return screens?.map(({ id, title, instrument, score, result = score, positive, unsaid = {} }, index) => {
    const path = ['screens', index];
    claim(id, [...path, 'id'], 'another screen');
    const named = [['score', score] as const, ...(result === score ? [] : [['result', result] as const])];
    const known = facts.map((fact) => fact.id);
    const relies = [['facts'], ...known.map((_, place) => ['facts', place, 'id'])];
    for (const [key, fact] of named.filter(([, one]) => !known.includes(one)))
      report({
        code: 'screen-fact',
        path: [...path, key],
        message: `there is no fact \`${fact}\``,
        remedy: suggest(fact, known),
        relies,
      });
    const source = sources.find((one) => one.id === score);
    if (source !== undefined && source.points === undefined && source.count === undefined)
      report({
        code: 'screen-fact',
        path: [...path, 'score'],
        message: `\`${score}\` adds nothing up`,
        remedy: 'name a fact with `points` or `count`',
        relies,
      });
    const values = facts.find((one) => one.id === result)?.values ?? [];
    for (const [place, value] of positive.entries()) {
      if (values.length === 0 || values.includes(value)) continue;
      report({
        code: 'unknown-option',
        path: [...path, 'positive', place],
        message: `\`${result}\` is never \`${value}\``,
        remedy: suggest(value, values),
        relies: [...relies, [...path, 'result']],
      });
    }
    checkUnsaid(unsaid, questions, path, report);
    return { id, title, instrument, score, result, positive, unsaid: new Map(Object.entries(unsaid)) };
  });
}

/** What counts where nothing is said has to be an option of a question that is there. */
function checkUnsaid(
  unsaid: Readonly<Record<string, string>>,
  questions: QuestionnaireSource['questions'],
  screen: Path,
  report: Report,
): void {
  for (const [id, option] of Object.entries(unsaid)) {
    const at = questions.findIndex((question) => question.id === id);
    const options = (questions[at]?.options ?? []).map((one) => one.id);
    if (options.includes(option)) continue;
    report({
      code: 'unknown-option',
      path: [...screen, 'unsaid', id],
      message: at === -1 ? `there is no question \`${id}\`` : `\`${id}\` has no option \`${option}\``,
      remedy: suggest(option, options),
      relies: [['questions'], ...questions.map((_, place) => ['questions', place, 'id'])],
    });
  }
}
