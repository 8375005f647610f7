/**
 * What the meanings of cells do to a row, in flat arrays by symbol. The commonest meaning, one answer with one variable, is
 * applied without a branch; the effects of any other stand one after the other in a program.
 */

import type { CompiledPolicy } from '../decision/compile.ts';
import { type AnswerCodes, answerEncoder, OWN, SAID } from './answer-codes.ts';
import type { BoundMapping, CellMeaning, Contribution } from './bound-mapping.ts';

/** The symbol of a cell that says nothing. */
export const SILENT = 0;
/** The symbol of a cell with which the row must be read the slow way: a problem, or one meaning more than there are symbols. */
export const SLOW = 1;

/** Symbols end before NO_SYMBOL. */
const MOST_SYMBOLS = 0xffff;
/** Numbers that all programs together take at most: a megabyte. */
const LONGEST_PROGRAM = 1 << 18;

/** The kinds of an effect in a program; each is followed by three numbers. */
export const EFFECT = {
  end: 0,
  /** question, marks */
  know: 1,
  /** variable, code */
  code: 2,
  /** reading, named options, deniable options */
  options: 3,
  /** reading, ASKED or NONE */
  group: 4,
  /** reading, allowed cases */
  cases: 5,
  /** reading, 0 for the earlier and 1 for the later one, day */
  day: 6,
  /** place of the disposition */
  ended: 7,
  /** number of the implied answer */
  implied: 8,
  /** question, marks to add */
  say: 9,
  /** nothing more */
  emergency: 10,
} as const;

export const ASKED = 1;
export const NONE = 2;

export interface CellEffects {
  /** The symbol of a meaning: equal meanings have the same one. */
  readonly symbolOf: (meaning: CellMeaning) => number;
  /** By symbol, where it is one answer with one variable: the variable, its code, the question and its marks. Else the scratch ones. */
  readonly variable: Uint16Array;
  readonly code: Uint8Array;
  readonly question: Uint16Array;
  readonly marks: Uint8Array;
  /** By symbol: where its effects begin in `program`, which begins with an end. */
  readonly begins: Int32Array;
  readonly program: Int32Array;
  /** The answers that cells imply, by their numbers; undefined where the question does not exist. */
  readonly implied: readonly AnswerCodes[];
}

/** Prepares the effects of the cells of a mapping; one more variable and one more question than there are take what has none. */
export function createCellEffects(compiled: CompiledPolicy, bound: BoundMapping): CellEffects {
  const { questionnaire, encoding } = compiled.callers;
  const encode = answerEncoder(compiled);
  const variable = new Uint16Array(MOST_SYMBOLS).fill(encoding.variables.length);
  const code = new Uint8Array(MOST_SYMBOLS);
  const question = new Uint16Array(MOST_SYMBOLS).fill(questionnaire.questions.length);
  const marks = new Uint8Array(MOST_SYMBOLS);
  const begins = new Int32Array(MOST_SYMBOLS);
  const program = new Int32Array(LONGEST_PROGRAM);
  const implied: AnswerCodes[] = [];
  const symbols = new Map<string, number>();
  let symbolCount = SLOW + 1;
  let used = 1;

  const answered = (reading: number, contribution: Extract<Contribution, { kind: 'answer' }>) =>
    encode(bound.mapping.readings[reading]?.question ?? '', contribution.value, contribution.unknownOptions);

  const questionOf = (reading: number): number =>
    questionnaire.questions.findIndex(({ id }) => id === bound.mapping.readings[reading]?.question);

  const effectsOf = (contribution: Contribution): readonly (readonly number[])[] => {
    switch (contribution.kind) {
      case 'answer': {
        const answer = answered(contribution.reading, contribution);
        return answer === undefined ? [] : answerEffects(answer);
      }
      case 'options':
        return [[EFFECT.options, contribution.reading, contribution.yes, contribution.no]];
      case 'asked':
      case 'none':
        return [[EFFECT.group, contribution.reading, contribution.kind === 'asked' ? ASKED : NONE, 0]];
      case 'cases':
        return [[EFFECT.cases, contribution.reading, contribution.allowed, 0]];
      case 'from':
      case 'until':
        return [[EFFECT.day, contribution.reading, contribution.kind === 'from' ? 0 : 1, contribution.day]];
      case 'said':
        return [[EFFECT.say, questionOf(contribution.reading), SAID, 0]];
      case 'ended':
        return [
          [EFFECT.ended, questionnaire.dispositions.findIndex(({ id }) => id === contribution.disposition), 0, 0],
        ];
      case 'emergency':
        return [[EFFECT.emergency, 0, 0, 0]];
      case 'implied': {
        const answer = encode(contribution.question, contribution.value, []);
        return answer === undefined ? [] : [[EFFECT.implied, implied.push(answer) - 1, 0, 0]];
      }
      default:
        return contribution satisfies never;
    }
  };
  const add = (contributions: readonly Contribution[]): number => {
    const effects = contributions.flatMap(effectsOf);
    if (effects.length === 0) return SILENT;
    if (symbolCount === MOST_SYMBOLS || used + 4 * effects.length + 1 > LONGEST_PROGRAM) return SLOW;
    const symbol = symbolCount++;
    const [know, coded] = effects;
    if (effects.length === 2 && know?.[0] === EFFECT.know && coded?.[0] === EFFECT.code) {
      question[symbol] = know[1] ?? 0;
      marks[symbol] = know[2] ?? 0;
      variable[symbol] = coded[1] ?? 0;
      code[symbol] = coded[2] ?? 0;
      return symbol;
    }
    begins[symbol] = used;
    program.set(effects.flat(), used);
    used += 4 * effects.length + 1; // the number behind stays 0: an end
    return symbol;
  };
  const symbolOf = (meaning: CellMeaning): number => {
    if (!meaning.ok) return SLOW;
    const key = JSON.stringify(meaning.contributions);
    const before = symbols.get(key);
    if (before !== undefined) return before;
    const symbol = add(meaning.contributions);
    if (symbol !== SLOW) symbols.set(key, symbol);
    return symbol;
  };
  return { symbolOf, variable, code, question, marks, begins, program, implied };
}

function answerEffects({ question, marks, codes }: AnswerCodes): readonly (readonly number[])[] {
  return [
    [EFFECT.know, question, marks | OWN, 0],
    ...codes.map(({ variable, code }) => [EFFECT.code, variable, code, 0]),
  ];
}
