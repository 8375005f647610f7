/** A summary in the form that was asked for, and where it goes. */

import { colourPalette, type Palette, PLAIN } from '../io/palette.ts';
import { hasColour, terminalFacts, textWidth } from '../io/terminal.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { Summary } from '../referral/summary.ts';
import { summaryJson } from '../render/summary-json.ts';
import { summaryMarkdown } from '../render/summary-markdown.ts';
import { summaryText } from '../render/summary-text.ts';
import type { Output } from './outcome.ts';

/** The forms of a result; `answers` is the answers file that `decide` reads. */
export const SUMMARY_FORMATS = ['text', 'json', 'markdown', 'answers'] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

export interface SummaryForm {
  readonly format: SummaryFormat;
  /** Columns of the text; that of the terminal where not given. */
  readonly width?: number | undefined;
  /** Whether colour is wanted where the terminal has it. */
  readonly color: boolean;
  /** File to save to instead of printing. */
  readonly out?: string | undefined;
}

/** The result of a call, or of a file with answers. */
export interface Result {
  readonly summary: Summary;
  readonly answers: Answers;
  readonly questionnaire: Questionnaire;
}

/** Renders a result for standard output, or to be saved. */
export async function renderedSummary(result: Result, form: SummaryForm): Promise<Output> {
  const { summary } = result;
  const saveAs = form.out;
  switch (form.format) {
    case 'json':
      return { kind: 'json', content: summaryJson(summary), saveAs };
    case 'markdown':
      return { kind: 'text', content: summaryMarkdown(summary), saveAs };
    case 'answers':
      return { kind: 'text', content: await answersText(result), saveAs };
    case 'text': {
      const facts = terminalFacts();
      const palette: Palette = saveAs === undefined && hasColour(facts, form.color) ? await colourPalette() : PLAIN;
      const width = form.width ?? textWidth(facts);
      return { kind: 'text', content: summaryText(summary, { width, paint: palette.paint }), palette, saveAs };
    }
    default:
      return form.format satisfies never;
  }
}

/** Writing YAML needs its library, which nobody waits for who wants something else. */
async function answersText({ answers, questionnaire }: Result): Promise<string> {
  const { answersYaml } = await import('../questionnaire/write-answers.ts');
  return answersYaml(answers, questionnaire);
}
