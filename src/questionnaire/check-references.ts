/** Who may read whom: facts read earlier facts, `ask_if` reads earlier questions, safety questions read the caller's role only. */

import { readIds } from '../conditions/reads.ts';
import type { Report } from '../documents/collect.ts';
import type { DerivedFact, Question } from './model.ts';

/** Reports facts that depend on themselves, each cycle once, and facts that read a later one. */
export function checkFactOrder(facts: readonly DerivedFact[], report: Report): void {
  const places = new Map(facts.map((fact, index) => [fact.id, index]));
  const reads = new Map(facts.map((fact) => [fact.id, [...factReads(fact)].filter((id) => places.has(id))]));
  const inCycle = new Set<string>();
  for (const [index, fact] of facts.entries()) {
    const path = ['facts', index, 'id'];
    if (inCycle.has(fact.id)) continue;
    const cycle = wayBack(fact.id, reads);
    for (const id of cycle) inCycle.add(id);
    if (cycle.length > 0) {
      const names = [...cycle, fact.id].map((id) => `\`${id}\``).join(' → ');
      report({
        code: 'fact-cycle',
        path,
        message: `the fact depends on itself: ${names}`,
        remedy: 'break the circle at one of them',
      });
      continue;
    }
    const later = reads.get(fact.id)?.find((id) => (places.get(id) ?? -1) > index);
    if (later !== undefined)
      report({
        code: 'late-reference',
        path,
        message: `the fact reads \`${later}\`, which is defined later`,
        remedy: 'move it below that one',
      });
  }
}

function factReads(fact: DerivedFact): ReadonlySet<string> {
  return new Set(fact.branches.flatMap((branch) => [...readIds(branch.when)]));
}

/** The shortest way from a fact back to itself; empty where there is none. */
function wayBack(start: string, reads: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const queue: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of queue) {
    for (const next of reads.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return [];
}

/** Reports each `ask_if` that reads an answer which is not there yet, or from which a safety question may not hang. */
export function checkGates(questions: readonly Question[], facts: readonly DerivedFact[], report: Report): void {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const factsById = new Map(facts.map((fact) => [fact.id, fact]));
  for (const question of questions) {
    const path = ['questions', question.index, 'ask_if'];
    for (const id of readIds(question.askIf)) {
      const sources = questionsBehind(id, factsById).flatMap((source) => byId.get(source) ?? []);
      const later = sources.find((source) => source.index >= question.index);
      if (later !== undefined)
        report({
          code: 'late-reference',
          path,
          message: lateMessage(later, question, id),
          remedy: 'read earlier questions only',
        });
      const gate = sources.find((source) => !source.uses.includes('third_party'));
      if (question.safety && gate !== undefined) {
        report({
          code: 'safety-gated',
          path,
          message: `a safety question must not depend on \`${gate.id}\``,
          remedy: 'let it depend on questions with `use: [third_party]` only',
          relies: [['questions', gate.index, 'use']],
        });
      }
    }
  }
}

function lateMessage(later: Question, question: Question, id: string): string {
  const via = later.id === id ? '' : ` through \`${id}\``;
  return later.id === question.id ? `the question depends on itself${via}` : `\`${later.id}\` is asked later${via}`;
}

/** The questions on which a question or fact depends, directly or through facts. */
export function questionsBehind(id: string, facts: ReadonlyMap<string, DerivedFact>): readonly string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  const visit = (next: string): void => {
    if (visited.has(next)) return;
    visited.add(next);
    const fact = facts.get(next);
    if (fact === undefined) found.add(next);
    else for (const read of factReads(fact)) visit(read);
  };
  visit(id);
  return [...found];
}
