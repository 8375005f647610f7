/** What the program makes of every worked caller under every policy. */

import { compileWithinBudget } from '../../src/cli/compile-within-budget.ts';
import type { Content } from '../../src/cli/content.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { decideFully } from '../../src/decision/decide.ts';
import type { Override } from '../../src/interview/model.ts';
import type { CallRecord } from '../../src/interview/record.ts';
import { LEVELS, type Level } from '../../src/policy/care-lists.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { Summary } from '../../src/referral/summary.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';
import { valueIn } from '../fixtures/read-fixture.ts';

export interface NamedSummary {
  readonly name: string;
  readonly summary: Summary;
}

/** Decides and sums up each worked caller of the content by each of its policies, or by the named ones. */
export async function workedSummaries(
  content: Content,
  ids: readonly string[] = content.policies.map(({ id }) => id),
): Promise<readonly NamedSummary[]> {
  return (await workedInputs(content, ids)).map(({ name, input }) => ({ name, summary: summarize(input) }));
}

/** Every third of these callers under the default policy, for whom the counselor chose each other level in turn. */
export async function overriddenSummaries(content: Content): Promise<readonly NamedSummary[]> {
  const codes = ['no-opening', 'not-available-in-area', 'other'] as const;
  return everyThird(await workedInputs(content, ['intake-line'])).flatMap(({ name, input }) =>
    LEVELS.filter((level) => level !== 'emergency').flatMap((level, index) => {
      const code = codes[index % codes.length] ?? 'other';
      const override: Override = { level, code, note: index % 2 === 0 ? 'A short note.' : 'A long note. '.repeat(40) };
      const summary = summarize({ ...input, override });
      return summary.override === null ? [] : [{ name: `${name}, ${level} chosen`, summary }];
    }),
  );
}

/** Every third of them, cut off where their answers end; those in an emergency left out. */
export async function cutShortSummaries(content: Content): Promise<readonly NamedSummary[]> {
  return everyThird(await workedInputs(content, ['intake-line'])).flatMap(({ name, input }) =>
    content.questionnaire.dispositions.flatMap(({ id }) => {
      const summary = summarize({ ...input, answers: { ...input.answers, ended: id } });
      return summary.emergency !== null ? [] : [{ name: `${name}, ended as ${id}`, summary }];
    }),
  );
}

/** The same callers as a call that went on for a while: an emergency with its log, notes, answers set aside. */
export async function calledSummaries(content: Content): Promise<readonly NamedSummary[]> {
  const questions = content.questionnaire.questions.map(({ id }) => id);
  const notes = [{ text: 'About the call.' }, { question: questions[3] ?? '', text: 'About a question.' }];
  const told: CallRecord['told'] = [
    { question: 'self_harm', said: ['plan'], at: 60_000, isAskedAfresh: true },
    { question: 'others_harm', said: ['thoughts'], at: 60_000, isAskedAfresh: false },
  ];
  return (await workedInputs(content, ['intake-line'])).map(({ name, input }, index) => {
    const record: CallRecord = {
      id: 'call-1',
      startedAt: 0,
      lastAt: 600_000,
      minutes: 10,
      status: { kind: 'done' },
      panelLog: [{ done: 'Called for help.', at: 60_000 }],
      setAside: questions.slice(4, 6),
      askAgain: questions.slice(0, 1),
      told: index % 3 === 0 ? told : [],
      isDangerUnasked: index % 6 === 0,
      override: undefined,
    };
    const level: Level = 'inpatient';
    const override = index % 2 === 0 ? ({ level, code: 'clinical-judgement' } as const) : undefined;
    const call = {
      record,
      clock: (at: number) => `10:${String(at / 60_000).padStart(2, '0')}`,
      day: () => '2026-11-22',
    };
    const handOffs = [{ program: 'Day Program', programId: 'day', outcome: 'accepted', how: 'phone' } as const];
    return { name, summary: summarize({ ...input, answers: { ...input.answers, notes, handOffs }, call, override }) };
  });
}

function everyThird<T>(all: readonly T[]): readonly T[] {
  return all.filter((_, index) => index % 3 === 0);
}

export interface NamedInput {
  readonly name: string;
  readonly input: SummaryInput;
  readonly compiled: CompiledPolicy;
}

/** Deciding takes most of the time, and the same callers are summed up in several ways. */
const decided = new Map<string, readonly NamedInput[]>();

/** Every worked caller of the content, decided by each of the named policies. */
export async function workedInputs(content: Content, ids: readonly string[]): Promise<readonly NamedInput[]> {
  const cases = valueIn(await content.cases())?.value ?? [];
  return content.policies
    .filter(({ id }) => ids.includes(id))
    .flatMap((policy) => {
      const known = decided.get(policy.id);
      if (known !== undefined) return known;
      const compiled = valueIn(compileWithinBudget(policy, content, 'adult-intake'));
      const found = cases.map(({ id, answers }) => {
        const { decision, others } = decideFully(compiled, answers);
        const disagreements = content.sources.disagreements.flatMap((row, index) => {
          const certainty = others[index] ?? 'no';
          return certainty === 'no' ? [] : [{ ...row, certainty }];
        });
        const given = { ...content, policy, answers, decision, disagreements };
        return { name: `${id} under ${policy.id}`, input: { ...given, today: '2026-11-22', language: 'en' }, compiled };
      });
      decided.set(policy.id, found);
      return found;
    });
}
