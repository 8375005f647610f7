/**
 * Reads rows of symbols: from what each cell does to the codes of a row, with assumptions, to whether it can be scored as it is.
 * Agrees with read-row.ts, which is asked about every row that this cannot or may not read.
 */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import { type AnswerCodes, type EncodeAnswer, KNOWN, OWN, PLAIN } from './answer-codes.ts';
import type { BoundMapping } from './bound-mapping.ts';
import { type CellEffects, EFFECT, SLOW } from './cell-effects.ts';
import { type DayCodes, dayCodes } from './day-codes.ts';
import { type OptionsCodes, optionsCodes } from './options-codes.ts';
import type { RowReading } from './read-row.ts';
import type { RowState } from './row-state.ts';

export interface RowReader {
  /** Reads the symbols of a row's slots from a place on into the state; false where the row must be read the slow way. */
  readonly read: (symbols: Uint16Array, at: number) => boolean;
  /** Puts a row that was read the slow way into the state. */
  readonly take: (reading: RowReading) => void;
}

/** What a reader works with. */
export interface RowReaderParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly decider: RowDecider;
  readonly effects: CellEffects;
  readonly encode: EncodeAnswer;
  readonly state: RowState;
}

/** All bits of a group or of the cases. */
const ALL_BITS = 0x7fff_ffff;

export function createRowReader(parts: RowReaderParts): RowReader {
  const { bound, decider, effects, state } = parts;
  const { codes, marks } = state;
  const { variable, code, question, begins, program } = effects;
  const slotCount = bound.columns.length;
  const blank = new Uint8Array(codes.length);
  blank.set(decider.unknown);
  const readings = bound.mapping.readings;
  const named = new Int32Array(readings.length);
  const deniable = new Int32Array(readings.length);
  const deniableAtFirst = Int32Array.from(readings, (_, place) => bound.deniable[place] ?? 0);
  const allowed = new Int32Array(readings.length);
  const groupMarks = new Uint8Array(readings.length);
  const days = new Float64Array(2 * readings.length);
  const implied = new Int32Array(slotCount * Math.max(1, effectsPerCell(bound)));
  let impliedCount = 0;
  const places = (kind: string) => [...readings.keys()].filter((place) => isRead(bound, place, kind));
  const groups: readonly OptionsCodes[] = places('options').map((place) => optionsCodes(parts.compiled, bound, place));
  const dates: readonly DayCodes[] = places('date').map((place) => dayCodes(parts.encode, bound, place));
  const cases = places('cases');
  const caseAnswers = readings.map((reading) =>
    reading.kind === 'cases'
      ? reading.cases.map(({ answer }) =>
          answer === undefined ? undefined : parts.encode(reading.question, answer, []),
        )
      : [],
  );
  const assume = assumer(parts);
  const hasGroups = groups.length + dates.length + cases.length > 0;
  const bits = { named, deniable, marks: groupMarks };

  const clear = (): void => {
    codes.set(blank);
    marks.fill(0);
    state.ended = -1;
    state.isCautious = false;
    state.ignoredCount = 0;
    impliedCount = 0;
    if (!hasGroups) return;
    named.fill(0);
    deniable.set(deniableAtFirst);
    groupMarks.fill(0);
    allowed.fill(ALL_BITS);
    days.fill(Number.NaN);
  };
  const run = (begin: number): void => {
    for (let at = begin; ; at += 4) {
      const target = program[at + 1] ?? 0;
      const first = program[at + 2] ?? 0;
      const second = program[at + 3] ?? 0;
      switch (program[at]) {
        case EFFECT.know:
          marks[target] = first;
          break;
        case EFFECT.code:
          codes[target] = first;
          break;
        case EFFECT.options:
          named[target] = (named[target] ?? 0) | first;
          deniable[target] = (deniable[target] ?? 0) & second;
          break;
        case EFFECT.group:
          groupMarks[target] = (groupMarks[target] ?? 0) | first;
          break;
        case EFFECT.cases:
          allowed[target] = (allowed[target] ?? 0) & first;
          break;
        case EFFECT.day:
          days[2 * target + first] = second;
          break;
        case EFFECT.ended:
          state.ended = target;
          break;
        case EFFECT.implied:
          implied[impliedCount++] = target;
          break;
        default:
          return;
      }
    }
  };
  const give = ({ question: place, marks: own, codes: values }: AnswerCodes): void => {
    marks[place] = own | OWN;
    for (const one of values) codes[one.variable] = one.code;
  };
  const combine = (): boolean => {
    for (const group of groups) if (!group(bits, state)) return false;
    for (const date of dates) {
      const answer = date(days);
      if (answer === 'slow') return false;
      if (answer !== undefined) give(answer);
    }
    for (const place of cases) {
      const open = allowed[place] ?? 0;
      const answer = open === 0 ? undefined : caseAnswers[place]?.[31 - Math.clz32(open & -open)];
      if (answer !== undefined) give(answer);
    }
    return true;
  };
  /** An answer of the row stands before an implied one; whether the two agree is told here of questions with one variable only. */
  const imply = (): boolean => {
    for (let index = 0; index < impliedCount; index++) {
      const answer = effects.implied[implied[index] ?? 0];
      if (answer === undefined) continue;
      const [only] = answer.codes;
      if (((marks[answer.question] ?? 0) & KNOWN) === 0) give(answer);
      else if (answer.codes.length !== 1 || only === undefined || codes[only.variable] !== only.code) return false;
    }
    return true;
  };
  const leaveOut = contradictionFinder(parts);

  return {
    read: (symbols, at) => {
      clear();
      for (let slot = 0; slot < slotCount; slot++) {
        const symbol = symbols[at + slot] ?? SLOW;
        if (symbol === SLOW) return false;
        codes[variable[symbol] ?? 0] = code[symbol] ?? 0;
        marks[question[symbol] ?? 0] = effects.marks[symbol] ?? 0;
        const begin = begins[symbol] ?? 0;
        if (begin !== 0) run(begin);
      }
      if (hasGroups && !combine()) return false;
      if (impliedCount > 0 && !imply()) return false;
      assume();
      return leaveOut();
    },
    take: (reading) => {
      clear();
      takeReading(parts, reading);
    },
  };
}

function isRead({ mapping, readingColumns }: BoundMapping, place: number, kind: string): boolean {
  return mapping.readings[place]?.kind === kind && (readingColumns[place] ?? []).length > 0;
}

/** At most so many answers does one cell imply. */
function effectsPerCell({ mapping }: BoundMapping): number {
  return mapping.implications.reduce((sum, { answers }) => sum + answers.size, 0);
}

/** Fills what the mapping takes for granted, and keeps the codes without what it takes for granted about safety. */
function assumer({ bound, compiled, decider, encode, state }: RowReaderParts): () => void {
  const { codes, marks, cautious, assumed } = state;
  const { questions } = compiled.callers.questionnaire;
  const assumptions = bound.mapping.assumptions.flatMap(({ question, answer }) => {
    const encoded = encode(question, answer, []);
    return encoded === undefined ? [] : [{ ...encoded, isSafety: questions[encoded.question]?.safety === true }];
  });
  return () => {
    let hasSafety = false;
    for (let index = 0; index < assumptions.length; index++) {
      const one = assumptions[index];
      assumed[index] = 0;
      if (one === undefined || ((marks[one.question] ?? 0) & KNOWN) !== 0) continue;
      marks[one.question] = one.marks;
      for (const { variable, code } of one.codes) codes[variable] = code;
      assumed[index] = 1;
      hasSafety ||= one.isSafety;
    }
    let isCautious = false;
    for (let index = 0; index < assumptions.length; index++) {
      const one = assumptions[index];
      if (one === undefined || assumed[index] === 0) continue;
      if (!decider.mayApply(one.question, codes)) assumed[index] = 0;
      else isCautious ||= one.isSafety;
    }
    state.isCautious = isCautious;
    if (!isCautious || !hasSafety) return;
    cautious.set(codes);
    for (const { question, isSafety, codes: values } of assumptions) {
      if (!isSafety || ((marks[question] ?? 0) & OWN) !== 0) continue;
      for (const { variable } of values) cautious[variable] = decider.unknown[variable] ?? 0;
    }
  };
}

/** Leaves out answers to questions that certainly do not apply; false where one of them is more than needless. */
function contradictionFinder({ bound, compiled, decider, state }: RowReaderParts): () => boolean {
  const { codes, cautious, marks, ignored } = state;
  const { questionnaire, encoding } = compiled.callers;
  const skipped = new Map(bound.mapping.readings.map((reading) => [reading.question, reading.skipped]));
  const implied = bound.mapping.implications.flatMap(({ answers }) => [...answers.keys()]);
  const answerable = new Set([...skipped.keys(), ...implied]);
  const gated = questionnaire.questions.filter(
    ({ id, askIf }) => answerable.has(id) && !(askIf.kind === 'all' && askIf.of.length === 0),
  );
  const places = Uint16Array.from(gated, ({ index }) => index);
  const mayIgnore = Uint8Array.from(gated, ({ id }) => (skipped.get(id) === 'ignore' ? 1 : 0));
  const variables = gated.map(({ id }) => encoding.ofQuestion.get(id) ?? []);
  const leave = (place: number, index: number): void => {
    for (const variable of variables[index] ?? []) {
      codes[variable] = decider.unknown[variable] ?? 0;
      if (state.isCautious) cautious[variable] = decider.unknown[variable] ?? 0;
    }
    marks[place] = 0;
    ignored[state.ignoredCount++] = place;
  };
  return () => {
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      const known = marks[place] ?? 0;
      if ((known & OWN) === 0 || decider.mayApply(place, codes)) continue;
      if ((known & PLAIN) === 0 && mayIgnore[index] === 0) return false;
      leave(place, index);
    }
    return true;
  };
}

function takeReading(
  { encode, state, compiled, bound }: RowReaderParts,
  { row, own, assumed, ignored }: RowReading,
): void {
  const { questionnaire } = compiled.callers;
  const { answers, withoutSafety, ended } = row;
  for (const [question, value] of answers.values) {
    const answer = encode(question, value, [...(answers.unknownOptions.get(question)?.keys() ?? [])]);
    if (answer === undefined) continue;
    state.marks[answer.question] = answer.marks | (own.has(question) ? OWN : 0);
    for (const { variable, code } of answer.codes) state.codes[variable] = code;
  }
  state.isCautious = withoutSafety !== undefined;
  if (withoutSafety !== undefined) {
    state.cautious.set(state.codes);
    for (const number of compiled.callers.encoding.variables.keys()) {
      const id = compiled.callers.encoding.variables[number]?.question.id ?? '';
      if (!withoutSafety.values.has(id)) state.cautious[number] = compiled.callers.encoding.widths[number] ?? 0;
    }
  }
  state.ended = ended === undefined ? -1 : questionnaire.dispositions.findIndex(({ id }) => id === ended);
  for (const [index, { question }] of bound.mapping.assumptions.entries())
    state.assumed[index] = assumed.includes(question) ? 1 : 0;
  const places = new Map(questionnaire.questions.map(({ id, index }) => [id, index]));
  for (const id of ignored) state.ignored[state.ignoredCount++] = places.get(id) ?? 0;
}
