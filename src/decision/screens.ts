/** What published scores come to for one caller, with their bounds while items are missing. */

import { type Callers, createCallers, sumRegions } from '../callers/callers.ts';
import { encodeAnswers } from '../callers/encoding.ts';
import { ALWAYS, type Term } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { type Assignment, reachable } from '../diagram/walk.ts';
import type { Answers, Questionnaire, Screen } from '../questionnaire/model.ts';
import type { Certainty } from './model.ts';

export interface ScreenResult {
  readonly screen: Screen;
  /** Points: the least and the most over all completions of the answers. */
  readonly lowest: number;
  readonly highest: number;
  /** The most that anybody can have. */
  readonly outOf: number;
  /** The values of the result that some completion has, in the order of the fact. */
  readonly results: readonly string[];
  readonly positive: Certainty;
}

/**
 * Every screen of which something was answered. Exact: each bound and each result is that of some way to complete the answers,
 * whoever is not asked a question having no points from it.
 */
export function screenResults(questionnaire: Questionnaire, answers: Answers): readonly ScreenResult[] {
  const begun = (questionnaire.screens ?? []).filter(({ instrument }) => isBegun(instrument, questionnaire, answers));
  return begun.map((screen) => resultOf(screen, questionnaire, answers));
}

function isBegun(instrument: string, { questions }: Questionnaire, { values }: Answers): boolean {
  return questions.some((question) => question.instrument === instrument && values.has(question.id));
}

function resultOf(screen: Screen, questionnaire: Questionnaire, answers: Answers): ScreenResult {
  const callers = createCallers(neededFor(screen, questionnaire), []);
  const known = encodeAnswers(callers.encoding, withUnsaid(screen, answers));
  const { sums, outOf } = sumsOf(screen, callers, known);
  const values = questionnaire.facts.find(({ id }) => id === screen.result)?.values ?? [];
  const results = values.filter((value) => canBe(callers.factRegion(screen.result, value), callers, known));
  return {
    screen,
    lowest: Math.min(...sums),
    highest: Math.max(...sums),
    outOf,
    results,
    positive: certaintyOf(results, screen),
  };
}

/** An instrument may say how it is read where somebody does not say: that is no missing item. */
function withUnsaid({ unsaid = new Map() }: Screen, answers: Answers): Answers {
  const counted = [...unsaid].filter(([id]) => answers.unknown.get(id) !== undefined && !answers.values.has(id));
  if (counted.length === 0) return answers;
  const unknown = new Map([...answers.unknown].filter(([id]) => !unsaid.has(id)));
  return { ...answers, values: new Map([...answers.values, ...counted]), unknown };
}

/** The sums that some completion has, and the most that anybody has. */
function sumsOf(
  { score }: Screen,
  callers: Callers,
  known: Assignment,
): { readonly sums: number[]; readonly outOf: number } {
  const { forest, questionnaire, region } = callers;
  const terms = termsOf(score, questionnaire).map(({ points, when }) => ({ points, where: region(when) }));
  const regions = [...sumRegions(forest, terms, Number.MAX_SAFE_INTEGER)].filter(([, node]) => node !== FALSE);
  const sums = regions.filter(([, node]) => canBe(node, callers, known)).map(([sum]) => sum);
  return { sums, outOf: Math.max(...regions.map(([sum]) => sum)) };
}

/** What a fact adds up: each of its bands says the same sum. */
function termsOf(id: string, { facts }: Questionnaire): readonly Term[] {
  const [band] = facts.find((fact) => fact.id === id)?.branches ?? [];
  return band?.when.kind === 'sum' ? band.when.terms : [];
}

/** Bit of the terminal for yes. */
const YES = 0b10;

function canBe(region: Node, { forest }: Callers, known: Assignment): boolean {
  return (reachable(forest, region, known) & YES) !== 0;
}

function certaintyOf(results: readonly string[], { positive }: Screen): Certainty {
  if (results.every((value) => positive.includes(value))) return 'certain';
  return results.some((value) => positive.includes(value)) ? 'possible' : 'no';
}

/** The part of a questionnaire on which a screen depends: few questions, so that nothing has to be kept of them. */
function neededFor({ score, result }: Screen, questionnaire: Questionnaire): Questionnaire {
  const facts = new Map(questionnaire.facts.map((fact) => [fact.id, fact]));
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const needed = new Set<string>();
  const visit = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    const conditions = facts.get(id)?.branches.map(({ when }) => when) ?? [questions.get(id)?.askIf ?? ALWAYS];
    for (const condition of conditions) for (const read of readIds(condition)) visit(read);
  };
  visit(score);
  visit(result);
  return {
    ...questionnaire,
    questions: questionnaire.questions.filter(({ id }) => needed.has(id)),
    facts: questionnaire.facts.filter(({ id }) => needed.has(id)),
    dispositions: [],
  };
}
