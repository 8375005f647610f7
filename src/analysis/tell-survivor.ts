/** What a slip that nobody notices does to the caller who shows it, in words. The caller was made up by the program. */

import type { Verdict } from '../decision/evaluate.ts';
import type { Made, Survivor } from './survivor.ts';
import { SILENT } from './tell-breach.ts';

/** What becomes of the caller, as a clause: "`php` becomes `iop`". */
export function tellSurvivor({ policy, before, after }: Survivor): string {
  const told = policy === undefined ? [] : resultsTold(before.verdict, after.verdict);
  const [first = askedTold(before, after)] = told;
  return policy === undefined ? first : `under \`${policy}\` ${first}`;
}

/** What differs in what is said, the gravest first. */
function resultsTold(before: Verdict | undefined, after: Verdict | undefined): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const pairs = [
    ['', resultOf(before), resultOf(after)],
    ['the first steps ', list(before.firstSteps), list(after.firstSteps)],
    ['the actions ', list(before.actions), list(after.actions)],
    ['the supports ', list(before.supports), list(after.supports)],
    ['the level if scored ', `\`${before.levelIfScored}\``, `\`${after.levelIfScored}\``],
  ] as const;
  return pairs.flatMap(([what, one, other]) =>
    one === other
      ? []
      : [
          `${what}${one}${one === SILENT ? ',' : ''} become${what.startsWith('the ') && what !== 'the level if scored ' ? '' : 's'} ${other}`,
        ],
  );
}

function resultOf({ result }: Verdict): string {
  if (result.kind === 'disposition') return `the disposition \`${result.disposition}\``;
  return result.silent ? SILENT : `\`${result.level}\``;
}

function list(ids: ReadonlySet<string>): string {
  return ids.size === 0
    ? 'none'
    : [...ids]
        .sort()
        .map((id) => `\`${id}\``)
        .join(', ');
}

function askedTold(before: Made, after: Made): string {
  const more = [...after.answers.keys()].filter((id) => !before.answers.has(id));
  const less = [...before.answers.keys()].filter((id) => !after.answers.has(id));
  const named = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');
  return [
    ...(more.length > 0 ? [`somebody is asked ${named(more)} as well`] : []),
    ...(less.length > 0 ? [`somebody is no longer asked ${named(less)}`] : []),
  ].join(', and ');
}
