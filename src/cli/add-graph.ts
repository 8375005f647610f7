/** What may be written after `intakeline graph`. */

import { type Command, Option } from 'commander';
import type { SiteInForce } from '../site/settings.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import { DEFAULT_POLICY, outPath, path, questionnaireOption } from './options.ts';

export const GRAPH_FORMATS = ['mermaid', 'svg', 'json'] as const;

export interface GraphOptions {
  readonly questionnaire?: string;
  readonly language?: string;
  readonly out?: string;
}

export interface DrawingOptions extends GraphOptions {
  readonly format: (typeof GRAPH_FORMATS)[number];
}

export interface QuestionsOptions extends DrawingOptions {
  readonly section?: string;
}

export interface PolicyOptions extends DrawingOptions {
  readonly rule?: string;
  /** What is in force at the site. */
  readonly site?: SiteInForce;
}

export interface PathOptions extends DrawingOptions {
  readonly policy: string;
}

/** Adds `graph` and what can be drawn to the tree. */
export function addGraph(program: Command, perform: Perform): void {
  const graph = program
    .command('graph')
    .summary('the script, a policy or a call as a picture; the scripts as a page to print')
    .description(
      'Draws the script, a policy or the way of one caller as Mermaid or SVG, or makes a page of all scripts.',
    )
    .addHelpText(
      'after',
      examplesHelp([
        ['graph questions --format svg --out script.svg', 'the whole script, as a picture to hang up'],
        ['graph questions --section home', 'one section, for a page that draws Mermaid'],
        ['graph policy inspire-recovery --format svg --out policy.svg', 'the rules by level'],
        ['graph policy --rule home-fails', 'one rule, down to its questions'],
        ['graph path caller.yaml --format svg --out call.svg', 'what was asked, and what followed'],
        ['graph scripts --out scripts.html', 'what to say, on paper'],
      ]),
    );
  for (const add of [addQuestions, addPolicy, addPath, addScripts]) add(graph, perform);
}

function addQuestions(graph: Command, perform: Perform): void {
  const command = graph
    .command('questions')
    .summary('the script: what is asked, and when')
    .description('Draws the script by section: the questions in their order, and what decides whether one is asked.')
    .option('--section <id>', 'one section alone, with the answers that each question takes');
  addDrawingOptions(command).action((_local: unknown, own: Command) =>
    perform(async () => (await import('./graph.ts')).graphQuestions(own.optsWithGlobals<QuestionsOptions>())),
  );
}

function addPolicy(graph: Command, perform: Perform): void {
  const command = graph
    .command('policy')
    .summary('the rules of a policy by level')
    .description('Draws the rules of a policy by level, emergencies first, and the questions and facts that they read.')
    .argument('[id]', 'policy to draw (default: the one in force)')
    .option('--rule <id>', 'one rule alone, down to the questions on which it rests');
  addDrawingOptions(command).action((id: string | undefined, _local: unknown, own: Command) =>
    perform(async () => (await import('./graph.ts')).graphPolicy(id, own.optsWithGlobals<PolicyOptions>())),
  );
}

function addPath(graph: Command, perform: Perform): void {
  const command = graph
    .command('path')
    .summary('the way of one caller through the script')
    .description(
      'Draws what one caller was asked and was not, the facts and rules that came out, and the level. Texts, dates and telephone numbers are left out.',
    )
    .argument('<answers>', 'answers file (YAML or JSON), or `-` for standard input', path)
    .option('--policy <id>', 'policy to decide by', DEFAULT_POLICY);
  addDrawingOptions(command).action((answers: string, _local: unknown, own: Command) =>
    perform(async () => (await import('./graph.ts')).graphPath(answers, own.optsWithGlobals<PathOptions>())),
  );
}

function addScripts(graph: Command, perform: Perform): void {
  const command = graph
    .command('scripts')
    .summary('all scripts as one page to print')
    .description(
      'Makes one HTML page of all that is said on a call, by section, with what decides whether it is asked.',
    );
  addCommonOptions(command).action((_local: unknown, own: Command) =>
    perform(async () => (await import('./graph.ts')).graphScripts(own.optsWithGlobals<GraphOptions>())),
  );
}

function addDrawingOptions(command: Command): Command {
  const form = new Option('--format <format>', 'form of the picture').choices(GRAPH_FORMATS).default('mermaid');
  return addCommonOptions(command.addOption(form));
}

function addCommonOptions(command: Command): Command {
  return command
    .addOption(questionnaireOption())
    .option('--language <code>', 'language of the scripts (default: the first of the questionnaire)')
    .option('--out <file>', 'save the result, readable by you only, instead of printing it', outPath);
}
