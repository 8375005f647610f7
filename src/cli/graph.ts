/** `intakeline graph`: the script, a policy or one caller's way as a picture, and the scripts as a page. */

import type { Graph } from '../analysis/graph-model.ts';
import { policyGraph } from '../analysis/graph-policy.ts';
import { questionsGraph } from '../analysis/graph-questions.ts';
import { ruleGraph } from '../analysis/graph-rule.ts';
import type { Policy } from '../policy/model.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { DrawingOptions, GraphOptions, PathOptions, PolicyOptions, QuestionsOptions } from './add-graph.ts';
import { contentFor, type LoadedContent } from './call-ground.ts';
import { contentIn } from './content-parts.ts';
import { findPolicy } from './decide-caller.ts';
import { drawing } from './graph-drawing.ts';
import { languageFor } from './languages.ts';
import { DEFAULT_POLICY } from './options.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';
import { savingComplaint } from './saving-complaint.ts';

/** Draws the script, or one of its sections. */
export async function graphQuestions(options: QuestionsOptions): Promise<CommandResult> {
  return draw(options, ({ content }, language) => {
    const { questionnaire } = content;
    const ids = questionnaire.questions.map(({ section }) => section);
    const { section } = options;
    if (section !== undefined && !ids.includes(section))
      return unknown(`there is no section \`${section}\` with questions`, section, new Set(ids));
    return ready(questionsGraph({ questionnaire, language, section }));
  });
}

/** Draws the rules of a policy, that in force where none is named, or one of them. */
export async function graphPolicy(named: string | undefined, options: PolicyOptions): Promise<CommandResult> {
  const id = named ?? options.site?.settings.find(({ name }) => name === 'policy')?.value ?? DEFAULT_POLICY;
  return draw(options, ({ content, place }, language) => {
    const policy = readyFrom(findPolicy(id, content, place));
    if (!policy.ok) return policy;
    const { questionnaire, care, emergency } = content;
    const view = { questionnaire, language, policy: policy.value, care, emergency };
    if (options.rule === undefined) return ready(policyGraph(view));
    const rule = policy.value.rules.find((one) => one.id === options.rule);
    return rule === undefined ? unknownRule(options.rule, policy.value) : ready(ruleGraph(rule, view));
  });
}

/** Draws one caller's way through the script; no fault repeats what the caller said. */
export async function graphPath(path: string, options: PathOptions): Promise<CommandResult> {
  return draw(
    options,
    async (loaded, language) => {
      const { callerGraph } = await import('./graph-caller.ts');
      return callerGraph(path, { loaded, policy: options.policy, language });
    },
    path,
  );
}

/** Makes the page of all scripts. */
export async function graphScripts(options: GraphOptions): Promise<CommandResult> {
  return withContent(options, async ({ content: { questionnaire, emergency } }, language) => {
    const { scriptPage } = await import('../analysis/script-page.ts');
    const { renderScriptPage } = await import('../render/script-page-html.ts');
    const content = renderScriptPage(scriptPage({ questionnaire, emergency, language }));
    return { output: { kind: 'text', content, saveAs: options.out }, notes: '', outcome: 'fine' };
  });
}

type Make = (loaded: LoadedContent, language: string) => Ready<Graph> | Promise<Ready<Graph>>;

/** Makes a graph of the content and draws it in the form that was asked for. */
function draw(options: DrawingOptions, make: Make, answers?: string): Promise<CommandResult> {
  return withContent(
    options,
    async (loaded, language) => {
      const graph = await make(loaded, language);
      return graph.ok ? drawing(graph.value, options) : couldNotRun(graph.notes);
    },
    answers,
  );
}

async function withContent(
  options: GraphOptions,
  perform: (loaded: LoadedContent, language: string) => Promise<CommandResult>,
  answers?: string,
): Promise<CommandResult> {
  const complaint = await savingComplaint(options, answers === undefined ? {} : { answers });
  if (complaint !== undefined) return couldNotRun(complaint);
  const loaded = readyFrom(await contentFor(options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const language = languageFor(loaded.value.content.questionnaire, options.language);
  if (!language.ok) return couldNotRun(language.notes);
  const content = contentIn(loaded.value.content, language.value);
  return perform({ ...loaded.value, content }, language.value);
}

function unknownRule(id: string, policy: Policy): Ready<Graph> {
  const ids = policy.rules.map((rule) => rule.id);
  return unknown(`the policy \`${policy.id}\` has no rule \`${id}\``, id, ids);
}

function unknown(message: string, id: string, ids: Iterable<string>): Ready<Graph> {
  const known = [...ids];
  const remedy = suggest(id, known) ?? `one of ${known.map((one) => `\`${one}\``).join(', ')}`;
  return notReady(`intakeline: ${message}\n  ${remedy}\n`);
}
