import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeAnswers } from '../../src/callers/encoding.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { contradictions, decide } from '../../src/decision/decide.ts';
import { knownCaller } from '../../src/decision/known-caller.ts';
import { placesIn } from '../../src/decision/place-set.ts';
import { createRowDecider, type RowDecider } from '../../src/decision/row-decider.ts';
import { rowTables } from '../../src/decision/row-tables.ts';
import { walkTable } from '../../src/diagram/table.ts';
import { CANNOT_WAIT, FIRST_STEPS, LEVELS } from '../../src/policy/care-lists.ts';
import type { Answers, Question } from '../../src/questionnaire/model.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { type Small, small, valuesOf } from '../laws/small-policies.ts';
import { completion, nothingKnown, partialCaller, randomFrom } from '../questionnaires/random-callers.ts';
import { COMPILED, compiledPolicy, cases as loadCases, questionnaire } from '../questionnaires/shipped-policies.ts';

const cases = valueIn(await loadCases())?.value ?? [];

/** The answers as codes: the width of a variable where it is unknown. */
function codesOf({ callers }: CompiledPolicy, answers: Answers): Uint8Array {
  const { widths } = callers.encoding;
  return Uint8Array.from(encodeAnswers(callers.encoding, answers), (value, variable) =>
    value < 0 ? (widths[variable] ?? 0) : value,
  );
}

/** What `decide` says, in the words of a row decider. */
function decided(compiled: CompiledPolicy, answers: Answers) {
  const { questions, dispositions } = compiled.callers.questionnaire;
  const decision = decide(compiled, answers);
  const { certainty } = knownCaller(compiled, answers);
  const end = firstShown(decision.dispositions);
  const is = (certain: 'certain' | 'possible') => FIRST_STEPS.filter((id) => decision.firstSteps[id] === certain);
  return {
    lowest: decision.lowest === undefined ? LEVELS.length : LEVELS.indexOf(decision.lowest),
    highest: decision.highest === undefined ? -1 : LEVELS.indexOf(decision.highest),
    emergency: decision.emergency === 'certain',
    silent: decision.silent,
    settled: decision.settled,
    ending: dispositions.findIndex(({ id }) => id === end),
    ifScored: [decision.levelsIfScored.at(0), decision.levelsIfScored.at(-1), decision.silentIfScored],
    cannotWait: decision.cannotWait,
    safetyOpen: decision.unknownSafety.length,
    certain: is('certain'),
    possible: is('possible'),
    applying: questions.filter(({ id }) => certainty(compiled.callers.applies(id)) !== 'no').map(({ id }) => id),
    deciding: decision.deciding,
    missing: questions.map(({ id }) => id).filter((id) => decision.ask.some(({ question }) => question === id)),
  };
}

/** The first disposition that the answers show for certain. */
function firstShown(shown: readonly { readonly id: string; readonly certainty: string }[]): string | undefined {
  return shown.find(({ certainty }) => certainty === 'certain')?.id;
}

/** What a row decider says. */
function byTables({ callers }: CompiledPolicy, decider: RowDecider, codes: Uint8Array) {
  const { questions } = callers.questionnaire;
  const bounds = decider.bounds(codes);
  const { lowest, highest, isEmergency: emergency, silent, isSettled: settled, firstSteps: steps } = bounds;
  const endings = decider.endings(codes);
  if (!bounds.isEnding && !emergency) expect(endings.certain).toBe(-1);
  return {
    ...{ lowest, highest, emergency, silent, settled },
    ending: endings.certain,
    ifScored: [LEVELS[endings.lowestIfScored], LEVELS[endings.highestIfScored], endings.silentIfScored],
    cannotWait: CANNOT_WAIT.filter((id) => (endings.cannotWait >> FIRST_STEPS.indexOf(id)) & 1),
    safetyOpen: decider.safetyOpen(codes),
    certain: FIRST_STEPS.filter((_, step) => (steps >> step) & 1),
    possible: FIRST_STEPS.filter((_, step) => (steps >> (16 + step)) & 1),
    applying: questions.filter((_, place) => decider.mayApply(place, codes)).map(({ id }) => id),
    deciding: decider.deciding(codes, bounds),
    missing: placesIn(decider.missing(codes, bounds)).map((place) => questions[place]?.id),
  };
}

function compiled({ questionnaire, policy }: Small, order?: readonly string[]): CompiledPolicy {
  const compilation = compilePolicy(questionnaire, policy, order === undefined ? {} : { order });
  if (!compilation.ok) throw new Error('over budget');
  return compilation.value;
}

/** What may be known of a question: nothing, a value, or of a list each option on its own. */
function partialValues({ id, kind }: Question): readonly Pick<Answers, 'values' | 'unknownOptions'>[] {
  const nothing = { values: new Map(), unknownOptions: new Map() };
  if (kind.kind !== 'options')
    return [nothing, ...valuesOf(kind).map((value) => ({ ...nothing, values: new Map([[id, value]]) }))];
  return valuesOf(kind).flatMap((open) => {
    if (typeof open !== 'object' || open.length === kind.options.length) return [nothing];
    const known = kind.options.filter((option) => !open.includes(option));
    return valuesOf({ kind: 'options', options: known }).map((value) => ({
      values: new Map([[id, value]]),
      unknownOptions: new Map([[id, new Map(open.map((option) => [option, 'unsure' as const]))]]),
    }));
  });
}

/** Everything that may be known of a caller. */
function allPartialAnswers(questions: readonly Question[]): readonly Answers[] {
  let all: Answers[] = [{ questionnaire: 'small', values: new Map(), unknown: new Map(), unknownOptions: new Map() }];
  for (const question of questions) {
    const own = partialValues(question);
    all = all.flatMap((answers) =>
      own.map((more) => ({
        ...answers,
        values: new Map([...answers.values, ...more.values]),
        unknownOptions: new Map([...answers.unknownOptions, ...more.unknownOptions]),
      })),
    );
  }
  return all;
}

test('whatever is known of whatever small questionnaire: the tables say what decide says', () => {
  fc.assert(
    fc.property(small, (drawn) => {
      const value = compiled(drawn);
      const decider = createRowDecider(value);
      const all = allPartialAnswers(drawn.questionnaire.questions);
      const every = Math.ceil(all.length / 30);
      for (let place = 0; place < all.length; place += every) {
        const answers = all[place] ?? drawn.answers;
        expect(byTables(value, decider, codesOf(value, answers))).toEqual(decided(value, answers));
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
}, 60_000);

test('a small questionnaire with everything that may be known of its callers', () => {
  const drawn = fc
    .sample(small, { seed: 1, numRuns: 100 })
    .map((one) => ({ one, all: allPartialAnswers(one.questionnaire.questions) }))
    .filter(({ all }) => all.length <= 300);
  expect(drawn.length).toBeGreaterThan(10);
  for (const { one, all } of drawn.slice(0, 4)) {
    const value = compiled(one);
    const decider = createRowDecider(value);
    for (const answers of all)
      expect(byTables(value, decider, codesOf(value, answers))).toEqual(decided(value, answers));
  }
}, 60_000);

test('however few states of joint walks are kept, the same is said', () => {
  fc.assert(
    fc.property(small, fc.constantFrom(0, 60, 300), (drawn, limit) => {
      const value = compiled(drawn);
      const decider = createRowDecider(value);
      const forgetful = createRowDecider(value, { limit });
      const all = allPartialAnswers(drawn.questionnaire.questions);
      const every = Math.ceil(all.length / 40);
      for (let place = 0; place < all.length; place += every) {
        const codes = codesOf(value, all[place] ?? drawn.answers);
        expect(byTables(value, forgetful, codes)).toEqual(byTables(value, decider, codes));
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);

test('neither the order of testing nor a budget that is far too small changes what is said', () => {
  fc.assert(
    fc.property(small, (drawn) => {
      const script = drawn.questionnaire.questions.map(({ id }) => id);
      const value = compiled(drawn);
      const inOrder = compiled(drawn, script);
      const expected = byTables(value, createRowDecider(value), codesOf(value, drawn.answers));
      const codes = codesOf(inOrder, drawn.answers);
      expect(byTables(inOrder, createRowDecider(inOrder), codes)).toEqual(expected);
      for (const nodes of [0, 3, 12]) {
        const decider = createRowDecider(inOrder, { budget: { nodes, memo: nodes } });
        for (const _ of [1, 2]) expect(byTables(inOrder, decider, codes)).toEqual(expected);
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);

/** Random callers of whom about this share of the questions is known. */
function callersAt(share: number, seed: number, count: number): readonly Answers[] {
  const random = randomFrom(seed);
  const nothing = nothingKnown(questionnaire, 'not-asked');
  return Array.from({ length: count }, () => {
    const answers = completion(questionnaire, nothing, random);
    return { ...nothing, values: new Map([...answers].filter(() => random() < share)) };
  });
}

/** A decider for a third of the questions, other ones for each policy, and answers without the others. */
function forSome(value: CompiledPolicy, seed: number) {
  const random = randomFrom(seed);
  const known = new Set(questionnaire.questions.map(({ id }) => id).filter(() => random() < 0.35));
  const few = ({ values, unknownOptions, ...rest }: Answers): Answers => ({
    ...rest,
    values: new Map([...values].filter(([id]) => known.has(id))),
    unknownOptions: new Map([...unknownOptions].filter(([id]) => known.has(id))),
  });
  return { decider: createRowDecider(value, { known }), few };
}

test('cases and random callers, from hardly known to known altogether, under every shipped policy', () => {
  const results = [...COMPILED].flatMap(([id, value], policy) => {
    const { decider, few } = forSome(value, 20 + policy);
    const random = randomFrom(3 + policy);
    const count = id === 'pride-institute' ? 1 : 2; // callers of whom little is known take longest there
    const own = cases.filter((_, place) => place % (8 * COMPILED.size) === policy);
    const callers = [
      ...own.map(({ answers }) => answers),
      partialCaller(questionnaire, random),
      ...[0.5, 1].flatMap((share, place) => callersAt(share, 10 + place, count)),
    ].map(few);
    expect(own.length).toBeGreaterThan(1);
    return callers.map((answers) => {
      const expected = decided(value, answers);
      expect(byTables(value, decider, codesOf(value, answers)), id).toEqual(expected);
      return { ...expected, contradictions: contradictions(value, answers) };
    });
  });
  // They show something: rules that are certain and that may be, some answers to questions that do not apply.
  expect(results.some((one) => one.contradictions.length > 0)).toBe(true);
  expect(new Set(results.map(({ deciding }) => deciding.kind)).size).toBeGreaterThan(1);
}, 60_000);

test('all questions known by some rows', () => {
  const value = compiledPolicy('sobriety-guide');
  const decider = createRowDecider(value);
  const results = [0, 0.4, 0.8, 0.95, 1].flatMap((share, place) =>
    callersAt(share, 30 + place, 2).map((answers) => {
      const expected = decided(value, answers);
      expect(byTables(value, decider, codesOf(value, answers))).toEqual(expected);
      return expected;
    }),
  );
  expect(new Set(results.map(({ settled }) => settled)).size).toBe(2);
}, 60_000);

test('equal deciding rules are the same object', () => {
  const value = compiledPolicy('intake-line');
  const { decider, few } = forSome(value, 2);
  const byText = new Map<string, unknown>();
  let again = 0;
  for (const answers of callersAt(0.9, 4, 100)) {
    const codes = codesOf(value, few(answers));
    const bounds = decider.bounds(codes);
    const made = decider.deciding(codes, bounds);
    const before = byText.get(JSON.stringify(made));
    if (before === undefined) byText.set(JSON.stringify(made), made);
    else {
      again++;
      expect(made).toBe(before);
    }
  }
  expect(again).toBeGreaterThan(50);
});

test('a decider for some questions reads no others: it says what is said where they are unknown', () => {
  const random = randomFrom(5);
  for (const id of ['iop-explainer', 'safety']) {
    const value = compiledPolicy(id);
    const { variables, widths } = value.callers.encoding;
    const known = new Set(questionnaire.questions.map((question) => question.id).filter(() => random() < 0.35));
    const some = createRowDecider(value, { known });
    const all = createRowDecider(value);
    for (const answers of callersAt(0.9, 6, 25)) {
      const codes = codesOf(value, answers);
      const fewer = codes.map((code, variable) =>
        known.has(variables[variable]?.question.id ?? '') ? code : (widths[variable] ?? 0),
      );
      expect(byTables(value, some, codes)).toEqual(byTables(value, all, fewer));
    }
  }
}, 30_000);

test('a decider that is told what all rows have in common gives the same without looking', () => {
  const random = randomFrom(8);
  for (const id of ['iop-explainer', 'safety', 'intake-line']) {
    const value = compiledPolicy(id);
    const { variables, widths } = value.callers.encoding;
    const known = new Set(questionnaire.questions.map((question) => question.id).filter(() => random() < 0.35));
    const [common = nothingKnown(questionnaire, 'not-asked')] = callersAt(1, 9, 1);
    const commonCodes = codesOf(value, common);
    const isFixed = variables.map(({ question }) => known.has(question.id) && question.index % 3 === 0);
    const fixed = new Map(
      [...commonCodes.entries()].filter(([variable, code]) => isFixed[variable] && code < (widths[variable] ?? 0)),
    );
    const told = createRowDecider(value, { known, fixed });
    const untold = createRowDecider(value, { known });
    for (const answers of callersAt(0.7, 10, 25)) {
      const codes = codesOf(value, answers).map((code, variable) => fixed.get(variable) ?? code);
      const elsewhere = codes.map((code, variable) => (fixed.has(variable) ? (widths[variable] ?? 0) : code));
      const own = told.bounds(codes);
      expect(byTables(value, told, codes)).toEqual(byTables(value, untold, codes));
      expect(told.bounds(elsewhere)).toBe(own);
      expect([...told.missing(elsewhere, own)]).toEqual([...untold.missing(codes, untold.bounds(codes))]);
    }
    expect(fixed.size).toBeGreaterThan(3);
  }
}, 60_000);

test('the tables one by one give what the decider gives', () => {
  fc.assert(
    fc.property(small, (drawn) => {
      const value = compiled(drawn);
      const tables = rowTables(value);
      const decider = createRowDecider(value);
      const codes = codesOf(value, drawn.answers);
      const bounds = decider.bounds(codes);
      const least = walkTable(tables.outcome.lowest, codes);
      const isOnly = least === walkTable(tables.outcome.highest, codes);
      expect(Math.min(least, LEVELS.length)).toBe(bounds.lowest);
      if (least < LEVELS.length) expect(walkTable(tables.highestLevel, codes)).toBe(bounds.highest);
      else if (isOnly) expect(least - LEVELS.length).toBe(decider.endings(codes).certain);
      const steps = bounds.firstSteps;
      for (const [place, id] of FIRST_STEPS.entries()) {
        const certain = walkTable(tables.firstSteps[id].certain, codes);
        expect(certain).toBe((steps >> place) & 1);
        expect(walkTable(tables.firstSteps[id].possible, codes) - certain).toBe((steps >> (16 + place)) & 1);
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
