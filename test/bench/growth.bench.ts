/**
 * How compiling and proving grow: generated policies of 20, 40, 80 and 160 questions with as many rules, tested in the order that
 * FORCE finds and in the order of the script. Every compiled policy is checked against `evaluate` on random callers before anything
 * is timed. Fails where rules in blocks at 160 questions take 2 seconds or more to compile and to prove.
 * Run with `npm run bench -- growth`.
 */

import type { Statement } from '../../src/analysis/model.ts';
import { prove } from '../../src/analysis/prove.ts';
import { type CompiledPolicy, compilePolicy, type OverBudget } from '../../src/decision/compile.ts';
import type { Policy } from '../../src/policy/model.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { generatePolicy, type PolicyKind } from './generated-policy.ts';
import { verifyCompiled } from './verify-compiled.ts';

const SIZES = [20, 40, 80, 160];
const KINDS: readonly PolicyKind[] = ['blocks', 'window', 'random'];
const ROUNDS = 5;
const LIMIT = 2000; // milliseconds, for rules in blocks at the largest size

/** The result of some work, and the shortest of a few rounds: whatever else the machine does can only make them longer. */
function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const times: number[] = [];
  let value = work();
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    value = work();
    times.push(performance.now() - start);
    if (times.reduce((sum, one) => sum + one, 0) > LIMIT) break;
  }
  return { value, ms: Math.min(...times) };
}

/** A worse answer never lowers the level, question by question; and whoever the first rule reaches gets its level. */
function statementsFor({ questions }: Questionnaire, { rules: [rule] }: Policy): readonly Statement[] {
  if (rule?.atLeast === undefined) throw new Error('the first rule has no level');
  return [
    { kind: 'monotone', questions: questions.map(({ id }) => id) },
    {
      kind: 'implies',
      scoredOnly: false,
      when: rule.when,
      result: {
        levelAtLeast: rule.atLeast,
        levelAtMost: undefined,
        levelIn: undefined,
        firstAny: undefined,
        supportsAny: undefined,
        supportsAll: undefined,
        actionAny: false,
        actionsAll: undefined,
        dispositionIn: undefined,
        silent: false,
      },
    },
  ];
}

/** @throws if the implication is not proved: it holds of every policy */
function proveAll(statements: readonly Statement[], compiled: CompiledPolicy): number {
  const [monotone, implies] = statements.map((statement) =>
    prove(statement, compiled, new Map([[compiled.policy.id, compiled]])),
  );
  if (implies?.kind !== 'proved') throw new Error(`${compiled.policy.id}: a rule does not give its level`);
  return monotone?.kind === 'broken' ? monotone.breaches.length : 0;
}

function outgrown({ limit, what, grewBy }: OverBudget): string {
  return `over ${limit} ${what}: ${grewBy[0]?.statement ?? ''}`;
}

function row(kind: PolicyKind, size: number): { readonly cells: readonly string[]; readonly ms: number } {
  const { questionnaire, policy } = generatePolicy(size, size, kind);
  const compiled = timed(() => compilePolicy(questionnaire, policy));
  const inScript = timed(() =>
    compilePolicy(questionnaire, policy, { order: questionnaire.questions.map(({ id }) => id) }),
  );
  const script = inScript.value.ok
    ? [String(inScript.value.value.callers.forest.size()), inScript.ms.toFixed(0)]
    : [outgrown(inScript.value.over), inScript.ms.toFixed(0)];
  const start = [kind, String(size), compiled.ms.toFixed(0)];
  if (!compiled.value.ok)
    return { cells: [...start, outgrown(compiled.value.over), '', '', ...script], ms: compiled.ms };
  const { value } = compiled.value;
  verifyCompiled(value);
  const nodes = value.callers.forest.size();
  const statements = statementsFor(questionnaire, policy);
  const proved = timed(() => proveAll(statements, value));
  return {
    cells: [...start, String(nodes), proved.ms.toFixed(0), String(proved.value), ...script],
    ms: compiled.ms + proved.ms,
  };
}

const rows: string[][] = [
  ['rules', 'questions', 'compile ms', 'nodes', 'prove ms', 'breaches', 'script order: nodes', 'compile ms'],
];
for (const kind of KINDS) {
  for (const size of SIZES) {
    const { cells, ms } = row(kind, size);
    rows.push([...cells]);
    if (kind === 'blocks' && size === SIZES.at(-1) && ms >= LIMIT) {
      console.error(`rules in blocks at ${size} questions took ${ms.toFixed(0)} ms: the aim is less than ${LIMIT}`);
      process.exitCode = 1;
    }
  }
}
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
for (const cells of rows)
  console.log(
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
