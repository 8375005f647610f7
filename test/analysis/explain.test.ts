/** Explanations of the worked callers, held against the decision: what is said to suffice does, what is said to change it does. */

import { expect, test } from 'vitest';
import { explain } from '../../src/analysis/explain.ts';
import type { AnswerBlock, Explanation } from '../../src/analysis/explanation.ts';
import { encodeAnswers } from '../../src/callers/encoding.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { knownCaller } from '../../src/decision/known-caller.ts';
import { FALSE, type Node, TRUE } from '../../src/diagram/forest.ts';
import { reachable } from '../../src/diagram/walk.ts';
import { LEVELS, type Level } from '../../src/policy/care-lists.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { workedInputs } from '../render/worked-summaries.ts';

const content = await shippedContent();
const worked = await workedInputs(content, ['intake-line', 'cautious-guide', 'pride-institute']);
const everyFourth = worked.filter((_, index) => index % 4 === 0);

interface Explained {
  readonly name: string;
  readonly answers: Answers;
  readonly compiled: CompiledPolicy;
  readonly explanation: Explanation;
}

const explained: readonly Explained[] = everyFourth.map(({ name, input, compiled }) => ({
  name,
  answers: input.answers,
  compiled,
  explanation: explain(input, compiled, 'iop'),
}));

function explanationOf(id: string, to?: Level): Explanation {
  const found = worked.find(({ name }) => name === `${id} under intake-line`);
  if (found === undefined) throw new Error(`no case ${id}`);
  return explain(found.input, found.compiled, to);
}

/** The answers that an explanation names, and of lists only the options that it says count. */
function these(answers: Answers, blocks: readonly AnswerBlock[]): Answers {
  const values = new Map<string, string | number | readonly string[]>();
  const unknownOptions = new Map<string, ReadonlyMap<string, 'unsure'>>();
  for (const { question: id, named, notNamed } of blocks) {
    const value = answers.values.get(id);
    const kind = content.questionnaire.questions.find((one) => one.id === id)?.kind;
    if (value === undefined || kind === undefined) throw new Error(`no answer to ${id}`);
    values.set(id, kind.kind === 'options' ? named : value);
    if (kind.kind !== 'options') continue;
    const open = kind.options.filter((option) => !named.includes(option) && !notNamed.includes(option));
    unknownOptions.set(id, new Map(open.map((option) => [option, 'unsure'])));
  }
  return { ...answers, values, unknown: new Map(), unknownOptions };
}

test('the answers that a rule is said to rest on are enough for it, and so are those of the level', () => {
  let rules = 0;
  for (const { name, answers, compiled, explanation } of explained) {
    const { encoding, forest } = compiled.callers;
    const isEnough = (region: Node | undefined, blocks: readonly AnswerBlock[]): boolean =>
      reachable(forest, region ?? FALSE, encodeAnswers(encoding, these(answers, blocks))) === 1 << TRUE;
    for (const { rule, region } of compiled.rules) {
      const block = explanation.rules.find((one) => one.rule === rule.id && one.certainty === 'certain');
      if (block === undefined) continue;
      rules++;
      expect([name, rule.id, isEnough(region, block.answers)]).toEqual([name, rule.id, true]);
    }
    const { why } = explanation;
    const { lowest } = decide(compiled, answers);
    if (why.kind !== 'rules' || lowest === undefined) continue;
    expect([name, isEnough(compiled.atLeast[LEVELS.indexOf(lowest)], why.answers)]).toEqual([name, true]);
  }
  expect(rules).toBeGreaterThan(300);
});

test('a change that is said to reach a level does, and a near miss is one', () => {
  let changes = 0;
  for (const { name, answers, compiled, explanation } of explained.filter((_, index) => index % 5 === 0)) {
    if (explanation.ending !== null) continue;
    const reached = [
      ...(explanation.to?.changes ?? []).map((change) => ({ change, level: 'iop' })),
      ...explanation.levels.flatMap(({ id, nearest }) => (nearest === null ? [] : [{ change: nearest, level: id }])),
    ];
    for (const { change, level } of reached) {
      changes++;
      const values = new Map([...answers.values, ...change.changed.map((one) => [one.question, one.value] as const)]);
      const then = decide(compiled, { ...answers, values }).levels;
      expect([name, then]).toEqual([name, change.levels.map(({ id }) => id)]);
      expect(then).toContain(level);
    }
    for (const { levels } of explanation.nearMisses)
      for (const { id } of levels) expect(decide(compiled, answers).levels).not.toContain(id);
  }
  expect(changes).toBeGreaterThan(50);
});

test('what says why, what stands against a level and what gives it names rules that the explanation has', () => {
  for (const { explanation } of explained) {
    const ids = new Set(explanation.rules.map(({ rule }) => rule));
    const named = [
      ...explanation.why.rules,
      ...explanation.levels.flatMap(({ against }) => against),
      ...[...explanation.firstSteps, ...explanation.supports].flatMap(({ rules }) => rules),
    ].filter((id) => id !== 'otherwise');
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    for (const { nearest, giving } of explanation.levels)
      expect(giving.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...(nearest?.by ?? [])]));
  }
});

test('a call that ends otherwise has no level that counts as the result; that of somebody else shows its levels as open', () => {
  const ended = explained.filter(({ explanation }) => explanation.ending !== null && explanation.emergency === null);
  expect(ended.length).toBeGreaterThan(5);
  for (const { explanation } of ended) {
    expect(explanation.levels.map(({ standing }) => standing)).not.toContain('result');
    expect(explanation.why.kind).toBe('ended');
  }
  const { level, levels } = explanationOf('mother-of-unwilling-son');
  expect(level.kind).toBe('if-scored');
  const open = levels.filter(({ standing }) => standing === 'possible').map(({ id }) => id);
  expect(open).toEqual(level.possible.map(({ id }) => id));
});

test('an emergency stands first, and every other level is ruled out by the rules that make it one', () => {
  const emergencies = explained.filter(({ explanation }) => explanation.emergency !== null);
  expect(emergencies.length).toBeGreaterThan(5);
  for (const { explanation } of emergencies) {
    const others = explanation.levels.filter(({ id, standing }) => id !== 'emergency' && standing !== 'never');
    for (const { standing, against } of others) {
      expect(standing).toBe('ruled-out');
      expect(against).toEqual(expect.arrayContaining([...explanation.why.rules]));
    }
  }
});

test('through derived facts: withdrawal is to be expected because of the days, the symptoms and nothing else', () => {
  const { rules } = explanationOf('fourteen-days-sick-before');
  const after = rules.find(({ rule }) => rule === 'withdrawal-then-care');
  expect(after?.answers.map(({ question }) => question)).toEqual([
    'substances',
    'alcohol_days',
    'last_use',
    'earlier_withdrawal',
  ]);
  expect(after?.facts.map(({ fact, value, values }) => ({ fact, value, values }))).toEqual([
    { fact: 'withdrawal', value: 'moderate', values: ['moderate', 'high'] },
  ]);
});

test('a level that only stands for silence is said to be that, and is nothing to aim for', () => {
  const found = worked.find(({ name }) => name === 'pages-nothing under pride-institute');
  if (found === undefined) throw new Error('no case');
  const { levels, to } = explain(found.input, found.compiled, 'information');
  expect(levels[0]?.name).toBe('This page does not say');
  expect(to?.changes).toEqual([]);
  expect(levels.filter(({ standing }) => standing === 'never').map(({ says }) => says)).toContain(
    'No rule of this policy gives it.',
  );
});

test('an answer that stops the call is an emergency whatever the policy says, and is named as what makes it one', () => {
  const [{ input } = { input: undefined }] = worked.filter(({ name }) => name.startsWith('seizure-yesterday under'));
  if (input === undefined) throw new Error('no case');
  const policy = { ...input.policy, rules: [] };
  const compiled = compilePolicy(content.questionnaire, policy);
  if (!compiled.ok) throw new Error('over budget');
  const decision = decide(compiled.value, input.answers);
  const { why, emergency, levels, nearMisses } = explain({ ...input, policy, decision }, compiled.value, undefined);
  expect(emergency).not.toBeNull();
  expect([why.kind, why.answers.map(({ question }) => question)]).toEqual(['stopped', ['withdrawal_now']]);
  expect(levels.map(({ id, standing }) => [id, standing])).toEqual(
    LEVELS.map((id) => [id, id === 'emergency' ? 'result' : id === policy.otherwise.level ? 'ruled-out' : 'never']),
  );
  expect(nearMisses.map(({ question }) => question)).toContain('withdrawal_now');
});

const intakeLine = worked.filter(({ name }) => name.endsWith(' under intake-line'));

/** A worked caller with other answers put in, explained under the default policy. */
function explainedWith(
  id: string,
  put: Partial<Pick<Answers, 'unknownOptions'>> & { values?: Answers['values'] },
  to?: Level,
) {
  const found = intakeLine.find(({ name }) => name === `${id} under intake-line`);
  if (found === undefined) throw new Error(`no case ${id}`);
  const { input, compiled } = found;
  const values = new Map([...input.answers.values, ...(put.values ?? [])]);
  const answers = { ...input.answers, values, unknownOptions: put.unknownOptions ?? input.answers.unknownOptions };
  return explain({ ...input, answers, decision: decide(compiled, answers) }, compiled, to);
}

test('that no rule holds is only said for certain where none of them may hold', () => {
  const seen = { certain: 0, open: 0 };
  for (const { input, compiled } of intakeLine.filter((_, index) => index % 8 === 0)) {
    for (const third of [0, 1, 2]) {
      const values = new Map([...input.answers.values].filter((_, place) => place % 3 !== third));
      const answers = { ...input.answers, values };
      const { levels } = explain({ ...input, answers, decision: decide(compiled, answers) }, compiled, undefined);
      const known = knownCaller(compiled, answers);
      for (const { standing, giving, says } of levels) {
        if (standing !== 'not-reached' || giving.length === 0) continue;
        const regions = compiled.rules.filter(({ rule }) => giving.some((one) => one.rule === rule.id));
        const isOpen = regions.some(({ region }) => known.certainty(region) === 'possible');
        seen[isOpen ? 'open' : 'certain']++;
        expect([says, /for certain/.test(says)]).toEqual([says, isOpen]);
      }
    }
  }
  expect(Math.min(seen.certain, seen.open)).toBeGreaterThan(5);
});

test('a list with open options is never quoted as if they had been denied, nor counted as an ordinary answer', () => {
  const open: Answers['unknownOptions'] = new Map([
    ['self_harm', new Map([['plan', 'unsure']])],
    ['mind_now', new Map([['commands', 'unsure']])],
  ]);
  let seen = 0;
  for (const { name, input } of intakeLine.filter((_, index) => index % 4 === 0)) {
    const isNone = ['self_harm', 'mind_now'].every((id) => input.answers.values.get(id)?.toString() === '');
    if (!isNone) continue;
    const { why, rules, levels, nearMisses } = explainedWith(name.replace(' under intake-line', ''), {
      unknownOptions: open,
    });
    const changed = levels.flatMap(({ nearest }) => nearest?.changed ?? []);
    const blocks = [
      ...why.answers,
      ...rules.flatMap((rule) => [...rule.answers, ...rule.facts.flatMap((fact) => fact.answers)]),
    ];
    for (const { question, now } of [...nearMisses, ...changed].filter((one) => open.has(one.question))) {
      seen++;
      expect([question, now]).toEqual([question, expect.stringMatching(/^none of the others; not known: /)]);
    }
    for (const block of blocks.filter((one) => open.has(one.question))) {
      expect([block.answer, block.remarkable]).toEqual([expect.not.stringMatching(/^None of these/), true]);
    }
  }
  expect(seen).toBeGreaterThan(5);
});

test('what takes back an answer about safety is to be asked again, and leads nobody out of an emergency', () => {
  const { to, nearMisses, emergency } = explanationOf('seizure-yesterday', 'iop');
  expect(emergency).not.toBeNull();
  expect(to?.changes).toEqual([]);
  expect(to?.says).toMatch(/ask again/);
  expect(nearMisses.filter(({ question }) => question === 'withdrawal_now').map(({ askAgain }) => askAgain)).toContain(
    true,
  );
  const safety = new Map(content.questionnaire.questions.map((one) => [one.id, one.safety]));
  let seen = 0;
  for (const { answers, explanation } of explained) {
    const changes = [...(explanation.to?.changes ?? []), ...explanation.levels.flatMap(({ nearest }) => nearest ?? [])];
    for (const { changed, says } of changes) {
      for (const { question, value, askAgain } of changed) {
        const before = answers.values.get(question);
        // The shipped safety questions are lists, and yes or no: the graver answer is the longer list, and yes.
        const isLess = Array.isArray(before) ? before.some((one) => ![value].flat().includes(one)) : before === 'yes';
        expect([question, askAgain]).toEqual([question, safety.get(question) === true && isLess]);
        if (askAgain) expect(says).toContain('only if it was recorded wrongly: ask again');
        if (askAgain) seen++;
      }
    }
  }
  expect(seen).toBeGreaterThan(0);
});

test('the answers beside a derived fact leave it just the values that are named, and the rule takes them all', () => {
  let several = 0;
  let plain = 0;
  for (const { answers, compiled, explanation } of explained) {
    const { encoding, forest, factRegion, questionnaire } = compiled.callers;
    for (const { fact, value, values, says, answers: beside } of explanation.rules.flatMap(({ facts }) => facts)) {
      const known = encodeAnswers(encoding, these(answers, beside));
      const all = questionnaire.facts.find(({ id }) => id === fact)?.values ?? [];
      const left = all.filter((one) => reachable(forest, factRegion(fact, one), known) !== 1 << FALSE);
      expect([fact, new Set(values)]).toEqual([fact, new Set(left)]);
      if (value !== null) expect(values).toContain(value);
      if (values.length > 1) expect(says).toMatch(/ is enough/);
      if (values.length > 1) several++;
      else plain++;
    }
  }
  expect(Math.min(several, plain)).toBeGreaterThan(5);
});

test('an answer that counts for what was not named is not quoted by what was', () => {
  let seen = 0;
  for (const { explanation } of explained) {
    const { why, rules } = explanation;
    for (const { question: id, answer, named, notNamed, remarkable } of [
      ...why.answers,
      ...rules.flatMap((one) => one.answers),
    ]) {
      if (named.length > 0 || notNamed.length === 0) continue;
      const question = content.questionnaire.questions.find((one) => one.id === id);
      seen++;
      const isAll = notNamed.length === question?.options.length;
      expect([id, answer.startsWith('none of: ')]).toEqual([id, !isAll]);
      if ([question?.baseline].flat().length === 0) expect([id, remarkable]).toEqual([id, false]);
    }
  }
  expect(seen).toBeGreaterThan(20);
});
