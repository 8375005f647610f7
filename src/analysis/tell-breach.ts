/** A broken property in words. Whoever shows it was made up by the program, so that answers may be named. */

import type { FactValue } from '../conditions/model.ts';
import { ACTIONS, FIRST_STEPS, SUPPORTS } from '../policy/care-lists.ts';
import type { Breach, Judged } from './breach.ts';
import type { ResultTest, Statement } from './model.ts';

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
  const answer = ({ caller }: Judged): string => inWords(caller.values.get(question));
  const alsoAsked = [...other.caller.values]
    .filter(([id, value]) => id !== question && inWords(value) !== inWords(witness.caller.values.get(id)))
    .map(([id, value]) => ` and \`${id}\` ${inWords(value)}`);
  const results = isWorse ? [level(witness), level(other)] : [placed(witness), placed(other)];
  return `${isWorse ? 'a worse' : 'another'} answer to \`${question}\`, ${answer(witness)} instead of ${answer(other)}${alsoAsked.join('')}, gives ${results.join(' instead of ')}`;
}

function inWords(value: FactValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object') return `\`${value}\``;
  return value.length === 0 ? 'none of these' : `\`${value.join(', ')}\``;
}

function level({ verdict }: Judged): string {
  const { result } = verdict;
  if (result.kind === 'disposition') return `the disposition \`${result.disposition}\``;
  return result.silent ? 'no level, because the page does not say' : `\`${result.level}\``;
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
