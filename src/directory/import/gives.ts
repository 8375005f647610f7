/** What a term of a source says about a program, and what several terms say together. */

import type { GivesSource } from '../mapping-schema.ts';

/** The fields whose values are lists: what any term gives, the program has. */
const LISTS = [
  'levels',
  'may_offer',
  'first_steps',
  'supports',
  'payments',
  'medicines',
  'languages',
  'not_stated',
] as const;

/** The fields of which a program has one value. */
const FLAGS = ['pregnant', 'children', 'interpreter', 'evenings'] as const;

/** Joins what several terms say. Two that contradict each other leave the field unknown. */
export function joinedGives(all: readonly GivesSource[]): GivesSource {
  const serves = together(all.flatMap((one) => one.serves ?? []));
  const ages = joinedAges(all.flatMap((one) => one.ages ?? []));
  const affirming = all.find((one) => one.affirming !== undefined)?.affirming;
  return {
    ...withoutClaimed(Object.assign({}, ...LISTS.map((field) => listed(field, all)))),
    ...Object.assign({}, ...FLAGS.map((field) => agreed(field, all))),
    ...(serves === undefined ? {} : { serves }),
    ...(ages === undefined ? {} : { ages }),
    ...(affirming === undefined ? {} : { affirming }),
  };
}

function listed(field: (typeof LISTS)[number], all: readonly GivesSource[]): object {
  const values = all.flatMap((one) => (one[field] === undefined ? [] : [one[field]]));
  return values.length === 0 ? {} : { [field]: [...new Set(values.flat())] };
}

/** What is offered for certain need not be asked. */
function withoutClaimed(gives: GivesSource): GivesSource {
  const { may_offer: asked, ...others } = gives;
  const left = asked?.filter((level) => gives.levels?.includes(level) !== true) ?? [];
  return left.length === 0 ? others : { ...others, may_offer: left };
}

function agreed(field: (typeof FLAGS)[number], all: readonly GivesSource[]): object {
  const said = new Set(all.flatMap((one) => one[field] ?? []));
  const [value] = said;
  return said.size === 1 ? { [field]: value } : {};
}

type Serves = NonNullable<GivesSource['serves']>;

/** Women and men together are everyone. */
function together(said: readonly Serves[]): Serves | undefined {
  const [first] = said;
  return said.every((one) => one === first) ? first : 'everyone';
}

type Ages = NonNullable<GivesSource['ages']>;

/** From the youngest to the oldest; a group without a bound leaves that side open. Nothing is left where both sides are. */
function joinedAges(groups: readonly Ages[]): Ages | undefined {
  if (groups.length === 0) return undefined;
  const from = groups.map((group) => group.from ?? Number.NaN).reduce((left, right) => Math.min(left, right));
  const to = groups.map((group) => group.to ?? Number.NaN).reduce((left, right) => Math.max(left, right));
  const ages = { ...(Number.isNaN(from) ? {} : { from }), ...(Number.isNaN(to) ? {} : { to }) };
  return Object.keys(ages).length === 0 ? undefined : ages;
}
