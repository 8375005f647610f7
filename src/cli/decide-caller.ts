/** One caller's answers file, decided by one policy. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { decideFully } from '../decision/decide.ts';
import type { Certainty, Decision } from '../decision/model.ts';
import { type Finding, problemAt } from '../documents/collect.ts';
import { builtDocument, type Document } from '../documents/document.ts';
import type { Override } from '../interview/model.ts';
import { overrideFindings, overrideWordFindings, readOverride } from '../interview/override.ts';
import { isEmergency } from '../interview/shown-result.ts';
import type { Disagreement, Policy } from '../policy/model.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { compileAnswers, contradictionProblem } from '../questionnaire/compile-answers.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { AnswersSource } from '../questionnaire/schema.ts';
import type { CallerDisagreement } from '../referral/summary-input.ts';
import { compileWithinBudget } from './compile-within-budget.ts';
import type { Content } from './content.ts';
import { storedPolicy } from './stored-policies.ts';
import { tableId } from './table-file.ts';

/** A caller with what a policy makes of the answers. */
export interface DecidedCaller {
  readonly policy: Policy;
  readonly answers: Answers;
  readonly decision: Decision;
  readonly disagreements: readonly CallerDisagreement[];
  /** The level that the counselor chose instead; of a call, only while nothing stands against it. */
  readonly override: Override | undefined;
}

/** Answers to decide, and what their problems point at. */
interface Caller {
  readonly policy: Policy;
  readonly compiled?: CompiledPolicy | undefined;
  readonly answers: Answers;
  /** The file that the answers came from; a call has none. */
  readonly document?: Document<unknown> | undefined;
  /** What a person calls the questionnaire's folder. */
  readonly place: string;
}

/** Decides an answers file by a policy that `place` holds, or says everything that is wrong with it. */
export function decideCaller(
  document: Document<AnswersSource>,
  content: Content,
  { policy, place }: { readonly policy: Policy; readonly place: string },
): Outcome<DecidedCaller> {
  const answers = answersIn(document, content.questionnaire);
  return answers.ok ? decideAnswers(content, { policy, place, document, answers: answers.value }) : answers;
}

/** The answers of a file, or everything that is wrong with what it says. */
export function answersIn(document: Document<AnswersSource>, questionnaire: Questionnaire): Outcome<Answers> {
  const { override } = document.value;
  const words = override === undefined ? [] : overrideWordFindings(override).map((one) => problemAt(document, one));
  const answers = compileAnswers(document, questionnaire);
  return answers.ok && words.length === 0 ? answers : failed([...answers.problems, ...words]);
}

/** Decides answers that fit the questionnaire, or says what contradicts what. */
export function decideAnswers(content: Content, caller: Caller): Outcome<DecidedCaller> {
  const { policy, answers, document = builtDocument('the call', undefined) } = caller;
  const compiled = compiledFor(caller, content);
  if (!compiled.ok) return compiled;
  const { decision, contradictions, others } = decideFully(compiled.value, answers);
  if (contradictions.length > 0)
    return failed(contradictions.map((question) => contradictionProblem(document, question)));
  const choice = choiceIn(answers, { decision });
  if (caller.document !== undefined && choice.findings.length > 0)
    return failed(choice.findings.map((one) => problemAt(document, one)));
  const disagreements = content.sources.disagreements.flatMap((one, index) => forCaller(one, others[index] ?? 'no'));
  return outcomeOf({ policy, answers, decision, disagreements, override: choice.override }, []);
}

/** The counselor's choice of level, unless something stands against it. */
function choiceIn(
  { override: source, ended }: Answers,
  decided: Pick<DecidedCaller, 'decision'>,
): { readonly override: Override | undefined; readonly findings: readonly Finding[] } {
  const override = source && readOverride(source);
  if (override === undefined) return { override, findings: [] };
  const ground = {
    levels: ended === undefined ? decided.decision.levels : [],
    isEmergency: isEmergency(decided.decision),
  };
  const findings = overrideFindings(override, ground);
  return { override: findings.length === 0 ? override : undefined, findings };
}

/** The policy of a caller, compiled: as it is given, as the build stored it, or now. */
export function compiledFor(
  { policy, compiled, place }: Pick<Caller, 'policy' | 'compiled' | 'place'>,
  content: Content,
): Outcome<CompiledPolicy> {
  const ready = compiled ?? storedPolicy(policy, content);
  return ready === undefined ? compileWithinBudget(policy, content, place) : outcomeOf(ready, []);
}

/** The policy with an id, or the problem that there is none. */
export function findPolicy(id: string, { policies, tables }: Content, folder: string): Outcome<Policy> {
  const found = policies.find((policy) => policy.id === id);
  if (found !== undefined) return outcomeOf(found, []);
  const ids = policies.map((policy) => policy.id);
  const isTable = tables.some((table) => tableId(table) === id);
  return failed([
    {
      code: 'unknown-policy',
      severity: 'error',
      file: folder,
      position: undefined,
      message: isTable ? `\`${id}\` is a table, which decides nothing` : `there is no policy \`${id}\``,
      remedy: isTable ? 'name a policy; `intakeline check` examines tables' : suggest(id, ids),
      excerpt: undefined,
    },
  ]);
}

function forCaller(one: Disagreement, certainty: Certainty): readonly CallerDisagreement[] {
  if (certainty === 'no') return [];
  return [{ id: one.id, says: one.says, certainty, for: one.for, against: one.against, silent: one.silent }];
}
