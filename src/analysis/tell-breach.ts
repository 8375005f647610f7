/** A broken property in words. Whoever shows it was made up by the program, so that answers may be named. */

import type { FactValue } from '../conditions/model.ts';
import { ACTIONS, FIRST_STEPS, SUPPORTS } from '../policy/care-lists.ts';
import type { Breach, Judged } from './breach.ts';
import { inYaml } from './in-yaml.ts';
import type { ResultTest, Statement } from './model.ts';

/** What somebody gets whom the page says nothing of. */
export const SILENT = 'no level, because the page does not say';

/** What is wrong, as a clause that follows the name of the property and of the policy. */
export function tellBreach(breach: Breach, statement: Statement): string {
  switch (breach.kind) {
    case 'result':
      return `a caller gets ${whatIsTested(breach.witness, 'result' in statement ? statement.result : undefined)}`;
    case 'pair':
      return tellPair(breach, statement.kind === 'monotone');
    case 'policies':
      return `a caller gets ${everything(breach.witness)}, and under \`${breach.other.policy}\` ${everything(breach.other)}`;
    case 'order':
      return `a caller is asked \`${breach.earlier}\` before \`${breach.question}\``;
    case 'gate':
      return `whether a caller is asked \`${breach.question}\` depends on \`${breach.gate}\``;
    case 'idle':
      return `nobody is told anything else without ${breach.what}`;
    default:
      return breach satisfies never;
  }
}

function tellPair({ question, witness, other }: Extract<Breach, { readonly kind: 'pair' }>, isWorse: boolean): string {
  const { values } = witness.caller;
  // What the other one is asked besides belongs to their answer.
  const theirs = [...other.caller.values].filter(([id]) => id === question || !values.has(id));
  const own = [...values].filter(([id]) => id === question || !other.caller.values.has(id));
  const told = isWorse ? level : placed;
  return `${isWorse ? 'a worse answer gives less' : 'another answer changes the result'}: ${answers(own)} gives ${told(witness)}, and ${answers(theirs)} gives ${told(other)}`;
}

function answers(said: readonly (readonly [string, FactValue])[]): string {
  return said.map(([id, value]) => `\`${id}: ${inYaml(value)}\``).join(', ');
}

function level({ verdict }: Judged): string {
  const { result } = verdict;
  if (result.kind === 'disposition') return `the disposition \`${result.disposition}\``;
  return result.silent ? SILENT : `\`${result.level}\``;
}

function placed(judged: Judged): string {
  return [level(judged), firstSteps(judged)].join(' with ');
}

function everything(judged: Judged): string {
  return [placed(judged), supports(judged), actions(judged)].join(', ');
}

/** The level, and of the rest what the test asks for. */
function whatIsTested(judged: Judged, test: ResultTest | undefined): string {
  const asksSupports = test?.supportsAny !== undefined || test?.supportsAll !== undefined;
  const asksActions = test?.actionAny === true || test?.actionsAll !== undefined;
  return [
    level(judged),
    ...(test?.firstAny === undefined ? [] : [firstSteps(judged)]),
    ...(asksSupports ? [supports(judged)] : []),
    ...(asksActions ? [actions(judged)] : []),
  ].join(' with ');
}

function firstSteps({ verdict }: Judged): string {
  return list(FIRST_STEPS, verdict.firstSteps, 'first step');
}

function supports({ verdict }: Judged): string {
  return list(SUPPORTS, verdict.supports, 'support');
}

function actions({ verdict }: Judged): string {
  return list(ACTIONS, verdict.actions, 'action');
}

function list<Id extends string>(all: readonly Id[], given: ReadonlySet<Id>, what: string): string {
  const ids = all.filter((id) => given.has(id)).map((id) => `\`${id}\``);
  if (ids.length === 0) return `no ${what}`;
  return `the ${ids.length === 1 ? what : `${what}s`} ${ids.join(', ')}`;
}
