/** `intakeline explain`: from a file with a caller's answers to the reasons for their level. */

import { explain } from '../analysis/explain.ts';
import type { Explanation } from '../analysis/explanation.ts';
import { today } from '../io/clock.ts';
import { colourPalette, PLAIN } from '../io/palette.ts';
import { hasColour, terminalFacts, textWidth } from '../io/terminal.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { explanationOutline } from '../render/explain-outline.ts';
import { outlineMarkdown } from '../render/outline-markdown.ts';
import { outlineText } from '../render/outline-text.ts';
import { renderProblems } from '../render/problems.ts';
import type { ExplainOptions } from './add-explain.ts';
import { answersFor } from './answers-for.ts';
import { contentFor, groundFor } from './call-ground.ts';
import { decideAnswers } from './decide-caller.ts';
import { findLevel } from './find-level.ts';
import { type CommandResult, couldNotRun, type Output } from './outcome.ts';
import { placeOfCode } from './postal-places.ts';
import { savingComplaint } from './saving-complaint.ts';

/** Explains the answers in a file, or on standard input where the path is `-`. */
export async function explainAnswers(path: string, options: ExplainOptions): Promise<CommandResult> {
  const complaint = await savingComplaint(options, { answers: path });
  if (complaint !== undefined) return couldNotRun(complaint);
  const explanation = await explanationOf(path, options);
  if (!explanation.ok) return couldNotRun(renderProblems(explanation.problems));
  return { output: await rendered(explanation.value, options), notes: '', outcome: 'fine' };
}

/** Everything is looked up before the answers are read: a misspelt level waits for nobody to type them. */
async function explanationOf(path: string, options: ExplainOptions): Promise<Outcome<Explanation>> {
  const loaded = await contentFor(options);
  if (!loaded.ok) return loaded;
  const { content, place } = loaded.value;
  const ground = groundFor(loaded.value, options.policy);
  if (!ground.ok) return ground;
  const to = options.to === undefined ? undefined : findLevel(options.to, content.care, place);
  if (to?.ok === false) return to;
  const { questionnaire } = content;
  const caller = await answersFor(path, questionnaire);
  if (!caller.ok) return caller;
  const { answers, document } = caller.value;
  const { policy, compiled } = ground.value;
  const decided = decideAnswers(content, { policy, compiled, answers, document, place });
  if (!decided.ok) return decided;
  const language = questionnaire.languages[0] ?? 'en';
  const input = { ...content, ...decided.value, today: options.today ?? today(), language, placeOfCode };
  return outcomeOf(explain(input, compiled, to?.value), decided.problems);
}

async function rendered(explanation: Explanation, options: ExplainOptions): Promise<Output> {
  const saveAs = options.out;
  switch (options.format) {
    case 'json':
      return { kind: 'json', content: `${JSON.stringify(explanation, null, 2)}\n`, saveAs };
    case 'markdown':
      return { kind: 'text', content: outlineMarkdown(explanationOutline(explanation)), saveAs };
    case 'text': {
      const facts = terminalFacts();
      const palette = saveAs === undefined && hasColour(facts, options.color) ? await colourPalette() : PLAIN;
      const width = options.width ?? textWidth(facts);
      const content = outlineText(explanationOutline(explanation), { width, paint: palette.paint });
      return { kind: 'text', content, palette, saveAs };
    }
    default:
      return options.format satisfies never;
  }
}
