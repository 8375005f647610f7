/** A comparison in the form that was asked for. */

import { colourPalette, type Palette, PLAIN } from '../io/palette.ts';
import { hasColour, terminalFacts, textWidth } from '../io/terminal.ts';
import type { Paint } from '../render/palette.ts';
import type { CompareOptions } from './add-compare.ts';
import type { Output } from './outcome.ts';

/** How a result is written in each form. */
export interface Forms {
  readonly json: () => string;
  readonly markdown: () => string;
  readonly text: (width: number, paint: Paint) => string;
}

/** Writes a result to be printed, or to be saved where `out` says. */
export async function comparisonOutput(
  { format, color, out }: Pick<CompareOptions, 'format' | 'color' | 'out'>,
  forms: Forms,
): Promise<Output> {
  if (format === 'json') return { kind: 'json', content: forms.json(), saveAs: out };
  if (format === 'markdown') return { kind: 'text', content: forms.markdown(), saveAs: out };
  const facts = terminalFacts();
  const palette: Palette = out === undefined && hasColour(facts, color) ? await colourPalette() : PLAIN;
  return { kind: 'text', content: forms.text(textWidth(facts), palette.paint), palette, saveAs: out };
}
