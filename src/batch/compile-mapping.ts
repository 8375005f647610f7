/** A mapping file → the mapping, or everything that is wrong with it. */

import { collect, type Report } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Outcome } from '../problems/problem.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { createClaims } from './claim-texts.ts';
import { compileColumn, compileTest } from './compile-column.ts';
import { compileAssumptions, compileImplications, type MappingScope, readableQuestion } from './compile-granted.ts';
import { compileReading } from './compile-reading.ts';
import { foldText } from './fold-text.ts';
import type { ColumnTest, EndedReading, Mapping, Reading } from './mapping.ts';
import { dispositionTexts } from './option-texts.ts';
import { inOwnWords, reportSilenced } from './own-meanings.ts';
import type { MappingSource } from './schema.ts';
import { compileTextMap } from './text-map.ts';

/** Compiles a mapping for a questionnaire and goes on after each fault. */
export function compileMapping(document: Document<MappingSource>, questionnaire: Questionnaire): Outcome<Mapping> {
  const { report, outcome } = collect(document);
  const source = document.value;
  checkQuestionnaire(source, questionnaire, report);
  warnOfSkipping(source, report);
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const scope = { questions, missing: compileMissing(source, report), report };
  return outcome({
    id: source.id,
    title: source.title,
    questionnaire: source.questionnaire,
    missing: scope.missing,
    readings: compileReadings(source, scope),
    ended: compileEnded(source, questionnaire, scope),
    emergency: compileEmergency(source, scope),
    implications: compileImplications(source.implies, scope),
    assumptions: compileAssumptions(source.assume, scope),
  });
}

function checkQuestionnaire(source: MappingSource, { id }: Questionnaire, report: Report): void {
  if (source.questionnaire !== id)
    report({
      code: 'wrong-questionnaire',
      path: ['questionnaire'],
      message: `the mapping belongs to another questionnaire than \`${id}\``,
      remedy: 'correct the id, or name its questionnaire with `--questionnaire`',
    });
}

/** An answer that is left out may be the alarming one. */
function warnOfSkipping({ skipped }: MappingSource, report: Report): void {
  if (skipped !== 'ignore') return;
  report({
    code: 'skipped-everywhere',
    path: ['skipped'],
    message: 'alarming answers, too, are left out wherever a question seems not to apply',
    remedy: 'say `skipped: ignore` in each answer for which that is meant',
  });
}

function compileMissing({ missing = [] }: MappingSource, report: Report): ReadonlySet<string> {
  const texts = new Set(['']);
  const seen = new Set<string>();
  for (const [index, text] of missing.entries()) {
    const folded = foldText(text);
    if (seen.has(folded))
      report({
        code: 'repeated-value',
        path: ['missing', index],
        message: 'this text stands in the list already',
        remedy: 'delete one of the two; capitals, outer blanks and `.0` make no difference',
      });
    seen.add(folded);
    texts.add(folded);
  }
  return texts;
}

/** The readings in script order, whatever their order in the file. */
function compileReadings(source: MappingSource, scope: MappingScope): readonly Reading[] {
  const entries = Object.entries(source.answers ?? {});
  if (entries.length === 0)
    scope.report({
      code: 'empty-list',
      path: ['answers'],
      message: source.answers === null ? 'no answer is taken in yet' : 'the mapping answers no question',
      remedy:
        source.answers === null
          ? 'take the `#` away before an answer below, or add a question and the column with its answers'
          : 'add a question and the column with its answers',
    });
  const readings = entries.flatMap(([id, reading]) => {
    const path = ['answers', id];
    const question = readableQuestion(id, { path, part: 'key' }, scope);
    return question === undefined
      ? []
      : (compileReading({ source: reading, question, path, scope }, source.skipped ?? 'reject') ?? []);
  });
  const place = (reading: Reading) => scope.questions.get(reading.question)?.index ?? 0;
  return readings.sort((left, right) => place(left) - place(right));
}

function compileEnded(
  { ended }: MappingSource,
  questionnaire: Questionnaire,
  scope: MappingScope,
): EndedReading | undefined {
  if (ended === undefined) return undefined;
  const { column, values = 'dispositions' } = ended;
  const ids = questionnaire.dispositions.map(({ id }) => id);
  const known = { ids, code: 'unknown-disposition', what: 'there is no disposition' } as const;
  const place = { path: ['ended', 'values'], known, claim: createClaims(scope), report: scope.report };
  const own = values === 'dispositions' ? dispositionTexts(questionnaire) : new Map<string, string>();
  reportSilenced(
    inOwnWords(own),
    { path: ['ended', ...(ended.values === undefined ? [] : ['values'])], part: 'key' },
    scope,
  );
  return {
    column: compileColumn(column, ['ended', 'column'], scope.report),
    values: values === 'dispositions' ? own : compileTextMap(values, place),
  };
}

function compileEmergency({ emergency }: MappingSource, scope: MappingScope): ColumnTest | undefined {
  if (emergency === undefined) return undefined;
  const [columnPath, textsPath] = [
    ['emergency', 'column'],
    ['emergency', 'values'],
  ];
  return compileTest(emergency.column, emergency.values, { columnPath, textsPath, scope });
}
