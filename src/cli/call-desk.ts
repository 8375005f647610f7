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
  const [{ createTerminalConsole }, { callScreen }, { KEYS }, { FIELD_RULES }] = await Promise.all([
    import('../io/call-terminal.ts'),
    import('../render/call-screen.ts'),
    import('../interview/keys.ts'),
    import('../interview/field-keys.ts'),
  ]);
  const { paint, finish } = hasColour(callFacts(streams), color) ? await colourPalette() : PLAIN;
  return createTerminalConsole({
    ...streams,
    layout: (screen, field, size) => callScreen({ screen, field, ...size, paint, keys: KEYS, spell: visible }),
    finish,
    fields: FIELD_RULES,
  });
}

async function openLines(streams: CallStreams): Promise<CallConsole> {
  const [{ createLineConsole }, { callLines }, { callHelp }, { lineInput }, { LINE_WORDS }] = await Promise.all([
    import('../io/call-lines.ts'),
    import('../render/call-lines.ts'),
    import('../render/call-help.ts'),
    import('../interview/line-input.ts'),
    import('../interview/line-commands.ts'),
  ]);
  return createLineConsole({
    ...streams,
    isTyped: isTyped(streams),
    lines: callLines,
    help: (screen) => callHelp(screen, LINE_WORDS),
    read: lineInput,
  });
}

async function openPlayer({ output }: CallStreams): Promise<CallConsole> {
  const [{ createCallPlayer }, { callLines }, { playScreen }] = await Promise.all([
    import('../io/call-player.ts'),
    import('../render/call-lines.ts'),
    import('../interview/play-screen.ts'),
  ]);
  return createCallPlayer({ output, lines: callLines, play: playScreen });
}
