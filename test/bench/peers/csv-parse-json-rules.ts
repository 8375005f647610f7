/** csv-parse with json-rules-engine: the ten rules as its JSON, every rule tried on every row. */

import { Engine, type NestedCondition } from 'json-rules-engine';
import { LEVELS, type Level } from '../../../src/policy/care-lists.ts';
import { eachCsvRow } from './csv-rows.ts';
import { type Fact, factsOf, RESULT, rowsOut } from './rows-out.ts';

/** Events are named for levels. */
const RANKS: readonly string[] = LEVELS;

const is = (fact: Fact, value: string): NestedCondition => ({ fact, operator: 'equal', value });
const isIn = (fact: Fact, value: readonly string[]): NestedCondition => ({ fact, operator: 'in', value });
const names = (fact: Fact, value: string): NestedCondition => ({ fact, operator: 'contains', value });
const atLeast = (fact: Fact, value: number): NestedCondition => ({ fact, operator: 'greaterThanInclusive', value });
const atMost = (fact: Fact, value: number): NestedCondition => ({ fact, operator: 'lessThanInclusive', value });

const RULES: readonly (readonly [level: Level, all: NestedCondition[]])[] = [
  ['emergency', [is('in_danger', 'Y')]],
  ['inpatient', [is('symptoms', '2'), { any: [names('drugs', 'alcohol'), names('drugs', 'sedatives')] }]],
  ['inpatient', [names('withdrawal_before', 'seizure'), atMost('last_use', 5)]],
  ['residential', [is('housing', 'homeless'), names('signs', '4'), names('signs', '5')]],
  ['residential', [is('mind_effect', '3')]],
  ['php', [is('mind_effect', '2'), isIn('mental_health', ['untreated', 'off'])]],
  ['iop', [is('main_drug', 'A'), atLeast('drink_days', 20), atLeast('drinks', 5)]],
  ['iop', [is('opioid_use', '2'), is('opioid_source', 'street')]],
  ['iop', [is('injects', 'Y')]],
  ['outpatient', [{ any: [is('pregnant', '2'), is('violence', 'Y')] }]],
];

export async function csvParseJsonRules(input: string, output: string): Promise<void> {
  const engine = new Engine();
  for (const [level, all] of RULES) engine.addRule({ conditions: { all }, event: { type: level } });
  const out = rowsOut(output);
  await eachCsvRow(
    input,
    (cells) => out.write(cells, RESULT),
    async (cells) => {
      const { events } = await engine.run(factsOf(cells));
      const ranks = events.map(({ type }) => RANKS.indexOf(type));
      out.write(cells, RANKS[Math.max(0, ...ranks)] ?? '');
    },
  );
  out.close();
}
