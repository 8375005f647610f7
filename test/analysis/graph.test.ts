/** The pictures of the shipped content, held against the content itself. */

import { expect, test } from 'vitest';
import { exampleCallers } from '../../src/analysis/example-callers.ts';
import type { Graph, GraphNode } from '../../src/analysis/graph-model.ts';
import { pathGraph } from '../../src/analysis/graph-path.ts';
import { policyGraph } from '../../src/analysis/graph-policy.ts';
import { questionsGraph } from '../../src/analysis/graph-questions.ts';
import { ruleGraph } from '../../src/analysis/graph-rule.ts';
import { conditionInWords } from '../../src/analysis/graph-words.ts';
import { scriptPage } from '../../src/analysis/script-page.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import { readIds } from '../../src/conditions/reads.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { evaluate } from '../../src/decision/evaluate.ts';
import type { Override } from '../../src/interview/model.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { summarize } from '../../src/referral/summarize.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const content = await shippedContent();
const { questionnaire, policies, care, emergency, cases } = content;
const policy = policies.find(({ id }) => id === 'intake-line') ?? policies[0];
if (policy === undefined) throw new Error('no policy');
const view = { questionnaire, policy, care, emergency, language: 'en' };
const script = questionsGraph(view);

const ofKind = (graph: Graph, kind: GraphNode['kind']): readonly GraphNode[] =>
  graph.nodes.filter((node) => node.kind === kind);

/** The id that a node's heading names: headings are `17 · substances` or a bare id. */
const idOf = (node: GraphNode | undefined): string => node?.heading.split(' · ').at(-1) ?? '';

const into = (graph: Graph, id: string): readonly string[] =>
  graph.edges
    .filter(({ to, kind }) => to === id && kind === 'reads')
    .map(({ from }) => idOf(graph.nodes.find((node) => node.id === from)));

test('the script shows every question once, in its section and in order, with its number', () => {
  expect(ofKind(script, 'question').map(({ group, heading }) => [group, heading])).toEqual(
    questionnaire.sections.flatMap(({ id }) =>
      questionnaire.questions
        .filter(({ section }) => section === id)
        .map((question) => [id, `${question.index + 1} · ${question.id}`]),
    ),
  );
});

test('an arrow leads to a question from everything that its gate reads, and from nothing else', () => {
  const gated = questionnaire.questions.filter(({ askIf }) => readIds(askIf).size > 0);
  expect(gated.length).toBeGreaterThan(30);
  for (const { id, askIf } of questionnaire.questions)
    expect([id, [...into(script, `question ${id}`)].sort()]).toEqual([id, [...readIds(askIf)].sort()]);
  const label = (from: string, to: string): string | undefined =>
    script.edges.find((edge) => edge.from === `question ${from}` && edge.to === `question ${to}`)?.label;
  expect(label('substances', 'alcohol_days')).toBe('Alcohol');
  expect(label('drinks_per_day', 'heavy_day')).toBe('at most 3');
  expect(label('housing', 'home_stress')).toBe('A home to stay in / Somewhere for now, as a guest or in a motel');
});

test('what everybody is asked is one straight line in each section', () => {
  const then = script.edges.filter(({ kind }) => kind === 'then').map(({ from, to }) => [from, to]);
  const expected = questionnaire.sections.flatMap(({ id }) => {
    const always = questionnaire.questions.filter(({ section, askIf }) => section === id && readIds(askIf).size === 0);
    return always.slice(1).map((question, index) => [`question ${always[index]?.id}`, `question ${question.id}`]);
  });
  expect(then).toEqual(expected);
});

test('every question that can stop the call leads to the emergency steps, and is marked', () => {
  const stopping = questionnaire.questions.filter(({ stop }) => stop.length > 0).map(({ id }) => id);
  expect(stopping.length).toBeGreaterThan(5);
  const ends = ofKind(script, 'ending').filter(({ heading }) => heading === 'Emergency steps');
  expect(ends.flatMap(({ id }) => into(script, id))).toEqual(stopping);
  const marked = ofKind(script, 'question').filter(({ marks }) => marks.includes('stop'));
  expect(marked.map(idOf)).toEqual(stopping);
});

test('one section alone shows its questions with the answers that they take', () => {
  const home = questionsGraph({ ...view, section: 'home' });
  const questions = questionnaire.questions.filter(({ section }) => section === 'home');
  expect(ofKind(home, 'question').map(idOf)).toEqual(questions.map(({ id }) => id));
  for (const { id, options } of questions) {
    const [answers = ''] = ofKind(home, 'question').find((node) => idOf(node) === id)?.details ?? [];
    for (const { label } of options) expect(answers).toContain(inLanguage(label, 'en'));
  }
});

test('a policy shows every rule once, under its level, with an arrow from everything that it reads', () => {
  for (const one of policies) {
    const graph = policyGraph({ ...view, policy: one });
    const rules = ofKind(graph, 'rule');
    expect(rules.map(({ heading }) => heading).sort()).toEqual(one.rules.map(({ id }) => id).sort());
    for (const rule of one.rules) {
      const node = rules.find(({ heading }) => heading === rule.id);
      expect(node?.group.trim()).toBe(rule.atLeast ?? (rule.first.length > 0 ? 'first' : 'additions'));
      expect(node?.text).toBe(rule.because);
      expect([rule.id, [...into(graph, `rule ${rule.id}`)].sort()]).toEqual([rule.id, [...readIds(rule.when)].sort()]);
    }
  }
});

test('a rule of an emergency says what to do in the words of the panel, and no id', () => {
  const doing = policy.rules.filter((rule) => rule.do.length > 0);
  expect(doing.length).toBeGreaterThan(5);
  for (const rule of doing)
    for (const graph of [policyGraph(view), ruleGraph(rule, view)]) {
      const said = ofKind(graph, 'rule')
        .find(({ heading }) => heading === rule.id)
        ?.details.filter((detail) => detail.startsWith('do: '));
      expect([rule.id, said?.length]).toEqual([rule.id, rule.do.length]);
      for (const [index, id] of rule.do.entries()) {
        const words = emergency.actions[id];
        const spoken = words === undefined ? undefined : inLanguage(words, 'en');
        expect(spoken?.startsWith(said?.[index]?.slice('do: '.length) ?? '?')).toBe(true);
        expect(said?.[index]).not.toContain(id);
      }
    }
});

test('emergencies stand first, then the levels downwards', () => {
  expect(policyGraph(view).groups.map(({ id }) => id.trim())).toEqual([
    'emergency',
    'inpatient',
    'residential',
    'php',
    'iop',
    'outpatient',
    'information',
    'first',
    'additions',
    'facts',
  ]);
});

test('every fact on which a rule rests is shown once, with all that its definition reads', () => {
  const graph = policyGraph(view);
  const facts = new Map(questionnaire.facts.map((fact) => [fact.id, fact]));
  const wanted = new Set<string>();
  const want = (ids: Iterable<string>): void => {
    for (const id of ids) {
      const fact = facts.get(id);
      if (fact === undefined || wanted.has(id)) continue;
      wanted.add(id);
      for (const { when } of fact.branches) want(readIds(when));
    }
  };
  for (const { when } of policy.rules) want(readIds(when));
  const shown = ofKind(graph, 'fact');
  expect(shown.map(({ heading }) => heading).sort()).toEqual([...wanted].sort());
  for (const node of shown) {
    const read = new Set(facts.get(node.heading)?.branches.flatMap(({ when }) => [...readIds(when)]));
    const questions = [...read].filter((id) => !facts.has(id));
    for (const id of questions) expect(node.details.join(' ')).toMatch(new RegExp(`\\d+ · ${id}(,|$)`));
    expect([...into(graph, node.id)].sort()).toEqual([...read].filter((id) => facts.has(id)).sort());
  }
});

test('a rule is drawn down to its questions, junctions and facts in between, and everything leads to it', () => {
  for (const rule of policy.rules) {
    const graph = ruleGraph(rule, view);
    const targets = new Set(graph.edges.map(({ to }) => to));
    const sources = new Set(graph.edges.map(({ from }) => from));
    const leaves = graph.nodes.filter(({ id }) => !targets.has(id));
    expect([rule.id, leaves.filter(({ kind }) => kind !== 'question')]).toEqual([rule.id, []]);
    expect(graph.nodes.filter(({ id }) => !sources.has(id)).map(({ heading }) => heading)).toEqual([rule.id]);
  }
  const home = ruleGraph(policy.rules.find(({ id }) => id === 'need-24-hour') ?? policy.rules[0]!, view);
  const need = home.nodes.find(({ heading }) => heading === 'need')?.id;
  // Only what gives 24 hours is drawn of `need`: the branches behind it do not matter.
  expect(home.edges.filter(({ to }) => to === need).map(({ label }) => label)).toEqual(['→ 24-hour']);
});

const compiled = compilePolicy(questionnaire, policy);
if (!compiled.ok) throw new Error('too large');
const examples = exampleCallers(valueIn(await cases())?.value ?? [], questionnaire);
const pathOf = (answers: Answers, one = compiled.value, override?: Override): Graph => {
  const decision = decide(one, answers);
  const told = { answers, decision, override, policy: one.policy };
  const result = summarize({ ...content, ...told, disagreements: [], today: '2026-11-22', language: 'en' });
  return pathGraph({ ...view, ...told, compiled: one, result });
};
const compiledAs = (id: string): CompiledPolicy => {
  const found = policies.find((one) => one.id === id);
  const made = found && compilePolicy(questionnaire, found);
  if (made?.ok !== true) throw new Error(`no policy ${id}`);
  return made.value;
};

test('the way of a caller shows every question once: those that apply with the answer, the others as not asked', () => {
  expect(examples.length).toBeGreaterThan(5);
  let complete = 0;
  for (const { name, answers } of examples) {
    const graph = pathOf(answers);
    const nodes = ofKind(graph, 'question');
    expect([name, nodes.map(idOf)]).toEqual([name, questionnaire.questions.map(({ id }) => id)]);
    const readable = questionnaire.questions.filter(({ kind }) => kind.kind !== 'unreadable');
    const read = readCaller(questionnaire, answers.values);
    const isComplete = readable.every(({ id, askIf }) => !holds(askIf, read) || answers.values.has(id));
    if (!isComplete) continue;
    complete += 1;
    for (const { id, askIf } of readable) {
      const node = nodes.find((one) => idOf(one) === id);
      const isAsked = holds(askIf, read);
      expect([name, id, node?.marks.includes('not asked'), node?.weight === 'faint']).toEqual([
        name,
        id,
        !isAsked,
        !isAsked,
      ]);
      expect([name, id, node?.details[0]?.startsWith('answer: ')]).toEqual([name, id, isAsked]);
    }
    const { rules } = evaluate(questionnaire, policy, read);
    const held = ofKind(graph, 'rule').filter(
      ({ marks, heading }) => !marks.includes('possible') && heading !== 'otherwise',
    );
    expect([name, held.map(({ heading }) => heading).sort()]).toEqual([name, [...rules].sort()]);
  }
  expect(complete).toBeGreaterThan(2);
});

test('no text, date or telephone number of a caller is in the picture', () => {
  const secret = 'a secret that nobody draws';
  const [first] = examples;
  const day = '2031-07-19';
  const hidden = questionnaire.questions.filter(({ kind }) => kind.kind === 'unreadable');
  expect(new Set(hidden.map(({ type }) => type))).toEqual(new Set(['text', 'date', 'phone']));
  const told = hidden.map(({ id, type }) => [id, type === 'date' ? day : secret] as const);
  const values = new Map([...(first?.answers.values ?? []), ...told]);
  const graph = pathOf({ questionnaire: questionnaire.id, values, unknown: new Map(), unknownOptions: new Map() });
  const drawn = JSON.stringify(graph);
  for (const hiddenValue of [secret, day, 'July 19', '2031']) expect(drawn).not.toContain(hiddenValue);
});

test('a stopped call shows what stopped it, and nothing behind it as asked', () => {
  const values = new Map([['danger_now', 'yes']]);
  const graph = pathOf({ questionnaire: questionnaire.id, values, unknown: new Map(), unknownOptions: new Map() });
  const [first, ...others] = ofKind(graph, 'question');
  expect([first?.weight, first?.marks, first?.details]).toEqual(['strong', ['stop'], ['answer: Yes']]);
  expect(new Set(others.flatMap(({ marks }) => marks))).toEqual(new Set(['not asked']));
  expect(ofKind(graph, 'level').map(({ heading }) => heading)).toEqual([care.levels.emergency.name]);
});

const none: Answers = {
  questionnaire: questionnaire.id,
  values: new Map(),
  unknown: new Map(),
  unknownOptions: new Map(),
};
const levelOf = (graph: Graph): GraphNode | undefined => graph.nodes.find(({ id }) => id === 'level ');
const exampleNamed = (name: string): Answers => {
  const found = examples.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no example ${name}`);
  return found.answers;
};
const allText = (node: GraphNode | undefined): string =>
  [node?.heading, node?.text, ...(node?.details ?? [])].join('\n');

test('silence is never drawn as a level', () => {
  const lowest = care.levels[LEVELS[0]].name;
  const silent = policies.filter(({ otherwise }) => otherwise.silent);
  expect(silent.length).toBeGreaterThan(2);
  let shown = 0;
  for (const { id } of silent) {
    const one = compiledAs(id);
    expect(policyGraph({ ...view, policy: one.policy }).about).toMatch(
      /holds, (this page does|these rules do) not say\.$/,
    );
    for (const { answers: said } of examples) {
      const { ended: _, ...answers } = said;
      if (decide(one, answers).silent !== 'certain') continue;
      shown += 1;
      const level = levelOf(pathOf(answers, one));
      expect(level?.heading).toMatch(/^(This page does|These rules do) not say$/);
      expect(allText(level).toLowerCase()).not.toContain(lowest.toLowerCase());
    }
  }
  expect(shown).toBeGreaterThan(0);
});

test('the level stands in the picture as it stands in the summary, with its warning', () => {
  const empty = levelOf(pathOf(none));
  expect([empty?.heading, empty?.marks]).toEqual(['Too early to name a level of care or a program', ['open']]);
  expect(empty?.details).toContain('Treat as at least residential treatment until asked.');
  const calm = exampleNamed('iop');
  const flags = questionnaire.questions.filter(({ id, safety }) => safety && calm.values.has(id)).at(-1)?.id ?? '';
  const values = new Map([...calm.values].filter(([id]) => id !== flags));
  const declined = levelOf(pathOf({ ...calm, values, unknown: new Map([[flags, 'declined']]) }));
  expect([flags, declined?.details]).toEqual([
    flags,
    expect.arrayContaining(['Treat as at least residential treatment until asked.']),
  ]);
  expect(declined?.marks).toEqual(['open']);
});

test('a level that the counselor chose stands beside that of the rules', () => {
  const chosen = pathOf(exampleNamed('iop'), compiled.value, {
    level: 'residential',
    code: 'no-opening',
  });
  expect(levelOf(chosen)?.heading).toBe(care.levels.residential.name);
  expect(allText(levelOf(chosen))).toContain(`By the rules: ${care.levels.iop.name}`);
});

test('a call that the counselor ended shows how, and no rule decides', () => {
  const ending = questionnaire.dispositions.find(({ when, level }) => when === undefined && level === 'none');
  const graph = pathOf({ ...exampleNamed('iop'), ended: ending?.id ?? '' });
  expect([levelOf(graph)?.heading, levelOf(graph)?.kind]).toEqual([inLanguage(ending?.title ?? '', 'en'), 'ending']);
  expect(graph.nodes.filter(({ marks }) => marks.includes('decides'))).toEqual([]);
  expect(graph.edges.filter(({ to }) => to === 'level ')).toEqual([]);
});

test('a call about somebody else is open, however many answers there are', () => {
  const values = new Map([
    ['role', 'other'],
    ['can_answer_for_them', 'no'],
  ]);
  const level = levelOf(pathOf({ ...none, values }));
  expect([level?.heading, level?.marks]).toEqual(['Calling about someone else', ['open']]);
  expect(level?.text).toMatch(/^Still open: /);
});

test('a list of which an option is open is no "none of these", wherever it is drawn', () => {
  const question = questionnaire.questions.find(({ id }) => id === 'substances');
  if (question === undefined) throw new Error('no list');
  const open = question.options[0];
  const unknownOptions = new Map([[question.id, new Map([[open?.id ?? '', 'unsure' as const]])]]);
  const graph = pathOf({ ...none, values: new Map([[question.id, []]]), unknownOptions });
  const shown = graph.nodes.filter((node) => idOf(node) === question.id && node.details.length > 0);
  expect(shown.length).toBeGreaterThan(1);
  for (const node of shown) {
    expect(node.details.join()).toContain(`not known: ${inLanguage(open?.label ?? '?', 'en')}`);
    expect(node.details.join()).not.toContain(inLanguage(question.none ?? '?', 'en'));
  }
  expect(shown.find(({ kind }) => kind === 'question')?.marks).toContain('open');
});

test('what may still come about is drawn neither as come about nor as over', () => {
  const weights = (answers: Answers) =>
    new Map(ofKind(pathOf(answers), 'ending').map(({ group, weight }) => [group, weight]));
  const stops = questionnaire.questions.filter(({ stop }) => stop.length > 0);
  const sections = [...new Set(stops.map(({ section }) => section))];
  const open = weights(none);
  expect(sections.map((section) => [section, open.get(section)])).toEqual(sections.map((one) => [one, 'possible']));
  const answered = new Map(
    stops.map(({ id, kind }): [string, string | readonly string[]] => [id, kind.kind === 'options' ? [] : 'no']),
  );
  const past = weights({ ...none, values: answered });
  expect(sections.map((section) => [section, past.get(section)])).toEqual(sections.map((one) => [one, 'faint']));
  const list = stops.find(({ kind }) => kind.kind === 'options');
  const unsure = new Map([[list?.id ?? '', new Map([[list?.stop[0] ?? '', 'unsure' as const]])]]);
  expect(weights({ ...none, values: answered, unknownOptions: unsure }).get(list?.section ?? '')).toBe('possible');
  for (const rule of ofKind(pathOf(none), 'rule'))
    expect([rule.heading, rule.weight, rule.marks.includes('possible')]).toEqual([rule.heading, 'possible', true]);
});

test('conditions are put into words', () => {
  const inWords = (id: string): string =>
    conditionInWords(questionnaire.questions.find((one) => one.id === id)?.askIf ?? { kind: 'any', of: [] }, view);
  expect(inWords('heavy_day')).toBe('substances: Alcohol and drinks_per_day: at most 3');
  expect(inWords('company')).toBe('withdrawal_likely: yes');
  const nothing = { kind: 'any', of: [] } as const;
  const yes = { kind: 'is', id: 'danger_now', values: ['yes'] } as const;
  const young = { kind: 'within', id: 'age', from: 0, to: 17 } as const;
  expect(conditionInWords({ kind: 'none', of: [yes, young] }, view)).toBe('not (danger_now: Yes or age: at most 17)');
  expect(conditionInWords({ kind: 'all', of: [yes, { kind: 'any', of: [young, nothing] }] }, view)).toBe(
    'danger_now: Yes and (age: at most 17 or never)',
  );
  const terms = [yes, young, nothing].map((when) => ({ points: 1, when }));
  expect(conditionInWords({ kind: 'sum', terms, atLeast: 2, atMost: Number.POSITIVE_INFINITY }, view)).toBe(
    'at least 2 of 3 (danger_now: Yes; age: at most 17; never)',
  );
  expect(conditionInWords({ kind: 'within', id: 'age', from: 18, to: 64 }, view)).toBe('age: 18 to 64');
  expect(conditionInWords({ kind: 'within', id: 'age', from: 65, to: 120 }, view)).toBe('age: at least 65');
  expect(conditionInWords({ kind: 'names-none', id: 'body_now' }, view)).toBe('body_now: None of these');
});

test('the page of scripts holds every script, every answer and every condition', () => {
  const page = scriptPage({ questionnaire, emergency, language: 'en' });
  const shown = page.sections.flatMap(({ questions }) => questions);
  expect(shown.map(({ id, number }) => [id, number])).toEqual(
    questionnaire.questions.map(({ id, index }) => [id, index + 1]),
  );
  for (const [index, question] of questionnaire.questions.entries()) {
    expect(shown[index]?.say).toBe(inLanguage(question.say, 'en'));
    expect(shown[index]?.options.filter(({ isStop }) => isStop)).toHaveLength(question.stop.length);
    expect(shown[index]?.onlyIf === undefined).toBe(readIds(question.askIf).size === 0);
  }
  expect(shown.find(({ id }) => id === 'heavy_day')?.onlyIf).toBe(
    'question 19 (substances): Alcohol and question 22 (drinks_per_day): at most 3',
  );
});
