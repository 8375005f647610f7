/** The ways from a caller's answers to another level, read off the list of all callers: what nearest changes must agree with. */

import type { FactValue } from '../../src/conditions/model.ts';
import type { Level } from '../../src/policy/care-lists.ts';
import type { Answers, Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { completions, type Listed, rank } from './listing.ts';

/** One value that differs: the place of its part among the parts of all questions in script order, and the value as a number. */
interface Element {
  readonly place: number;
  readonly value: number;
}

/** How far one caller is from the answers given. */
export interface ListedWay {
  readonly level: Level;
  /** Questions that certainly did not apply and do for this caller. */
  readonly needed: number;
  readonly changed: number;
  /** Of the changed answers those that are no circumstance. */
  readonly grave: number;
  readonly elements: readonly Element[];
}

/** Numbers that nothing tells apart made one, by question. */
type Simple = (id: string, value: FactValue) => FactValue;

/** What can be known of an answer on its own: each option of a list, else the whole. */
export function parts(question: Question): readonly (string | undefined)[] {
  return question.kind.kind === 'options' ? question.kind.options : [undefined];
}

/** The value of a part as a number. */
export function partValue(question: Question, part: string | undefined, value: FactValue): number {
  if (part !== undefined) return typeof value === 'object' && value.includes(part) ? 1 : 0;
  return rank(question, value);
}

/** For every caller who gets a level, the way to them from the answers. */
export function listedWays(
  everyone: readonly Listed[],
  questionnaire: Questionnaire,
  answers: Answers,
  simple: Simple,
): readonly ListedWay[] {
  const all = completions(everyone, questionnaire, answers);
  const ids = questionnaire.questions.map(({ id }) => id);
  const never = new Set(ids.filter((id) => all.every(({ read }) => read(id) === undefined)));
  return everyone.flatMap(({ read, verdict: { result } }) => {
    if (result.kind !== 'level') return [];
    const elements = changedElements(questionnaire, answers, read, simple);
    const changed = questionnaire.questions.filter(({ id }) => elements.some((one) => one.question === id));
    return [
      {
        level: result.level,
        needed: ids.filter((id) => never.has(id) && read(id) !== undefined).length,
        changed: changed.length,
        grave: changed.filter(({ changeable }) => !changeable).length,
        elements,
      },
    ];
  });
}

/** The known parts of the answers from which other answers differ; what is not said then does not count. */
export function changedElements(
  questionnaire: Questionnaire,
  answers: Answers,
  said: (id: string) => FactValue | undefined,
  simple: Simple,
): readonly (Element & { readonly question: string })[] {
  const all = questionnaire.questions.flatMap((question) => parts(question).map((part) => ({ question, part })));
  return all.flatMap(({ question, part }, index) => {
    const { id } = question;
    const [before, now] = [answers.values.get(id), said(id)];
    if (before === undefined || now === undefined) return [];
    if (part !== undefined && answers.unknownOptions.get(id)?.has(part)) return [];
    const value = partValue(question, part, simple(id, now));
    if (value === partValue(question, part, simple(id, before))) return [];
    return [{ question: id, place: index + 1, value }];
  });
}

/** The smallest ways, without repetition, in script order: fewest answers, then fewest grave ones, then fewest values. */
export function smallestWays(ways: readonly ListedWay[], changeableOnly: boolean): readonly ListedWay[] {
  const allowed = changeableOnly ? ways.filter(({ grave }) => grave === 0) : [...ways];
  const sorted = [...allowed].sort((a, b) => compareVectors(cost(a), cost(b)) || inScriptOrder(a.elements, b.elements));
  const [first] = sorted;
  const least = sorted.filter((way) => first !== undefined && compareVectors(cost(way), cost(first)) === 0);
  return [...new Map(least.map((way) => [elementsKey(way.elements), way])).values()];
}

/** Equal for ways that change the same. */
export function elementsKey(elements: readonly Element[]): string {
  return elements.map(key).join();
}

function cost({ needed, changed, grave, elements }: ListedWay): readonly number[] {
  return [needed + changed, grave, elements.length];
}

/** Compares number by number. */
export function compareVectors(left: readonly number[], right: readonly number[]): number {
  const place = left.findIndex((value, index) => value !== right[index]);
  return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

function key({ place, value }: Element): number {
  return place * 100 + value;
}

/** The one comes first that owns the earliest value not common to both. */
function inScriptOrder(left: readonly Element[], right: readonly Element[]): number {
  const own = (mine: typeof left, theirs: typeof left) =>
    Math.min(...mine.map(key).filter((one) => !theirs.map(key).includes(one)), Number.MAX_SAFE_INTEGER);
  return own(left, right) - own(right, left);
}
