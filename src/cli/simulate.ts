/** `intakeline interview --simulate`: the calls of thousands of callers who do not exist. */

import type { Marginals } from '../analysis/marginals.ts';
import { type SimulationPlan, simulate as simulateCalls } from '../analysis/simulate.ts';
import type { Simulation } from '../analysis/simulation.ts';
import { shownPath } from '../io/installed.ts';
import { nextTurn } from '../io/next-turn.ts';
import { createProgress } from '../io/progress.ts';
import { terminalFacts, textWidth } from '../io/terminal.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { renderProblems } from '../render/problems.ts';
import { simulationJson, simulationText } from '../render/simulation.ts';
import type { InterviewOptions } from './add-interview.ts';
import { contentFor, groundFor, type LoadedContent, questionnaireFolder } from './call-ground.ts';
import { inFolder } from './content-files.ts';
import { languageFor } from './languages.ts';
import { DEFAULT_POLICY } from './options.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { progressLine } from './progress-line.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';
import { savingComplaint } from './saving-complaint.ts';

/** How many of the callers are asked the most telling question first as well: that takes the time of a dozen calls. */
const RANKED = 1000;

/** Draws callers, takes the call of each whole and brief, and says how long they were and that they ended alike. */
export async function simulate(options: InterviewOptions): Promise<CommandResult> {
  const complaint = usageComplaint(options) ?? (await savingComplaint(options, { marginals: options.marginals }));
  if (complaint !== undefined) return couldNotRun(complaint);
  const plan = await planFor(options);
  if (!plan.ok) return couldNotRun(plan.notes);
  const simulation = await run(plan.value);
  return {
    output: {
      ...(options.format === 'json'
        ? { kind: 'json', content: simulationJson(simulation) }
        : { kind: 'text', content: simulationText(simulation, options.width ?? textWidth(terminalFacts())) }),
      saveAs: options.out,
    },
    notes: '',
    outcome: simulation.differences.count === 0 ? 'fine' : 'found-something',
  };
}

function usageComplaint({ simulate: callers, format }: InterviewOptions): string | undefined {
  if (callers === undefined)
    return 'intakeline: `--marginals` and `--seed` say how callers are drawn\n  add `--simulate`, with how many\n';
  if (format === 'text' || format === 'json') return undefined;
  return `intakeline: a simulation has no form \`${format}\`\n  one of \`text\`, \`json\`\n`;
}

async function planFor(options: InterviewOptions): Promise<Ready<SimulationPlan>> {
  const loaded = readyFrom(await contentFor(options));
  if (!loaded.ok) return loaded;
  const ground = readyFrom(groundFor(loaded.value, options.policy ?? DEFAULT_POLICY));
  if (!ground.ok) return ground;
  const language = languageFor(loaded.value.content.questionnaire, options.language);
  if (!language.ok) return language;
  const marginals = await marginalsFor(loaded.value, options);
  if (!marginals.ok) return marginals;
  const callers = options.simulate ?? 0;
  return ready({
    compiled: ground.value.compiled,
    marginals: marginals.value,
    levels: loaded.value.content.care.levels,
    callers,
    seed: options.seed ?? 1,
    language: language.value,
    ranked: Math.min(callers, RANKED),
  });
}

/** The marginals that were named, or those of the folder. */
async function marginalsFor({ content }: LoadedContent, options: InterviewOptions): Promise<Ready<Marginals>> {
  const read = readyFrom(await content.marginals(options.marginals));
  if (!read.ok) return read;
  if (read.value !== undefined) return ready(read.value.value);
  const file = options.marginals ?? inFolder(questionnaireFolder(options), 'marginals.yaml');
  return notReady(renderProblems([fileProblem(shownPath(file), { kind: 'missing' })]));
}

/** Keys and signals have their turn between calls. */
async function run(plan: SimulationPlan): Promise<Simulation> {
  const calls = simulateCalls(plan);
  let done = 0;
  const progress = createProgress((elapsed) => progressLine(done, plan.callers, 'callers', elapsed));
  try {
    for (;;) {
      const step = calls.next();
      if (step.done === true) return step.value;
      done = step.value;
      progress.show();
      if (done % 50 === 0) await nextTurn();
    }
  } finally {
    progress.clear();
  }
}
