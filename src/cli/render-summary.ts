/** A summary in the form that was asked for, and where it goes. */

import { colourPalette, type Palette, PLAIN } from '../io/palette.ts';
import { hasColour, terminalFacts, textWidth } from '../io/terminal.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { ReadyDocument } from '../referral/document-for.ts';
import type { Exchanged } from '../referral/exchanged.ts';
import type { Summary } from '../referral/summary.ts';
import type { TextForm } from '../render/outline-text.ts';
import { summaryJson } from '../render/summary-json.ts';
import { summaryMarkdown } from '../render/summary-markdown.ts';
import { summaryText } from '../render/summary-text.ts';
import type { SiteInForce } from '../site/settings.ts';
import type { Output } from './outcome.ts';

/** The forms of a result; `answers` is the answers file that `decide` reads. */
export type SummaryFormat = 'text' | 'json' | 'markdown' | 'html' | 'fhir' | 'answers';

export interface SummaryForm {
  readonly format: SummaryFormat;
  /** Columns of the text; that of the terminal where not given. */
  readonly width?: number | undefined;
  /** Whether colour is wanted where the terminal has it. */
  readonly color: boolean;
  /** File to save to instead of printing. */
  readonly out?: string | undefined;
  /** The site that gives it out. */
  readonly site?: Pick<SiteInForce, 'name'> | undefined;
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
    case 'html':
      return { kind: 'text', content: (await import('../render/summary-html.ts')).summaryHtml(summary), saveAs };
    case 'fhir':
      return { kind: 'json', content: await fhirOf(result, form), saveAs };
    case 'answers':
      return { kind: 'text', content: await answersText(result), saveAs };
    case 'text': {
      return textOutput(form, (look) => summaryText(summary, look));
    }
    default:
      return form.format satisfies never;
  }
}

/** Text as wide as the terminal, in colour where it has any and the text is not saved. */
async function textOutput(form: SummaryForm, text: (form: TextForm) => string): Promise<Output> {
  const facts = terminalFacts();
  const palette: Palette = form.out === undefined && hasColour(facts, form.color) ? await colourPalette() : PLAIN;
  const width = form.width ?? textWidth(facts);
  return { kind: 'text', content: text({ width, paint: palette.paint }), palette, saveAs: form.out };
}

/** Renders a document for a recipient for standard output, or to be saved. */
export async function renderedDocument(
  { document, ground }: ReadyDocument,
  form: SummaryForm & { readonly format: Exclude<SummaryFormat, 'answers'> },
): Promise<Output> {
  const { documentJson, documentMarkdown, documentText } = await import('../render/document-text.ts');
  const saveAs = form.out;
  switch (form.format) {
    case 'json':
      return { kind: 'json', content: documentJson(document), saveAs };
    case 'markdown':
      return { kind: 'text', content: documentMarkdown(document), saveAs };
    case 'html':
      return { kind: 'text', content: (await import('../render/summary-html.ts')).documentHtml(document), saveAs };
    case 'fhir': {
      const { exchangedFor } = await import('../referral/exchanged.ts');
      return { kind: 'json', content: await fhirRecordOf(exchangedFor(document, ground), form), saveAs };
    }
    case 'text':
      return textOutput(form, (look) => documentText(document, look));
    default:
      return form.format satisfies never;
  }
}

/** A counselor's own summary is the site's: everything stands in it. */
async function fhirOf({ summary, answers, questionnaire }: Result, form: SummaryForm): Promise<string> {
  const { exchangedSummary } = await import('../referral/exchanged.ts');
  const { answerRecord } = await import('../referral/answer-record.ts');
  return fhirRecordOf(exchangedSummary(summary, answerRecord(questionnaire, answers, summary.language)), form);
}

async function fhirRecordOf(exchanged: Exchanged, { site }: SummaryForm): Promise<string> {
  const { fhirRecord } = await import('./fhir-output.ts');
  return fhirRecord(exchanged, site?.name ?? exchanged.summary.questionnaire.title);
}

/** Writing YAML needs its library, which nobody waits for who wants something else. */
async function answersText({ answers, questionnaire }: Result): Promise<string> {
  const { answersYaml } = await import('../questionnaire/write-answers.ts');
  return answersYaml(answers, questionnaire);
}
