/** A counselor who decides what to type from where the call stands alone, so that a call can be broken off anywhere and gone on with. */

import { callWordsFor } from '../../src/cli/call-words.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import { isPanelUsed } from '../../src/interview/call-status.ts';
import { respond, screenOf, startDialogue } from '../../src/interview/dialogue.ts';
import type { Dialogue, Turn } from '../../src/interview/dialogue-model.ts';
import type { Journal } from '../../src/interview/journal.ts';
import { lineInput } from '../../src/interview/line-input.ts';
import type { CallState, Reply } from '../../src/interview/model.ts';
import { replay } from '../../src/interview/replay.ts';
import { transition } from '../../src/interview/transition.ts';
import { callWordsIn } from '../../src/interview/words/words.ts';
import { visible } from '../../src/io/visible.ts';
import { callLines } from '../../src/render/call-lines.ts';
import { type Caller, content, questionOf } from '../calls/callers.ts';
import { compiledPolicy } from '../questionnaires/shipped-policies.ts';

/** How a call goes, beside what the caller says. */
export interface Plan {
  readonly caller: Caller;
  /** Questions with a note. */
  readonly notes?: readonly string[];
  /** Questions that are first answered with unsure and corrected: at the next question, or by a jump some questions later. */
  readonly corrected?: Readonly<Record<string, 'at-once' | 'later'>>;
  /** The question at which the emergency panel is opened. */
  readonly panel?: string;
  /** What is said to a safety question first, and stops the call until the danger is over. */
  readonly stop?: { readonly question: string; readonly reply: Reply };
}

const call = createCall(compiledPolicy('intake-line'));
const textsIn = callWordsFor(content);

/** `mark` stands in the header of a resumed call. */
function dialogueAt(state: CallState, mark?: string): Dialogue {
  const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);
  const setting = { call, textsIn, today: '2026-11-22', clock, state };
  return startDialogue(mark === undefined ? setting : { ...setting, mark: () => mark });
}

/** A call that nobody has said anything in. */
export function newDialogue(): Dialogue {
  return dialogueAt(startCall(call, 0));
}

/** A saved call as it is gone on with. */
export function resumedDialogue(journal: Journal, at: number): Dialogue {
  const [state] = transition(call, replay(call, journal).state, { kind: 'resumed' }, at);
  return dialogueAt(state, `call ${journal.header.id}, resumed`);
}

/** The state to which a journal replays. */
export function replayed(journal: Journal): CallState {
  return replay(call, journal).state;
}

/** Everything about a state that does not depend on the clock. */
export function withoutTimes({
  given,
  notes,
  panelLog,
  stops,
  startedAt: _,
  lastAt: _last,
  away: _away,
  ...rest
}: CallState): unknown {
  return {
    ...rest,
    given: [...given].map(([id, { reply }]) => [id, reply]),
    notes: notes.map(({ at: _at, ...note }) => note),
    panelLog: panelLog.map(({ done }) => done),
    stops: stops.map(({ at: _at, ...stop }) => stop),
  };
}

/** What a program says when it shows a screen before any other. */
export function firstWords(dialogue: Dialogue, at: number): string {
  return visible(callLines({ screen: screenOf(dialogue, at), before: undefined, words: callWordsIn('en') }));
}

/** What a line brings about. */
export function afterLine(dialogue: Dialogue, line: string, at: number): Turn {
  const input = lineInput(screenOf(dialogue, at), line);
  if ('complaint' in input || input.kind === 'help') throw new Error('a line was not understood');
  return respond(dialogue, input, at);
}

/** All that is typed in a call that nothing disturbs. */
export function linesOf(plan: Plan): readonly string[] {
  const lines: string[] = [];
  for (let dialogue = newDialogue(); lines.length < 300; ) {
    const line = nextLine(dialogue, plan);
    lines.push(line);
    const turn = afterLine(dialogue, line, lines.length);
    if (turn.leave !== undefined) return lines;
    dialogue = turn.dialogue;
  }
  throw new Error('the call does not come to an end');
}

/** The next line: a function of where the call stands. */
export function nextLine({ state, overlays, panelOverlays }: Dialogue, plan: Plan): string {
  const { place, isPanelOpen, panelLog } = state;
  if (panelOverlays.at(-1)?.kind === 'danger-over') return 'go-on';
  if (isPanelUsed(state)) return 'danger-over';
  if (isPanelOpen) return panelLog.length === 0 ? 'step-1' : 'close-panel';
  if (overlays.at(-1)?.kind === 'danger-over') return 'go-on';
  switch (place.kind) {
    case 'question':
      return atQuestion(state, place.id, plan);
    case 'stopped':
      return panelLog.length === 0 ? 'step-1' : 'danger-over';
    case 'safety-unknown':
      return 'go-on';
    case 'disposition':
      return 'end-call';
    case 'review':
      return 'accept-answers';
    case 'over':
      throw new Error('the call is over');
    default:
      return place satisfies never;
  }
}

/** So many questions later a jump leads back. */
const LATER = 4;

function atQuestion(state: CallState, id: string, { caller, notes = [], corrected = {}, panel, stop }: Plan): string {
  const said = state.given.get(id)?.reply;
  const isDanger = stop?.question === id && said === undefined;
  if (isDanger) return typed(stop.reply);
  if (panel === id && state.panelLog.length === 0) return '!';
  if (notes.includes(id) && !state.notes.some(({ question }) => question === id)) return '/note said twice';
  const wrong = Object.keys(corrected).find((one) => one !== id && isUnsure(state.given.get(one)?.reply));
  if (wrong !== undefined && corrected[wrong] === 'at-once') return '/back';
  if (wrong !== undefined && questionOf(id).index >= questionOf(wrong).index + LATER) return `/go ${wrong}`;
  return said === undefined && Object.hasOwn(corrected, id) ? '/unsure' : typed(caller(id));
}

function isUnsure(reply: Reply | undefined): boolean {
  return reply !== undefined && 'unknown' in reply;
}

function typed(reply: Reply): string {
  if ('unknown' in reply) return `/${reply.unknown}`;
  const { said, unsure = [] } = reply;
  if (typeof said !== 'object') return String(said);
  return [...said, ...unsure.map((id) => `${id}?`)].join(', ') || '0';
}
