/** Chooses what performs a call: whole screens, lines, or nobody but the example caller. */

import type { CallConsole } from '../io/call-console.ts';
import { colourPalette, PLAIN } from '../io/palette.ts';
import { type CallStreams, callFacts, canDraw, isTyped } from '../io/standard-streams.ts';
import { hasColour } from '../io/terminal.ts';
import { visible } from '../io/visible.ts';

export interface DeskOptions {
  readonly plain?: boolean | undefined;
  /** Whether colour is wanted where the terminal has it. */
  readonly color: boolean;
  /** An example caller answers, so that the call can play itself where nobody is at the keyboard. */
  readonly isExample: boolean;
}

/** Opens it; only what this call needs is loaded. */
export async function openDesk(
  { plain = false, color, isExample }: DeskOptions,
  streams: CallStreams,
): Promise<CallConsole> {
  if (isExample && !isTyped(streams)) return openPlayer(streams);
  return canDraw(streams) && !plain ? openScreens(streams, color) : openLines(streams);
}

async function openScreens(streams: CallStreams, color: boolean): Promise<CallConsole> {
  const [{ createTerminalConsole }, { callScreen }, { keysIn }, { FIELD_RULES }, { callWordsIn }] = await Promise.all([
    import('../io/call-terminal.ts'),
    import('../render/call-screen.ts'),
    import('../interview/keys.ts'),
    import('../interview/field-keys.ts'),
    import('../interview/words/words.ts'),
  ]);
  const { paint, finish } = hasColour(callFacts(streams), color) ? await colourPalette() : PLAIN;
  return createTerminalConsole({
    ...streams,
    layout: (screen, field, size) => {
      const { language } = screen;
      const words = callWordsIn(language).frame;
      return callScreen({ screen, field, ...size, paint, keys: keysIn(language), words, spell: visible });
    },
    finish,
    fields: FIELD_RULES,
  });
}

async function openLines(streams: CallStreams): Promise<CallConsole> {
  const [{ createLineConsole }, { callLines }, { callHelp }, { lineInput }, { LINE_LETTERS }, { callWordsIn }] =
    await Promise.all([
      import('../io/call-lines.ts'),
      import('../render/call-lines.ts'),
      import('../render/call-help.ts'),
      import('../interview/line-input.ts'),
      import('../interview/line-commands.ts'),
      import('../interview/words/words.ts'),
    ]);
  return createLineConsole({
    ...streams,
    isTyped: isTyped(streams),
    lines: (shown) => callLines({ ...shown, words: callWordsIn(shown.screen.language) }),
    words: (screen) => callWordsIn(screen.language).lines,
    help: (screen) => callHelp(screen, { words: callWordsIn(screen.language), letters: LINE_LETTERS }),
    read: lineInput,
  });
}

async function openPlayer({ output }: CallStreams): Promise<CallConsole> {
  const [{ createCallPlayer }, { callLines }, { playScreen }, { callWordsIn }] = await Promise.all([
    import('../io/call-player.ts'),
    import('../render/call-lines.ts'),
    import('../interview/play-screen.ts'),
    import('../interview/words/words.ts'),
  ]);
  return createCallPlayer({
    output,
    lines: (shown) => callLines({ ...shown, words: callWordsIn(shown.screen.language) }),
    play: playScreen,
  });
}
