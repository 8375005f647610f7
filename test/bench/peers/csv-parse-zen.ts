/** csv-parse with GoRules zen-engine: the ten rules as one decision table, the first row that holds decides. */

import { ZenEngine } from '@gorules/zen-engine';
import { eachCsvRow } from './csv-rows.ts';
import { factsOf, RESULT, rowsOut } from './rows-out.ts';

/** In the language of its expressions, the most intensive first. */
const ROWS: readonly (readonly [condition: string, level: string])[] = [
  ['in_danger == "Y"', 'emergency'],
  ['symptoms == "2" and some(drugs, # in ["alcohol", "sedatives"])', 'inpatient'],
  ['last_use != null and last_use <= 5 and some(withdrawal_before, # == "seizure")', 'inpatient'],
  ['housing == "homeless" and some(signs, # == "4") and some(signs, # == "5")', 'residential'],
  ['mind_effect == "3"', 'residential'],
  ['mind_effect == "2" and mental_health in ["untreated", "off"]', 'php'],
  ['main_drug == "A" and drink_days != null and drink_days >= 20 and drinks != null and drinks >= 5', 'iop'],
  ['opioid_use == "2" and opioid_source == "street"', 'iop'],
  ['injects == "Y"', 'iop'],
  ['pregnant == "2" or violence == "Y"', 'outpatient'],
  ['', 'information'],
];

function decisionTable(): object {
  const position = { x: 0, y: 0 };
  const content = {
    hitPolicy: 'first',
    inputs: [{ id: 'condition', name: 'condition' }],
    outputs: [{ id: 'level', name: 'level', field: 'level' }],
    rules: ROWS.map(([condition, level], place) => ({ _id: `rule-${place}`, condition, level: `"${level}"` })),
  };
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      { id: 'table', name: 'table', type: 'decisionTableNode', position, content },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'last', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
}

/** Decisions that are waited for together: one at a time would leave the engine's threads idle. */
const AT_ONCE = 64;

export async function csvParseZen(input: string, output: string): Promise<void> {
  const engine = new ZenEngine();
  const decision = engine.createDecision(decisionTable());
  const out = rowsOut(output);
  let waiting: { readonly cells: readonly string[]; readonly level: Promise<string> }[] = [];
  const settle = async (): Promise<void> => {
    for (const { cells, level } of waiting) out.write(cells, await level);
    waiting = [];
  };
  await eachCsvRow(
    input,
    (cells) => out.write(cells, RESULT),
    async (cells) => {
      const level = decision.evaluate(factsOf(cells)).then(({ result }) => String(result?.level ?? ''));
      waiting.push({ cells, level });
      if (waiting.length === AT_ONCE) await settle();
    },
  );
  await settle();
  out.close();
  engine.dispose();
}
