/** Inquirer's part: a prompt type of our own, whose view is a whole screen and whose keys come from the keyboard. */

import { PassThrough, Writable } from 'node:stream';
import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import type { LeftField } from '../interview/field.ts';
import type { FieldRules } from '../interview/field-keys.ts';
import type { Key } from '../interview/keys.ts';
import type { FieldState, FieldView, Input, Screen } from '../interview/screen.ts';

/** What reaches a prompt from outside. */
export interface PromptEvents {
  readonly press: (key: Key) => void;
  /** The screen has to be drawn again. */
  readonly redraw: () => void;
  /** The call is cut off. */
  readonly interrupt: () => void;
}

/** What a prompt is made of. */
export interface PromptParts {
  readonly fields: FieldRules;
  /** A screen as the terminal takes it, drawn from the top. */
  readonly frame: (screen: Screen, field: FieldView) => string;
  /** Calls back with what happens until the returned function is called. */
  readonly attach: (screen: Screen, events: PromptEvents) => () => void;
  readonly write: (text: string) => void;
}

/** Shows a screen and resolves with what was done there. */
export type FieldPrompt = (screen: Screen) => Promise<Input>;

const TYPE = 'field';

/**
 * Frames are broken into lines before Inquirer sees them; with its own reckoning of the width it would break them again.
 * It may neither end the terminal's stream nor, after the answer, move on and show the cursor: the next screen is drawn
 * over this one.
 */
const UNBROKEN = 1_000_000; // columns

/** Registers the prompt type in a prompt module of its own. */
export function createFieldPrompt({ fields, frame, attach, write }: PromptParts): FieldPrompt {
  let isDrawing = false;
  let left: LeftField | undefined; // by a change of language
  const output: Writable & { readonly columns: number } = Object.assign(
    new Writable({
      decodeStrings: false,
      write: (chunk: unknown, _encoding, done) => {
        if (isDrawing) write(String(chunk));
        done();
      },
    }),
    { columns: UNBROKEN, end: () => output },
  );

  const prompt = createPrompt<Input, { readonly screen: Screen }>(({ screen }, done) => {
    const [state, setState] = useState<FieldState>(() =>
      left === undefined ? fields.startField(screen.field) : fields.carriedOver(screen.field, left),
    );
    const [, setDrawn] = useState(0);
    const latest = useRef(state);
    const settle = (input: Input): void => {
      left = isChangeOfLanguage(input) ? { field: screen.field, state: latest.current } : undefined;
      isDrawing = false;
      done(input);
    };
    useEffect(
      () =>
        attach(screen, {
          press: (key) => {
            const next = fields.pressed(screen, latest.current, key);
            if ('kind' in next) return settle(next);
            latest.current = next;
            setState(next);
          },
          redraw: () => setDrawn((times) => times + 1),
          interrupt: () => settle({ kind: 'interrupted' }),
        }),
      [],
    );
    return frame(screen, fields.fieldView(screen.field, state, screen.language));
  });

  // The input is one that says nothing: Inquirer would read ahead and lose what is typed for the next prompt.
  const ask = createPromptModule({ input: new PassThrough(), output });
  ask.registerPrompt(TYPE, prompt);
  return async (screen) => {
    isDrawing = true;
    const question = { type: TYPE, name: 'input', message: '', screen };
    const { input } = await ask<{ readonly input: Input }>([question]);
    return input;
  };
}

function isChangeOfLanguage(input: Input): boolean {
  return input.kind === 'command' && input.command === 'language';
}
