/** A screen together with what each input does there: what is shown and what works are one thing. */

import type { Overlay } from '../dialogue-model.ts';
import type { CallEvent } from '../model.ts';
import type { Command, FieldOption, Input, Screen } from '../screen.ts';

/** What an input brings about. What is left out stays as it is. */
export interface Move {
  readonly events?: readonly CallEvent[];
  /** What lies over the call afterwards, or over the panel while that is open. */
  readonly overlays?: readonly Overlay[];
  readonly notices?: readonly string[];
  readonly reworded?: string | undefined;
  /** What was typed and not accepted, and the line where it stays. */
  readonly typed?: { readonly line: string; readonly text: string };
  readonly isPause?: true;
}

/** An input that fills in the field. */
export type Filled = Exclude<Input, { kind: 'command' | 'hung-up' | 'interrupted' }>;

export type Commands = Partial<Readonly<Record<Command, (text: string | undefined) => Move>>>;

export interface View extends Pick<Screen, 'isAlarm' | 'isFresh' | 'notices' | 'blocks' | 'field'> {
  /** The header's title. */
  readonly section: string;
  /** Under which name what is typed here is kept while something else is on screen; left out where nothing is. */
  readonly line?: string;
  /** What an input to the field does; undefined where it does not fit the field. */
  readonly fill: (input: Filled) => Move | undefined;
  readonly commands: Commands;
}

/** An option of a list, and what choosing it does. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
  readonly detail?: string | undefined;
  readonly heading?: string | undefined;
  readonly move: Move;
}

/** A field of one answer whose options each do something of their own. */
export function choicesField(choices: readonly Choice[]): Pick<View, 'field' | 'fill'> {
  const moves = new Map(choices.map(({ id, move }) => [id, move]));
  return {
    field: { kind: 'one', options: choices.map(asOption), kept: undefined },
    fill: (input) => (input.kind === 'chose' ? moves.get(input.id) : undefined),
  };
}

function asOption({ id, label, synonyms = [], detail, heading }: Choice): FieldOption {
  return {
    id,
    label,
    synonyms,
    ...(detail === undefined ? {} : { detail }),
    ...(heading === undefined ? {} : { heading }),
  };
}

/** Leaves out a heading that stands above the option before already. */
export function withHeadings(choices: readonly Choice[]): readonly Choice[] {
  return choices.map((choice, index) =>
    choice.heading === choices[index - 1]?.heading ? { ...choice, heading: undefined } : choice,
  );
}
