/**
 * A document for a recipient as plain JSON: every sentence resolved, in parts that stand in reading order. This is a published
 * format; `null` stands for what there is nothing to say about.
 */

import type { Recipient } from './recipients.ts';
import type { Basis } from './release.ts';
import type { Summary } from './summary.ts';
import type { ENGLISH_DOCUMENTS } from './words/english-documents.ts';

export type PartId = keyof (typeof ENGLISH_DOCUMENTS)['parts'];

/** `blank` is a field to fill in by hand; `more` belongs to the line before it. */
export interface DocumentLine {
  readonly kind: 'line' | 'strong' | 'bullet' | 'more' | 'number' | 'heading' | 'blank';
  readonly text: string;
}

export interface DocumentPart {
  readonly id: PartId;
  readonly title: string;
  /** What nobody may overlook. */
  readonly alarm: boolean;
  readonly lines: readonly DocumentLine[];
}

export interface CareDocument {
  readonly format: 'intakeline/document/1';
  readonly for: Recipient;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The same as people read it. */
  readonly day: string;
  readonly language: string;
  /** On what ground restricted answers stand in it, or that none do. */
  readonly basis: Basis;
  /** Sections of the questionnaire of which answers are left out, whether there are any or not. */
  readonly withheld: readonly { readonly id: string; readonly title: string }[];
  readonly parts: readonly DocumentPart[];
  /** The whole summary; in the chart only. */
  readonly summary: Summary | null;
  readonly notices: readonly string[];
}
