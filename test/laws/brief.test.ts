import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestFirstOf } from '../../src/analysis/best-first.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import { keptWalks } from '../../src/interview/kept-walks.ts';
import type { Call, CallEvent, CallState, Given, Place } from '../../src/interview/model.ts';
import { replyIn } from '../../src/interview/replies.ts';
import { resultRoots } from '../../src/interview/result-roots.ts';
import { standingOf, walkWith } from '../../src/interview/standing.ts';
import { transition } from '../../src/interview/transition.ts';
import { CANNOT_WAIT } from '../../src/policy/care-lists.ts';
import type { Policy } from '../../src/policy/model.ts';
import type { Answers, Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { smallCall } from '../interview/small-calls.ts';
import { completions, type Listed, listCallers } from './listing.ts';
import { small } from './small-policies.ts';

const RUNS = 1000;

const NOTHING_SAID: Answers = {
  questionnaire: 'small',
  values: new Map(),
  unknown: new Map(),
  unknownOptions: new Map(),
};

interface Drawn {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly call: Call;
  /** Some of the answers: what is known of a caller in the middle of a call. */
  readonly known: Answers;
}

/** A brief call with red flags, stops, uses and first steps that cannot wait. */
const drawn: fc.Arbitrary<Drawn> = fc
  .tuple(smallCall({ brief: fc.constant(true) }), small)
  .map(([{ questionnaire, policy: plain }, other]) => {
    const rules = plain.rules.map((rule) => ({
      ...rule,
      first: rule.first.map((step) => (step === 'safe-place' ? 'crisis-assessment-today' : step)),
    }));
    const policy = { ...plain, rules };
    return { questionnaire, policy, call: callOf(questionnaire, policy), known: fittingAnswers(questionnaire, other) };
  });

function callOf(questionnaire: Questionnaire, policy: Policy): Call {
  const compiled = compilePolicy(questionnaire, policy);
  if (!compiled.ok) throw new Error('over budget');
  return createCall(compiled.value, { brief: true, walks: keptWalks(compiled.value) });
}

/** The answers of another questionnaire's caller, where the question of this one is of the same kind. */
function fittingAnswers({ questions }: Questionnaire, other: typeof small extends fc.Arbitrary<infer T> ? T : never) {
  const { answers, questionnaire } = other;
  const isSame = (question: Question): boolean => {
    const twin = questionnaire.questions.find(({ id }) => id === question.id);
    return JSON.stringify(twin?.kind) === JSON.stringify(question.kind);
  };
  const fitting = new Set(questions.filter(isSame).map(({ id }) => id));
  const fittingIn = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([id]) => fitting.has(id)));
  return { ...answers, values: fittingIn(answers.values), unknownOptions: fittingIn(answers.unknownOptions) };
}

/** The same answers, with nobody sure of the options that were not named and whose bit is set. */
function unsureOfSome(answers: Answers, { questions }: Questionnaire, marks: number): Answers {
  const unknownOptions = questions.flatMap(({ id, kind }) => {
    const named = answers.values.get(id);
    if (kind.kind !== 'options' || typeof named !== 'object') return [];
    const unsure = kind.options.filter((option, bit) => !named.includes(option) && ((marks >> bit) & 1) === 1);
    return unsure.length === 0 ? [] : [[id, new Map(unsure.map((option) => [option, 'unsure' as const]))] as const];
  });
  return { ...answers, unknownOptions: new Map(unknownOptions) };
}

const serves = ({ safety, uses, stop }: Question): boolean => safety || uses.length > 0 || stop.length > 0;

/** All that a caller is told, from the verdict: level or disposition, what is shown of both, silence, first steps, supports. */
function told({ questionnaire, policy }: Drawn, { verdict, read }: Listed): string {
  const { result, levelIfScored, firstSteps, supports, rules } = verdict;
  const ending = questionnaire.dispositions.find(
    ({ id }) => result.kind === 'disposition' && id === result.disposition,
  );
  const isShown = ending === undefined || ending.level === 'open';
  const isReached = policy.rules.some(({ id, atLeast }) => atLeast !== undefined && rules.has(id));
  const urgent = CANNOT_WAIT.filter((step) =>
    policy.rules.some(({ id, first }) => rules.has(id) && first.includes(step)),
  );
  return JSON.stringify([
    result.kind === 'level' ? result.level : result.disposition,
    isShown ? levelIfScored : 'none',
    questionnaire.dispositions.filter(({ when }) => when !== undefined && holds(when, read)).map(({ id }) => id),
    isShown && !isReached && policy.otherwise.silent,
    [...firstSteps].sort(),
    [...supports].sort(),
    urgent,
  ]);
}

/** The callers of a questionnaire, to be found by some of their answers, with what each is told. */
function register(one: Drawn) {
  const { questions } = one.questionnaire;
  const all = listCallers(one.questionnaire, one.policy).map((caller) => ({
    values: caller.values,
    marks: questions.map(({ id }) => String(caller.values.get(id))),
    told: told(one, caller),
  }));
  const groupings = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  const keyOf = (marks: readonly string[], known: readonly boolean[]) =>
    marks.map((mark, place) => (known[place] ? mark : '?')).join(' ');
  const grouped = (known: readonly boolean[]): ReadonlyMap<string, ReadonlySet<string>> => {
    const groups = new Map<string, Set<string>>();
    for (const { marks, told: one } of all) {
      const key = keyOf(marks, known);
      groups.set(key, (groups.get(key) ?? new Set()).add(one));
    }
    return groups;
  };
  /** What is possible for whoever gave those of a caller's answers: each of the callers who gave the same is told it. */
  const possible = (marks: readonly string[], known: readonly boolean[]): string => {
    const which = known.join();
    const groups = groupings.get(which) ?? grouped(known);
    groupings.set(which, groups);
    return [...(groups.get(keyOf(marks, known)) ?? [])].sort().join(' ');
  };
  return { all, possible };
}

interface Taken {
  readonly heard: readonly string[];
  readonly place: Place;
  readonly told: string;
}

interface Point {
  readonly state: CallState;
  readonly next: Map<string, Point>;
}

/** Takes calls with complete answers; callers who begin alike share what they have in common. */
function taker(call: Call): (answers: Answers) => Omit<Taken, 'told'> {
  const start: Point = { state: startCall(call, 0), next: new Map() };
  const after = ({ state, next }: Point, event: CallEvent): Point => {
    const key = JSON.stringify(event);
    const found = next.get(key) ?? { state: transition(call, state, event, 0)[0], next: new Map() };
    next.set(key, found);
    return found;
  };
  return (answers) => {
    const heard: string[] = [];
    let point = start;
    for (;;) {
      const { place } = point.state;
      if (place.kind === 'safety-unknown') point = after(point, { kind: 'went-on' });
      else if (place.kind === 'question') {
        heard.push(place.id);
        const reply = replyIn(answers, place.id) ?? { unknown: 'unsure' };
        point = after(point, { kind: 'answered', question: place.id, reply });
      } else return { heard, place };
    }
  };
}

/** What differs between a whole and a brief call of one caller beyond what may differ; nothing where all is well. */
function faults(questions: readonly Question[], long: Taken, short: Taken): readonly string[] {
  const missing = questions.filter(({ id }) => long.heard.includes(id) && !short.heard.includes(id));
  return [
    ...short.heard.filter((id) => !long.heard.includes(id)).map((id) => `only the brief call asks ${id}`),
    ...missing.filter(serves).map(({ id }) => `${id} is left out, though it serves something`),
    ...(JSON.stringify(short.place) === JSON.stringify(long.place) ? [] : ['the calls end at different places']),
    ...(short.told === long.told ? [] : ['something else is told']),
  ];
}

test('for every caller the brief call ends as the whole one, and asks no less about danger and what has a use', () => {
  const unsure = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(drawn, fc.option(unsure, { nil: [] }), (one, isUnsure) => {
      const { questions } = one.questionnaire;
      const { all, possible } = register(one);
      const takers = [false, true].map((brief) => taker({ ...one.call, brief }));
      for (const { values, marks } of all) {
        const said = new Map([...values].filter((_, place) => !isUnsure[place]));
        const answers = { ...NOTHING_SAID, values: said };
        const [long, short] = takers.map((take) => {
          const taken = take(answers);
          const known = questions.map(({ id }) => taken.heard.includes(id) && said.has(id));
          return { ...taken, told: possible(marks, known) };
        });
        const found = long === undefined || short === undefined ? ['no call'] : faults(questions, long, short);
        if (found.length > 0) expect(found).toEqual([]);
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 240_000);

test('a question is left out exactly if no two completions that differ in its answer alone are told or asked anything else', () => {
  fc.assert(
    fc.property(drawn, (one) => {
      const { questionnaire, policy, call, known } = one;
      const given = new Map<string, Given>();
      for (const { id } of questionnaire.questions) {
        const reply = replyIn(known, id);
        if (reply !== undefined) given.set(id, { reply, at: 0 });
      }
      const { applies, leftOut } = standingOf(call, { given, again: new Set() });
      const toCome = questionnaire.questions.filter(({ id }) => applies.get(id) !== 'no' && !given.has(id));
      const shown = (caller: Listed): string => {
        const asked = toCome.filter((question) => serves(question) && holds(question.askIf, caller.read));
        return `${told(one, caller)} ${asked.map(({ id }) => id).join()}`;
      };
      const possible = completions(listCallers(questionnaire, policy), questionnaire, known).map((caller) => ({
        values: [...caller.values],
        shown: shown(caller),
      }));
      const isTelling = (id: string): boolean => {
        const seen = new Map<string, string>();
        return possible.some(({ values, shown }) => {
          const others = JSON.stringify(values.filter(([other]) => other !== id));
          const before = seen.get(others);
          seen.set(others, shown);
          return before !== undefined && before !== shown;
        });
      };
      const expected = toCome.filter((question) => !serves(question) && !isTelling(question.id));
      expect(leftOut).toEqual(expected.map(({ id }) => id));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 240_000);

test('kept walks say what walks say', () => {
  fc.assert(
    fc.property(fc.tuple(drawn, fc.array(small, { minLength: 1, maxLength: 4 }), fc.nat()), ([one, others, marks]) => {
      const { questionnaire, call } = one;
      const { compiled, brief } = call;
      const plain = createCall(compiled, { brief });
      const roots = [
        ...resultRoots(compiled),
        ...questionnaire.questions.map(({ id }) => compiled.callers.applies(id)),
      ];
      const callers = [one.known, ...others.map((other) => fittingAnswers(questionnaire, other))];
      // Several callers after each other, since the later ones find what the earlier ones left.
      for (const answers of callers.flatMap((caller) => [caller, unsureOfSome(caller, questionnaire, marks), caller])) {
        const [kept, walked] = [walkWith(call, answers), walkWith(plain, answers)];
        expect(roots.map(kept.reached)).toEqual(roots.map(walked.reached));
        expect(roots.map((root) => kept.certainty(root))).toEqual(roots.map((root) => walked.certainty(root)));
        for (const root of roots) expect(kept.dependsOn([root])).toBe(walked.dependsOn([root]));
        expect(kept.dependsOn(roots)).toBe(walked.dependsOn(roots));
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 240_000);

test('the most telling question first is the order of the decision, after what is about danger', () => {
  fc.assert(
    fc.property(fc.tuple(drawn, fc.nat()), ([one, seed]) => {
      const { questionnaire, policy, call } = one;
      const all = listCallers(questionnaire, policy);
      const values = all[seed % all.length]?.values ?? new Map();
      const answers = { ...NOTHING_SAID, values };
      const isAboutDanger = (id: string) =>
        questionnaire.questions.some((question) => question.id === id && (question.safety || question.stop.length > 0));
      const asked: string[] = [];
      let settledAfter: number | undefined;
      for (;;) {
        const known = { ...NOTHING_SAID, values: new Map([...values].filter(([id]) => asked.includes(id))) };
        const given = new Map([...known.values].map(([id, said]) => [id, { reply: { said }, at: 0 }]));
        const { open, applies, isEmergency } = standingOf(call, { given, again: new Set() });
        const { ask, settled, stops } = decide(call.compiled, known);
        if (settled) settledAfter ??= asked.length;
        const best = ask.find(({ question }) => open.includes(question) && applies.get(question) === 'certain');
        const next = open.find(isAboutDanger) ?? best?.question ?? open[0];
        if (isEmergency || stops.length > 0 || next === undefined) break;
        asked.push(next);
      }
      expect(bestFirstOf(call)(answers)).toEqual({
        questions: asked.length,
        untilSettled: settledAfter ?? asked.length,
      });
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 240_000);
