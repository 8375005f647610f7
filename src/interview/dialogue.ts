/** What a counselor sees and can do during a call, the same in both modes: a screen at a time, and what follows from each input. */

import { startCall } from './call.ts';
import type { Dialogue, DialogueSetting, Leave, Turn } from './dialogue-model.ts';
import { headerOf } from './header.ts';
import { COMMANDS } from './keys.ts';
import type { CallEvent, CallState } from './model.ts';
import type { Input, Screen } from './screen.ts';
import { isInEmergency } from './screens/overlay-moves.ts';
import type { Filled, Move, View } from './screens/view.ts';
import { viewOf } from './screens/view-of.ts';
import { speaking } from './speaking.ts';
import { standingOf } from './standing.ts';
import { transition } from './transition.ts';
import { callWordsIn } from './words/words.ts';

/** What a dialogue is made of; what an example caller would say and what marks the call may be left out. */
export interface DialogueInput extends Pick<DialogueSetting, 'call' | 'textsIn' | 'today' | 'clock'> {
  readonly state: CallState;
  readonly coach?: DialogueSetting['coach'];
  readonly offered?: DialogueSetting['offered'];
  readonly mark?: DialogueSetting['mark'];
  /** What is to be said with the first screen. */
  readonly notices?: readonly string[];
}

/** Begins the dialogue of a call wherever that stands. */
export function startDialogue(input: DialogueInput): Dialogue {
  const { call, textsIn, today, clock, state, coach, mark, offered = () => [], notices = [] } = input;
  const { language } = state;
  const spoken = { language, texts: textsIn(language), words: callWordsIn(language) };
  const anyLevel = standingOf(call, startCall(call, state.startedAt)).levels;
  return {
    setting: { call, textsIn, ...spoken, today, clock, coach, mark, offered, anyLevel },
    state,
    overlays: [],
    panelOverlays: [],
    reworded: undefined,
    typed: new Map(),
    notices,
  };
}

/** The screen at a time, in milliseconds since 1970. */
export function screenOf(dialogue: Dialogue, now: number): Screen {
  const { section, isAlarm, isFresh, notices, blocks, field, commands } = viewOf(dialogue);
  return {
    language: dialogue.setting.language,
    header: headerOf(dialogue, section, isInEmergency(dialogue), now),
    isAlarm,
    isFresh,
    notices: [...dialogue.notices, ...notices],
    blocks,
    field,
    commands: COMMANDS.filter((command) => commands[command] !== undefined),
  };
}

/** What an input brings about at a time, in milliseconds since 1970; one that does not fit the screen only leaves a notice. */
export function respond(dialogue: Dialogue, input: Input, now: number): Turn {
  switch (input.kind) {
    case 'hung-up':
      return leaving(dialogue, cutOff(dialogue), 'hung-up', now);
    case 'interrupted':
      return leaving(dialogue, [{ kind: 'paused' }], 'interrupted', now);
    case 'command':
      return commanded(dialogue, viewOf(dialogue), input, now);
    default:
      return filled(dialogue, viewOf(dialogue), input, now);
  }
}

/** What stands on the line is kept until its screen is back. */
function commanded(dialogue: Dialogue, view: View, input: Extract<Input, { kind: 'command' }>, now: number): Turn {
  const { line } = view;
  const isLeft = line !== undefined && input.typed !== undefined;
  const left = isLeft ? { ...dialogue, typed: withTyped(dialogue.typed, line, input.typed) } : dialogue;
  return performed(left, commandMove(left, view, input), now);
}

function filled(dialogue: Dialogue, { fill, line }: View, input: Filled, now: number): Turn {
  const move = fill(input);
  if (move === undefined) return performed(dialogue, { notices: [dialogue.setting.words.screens.noFit] }, now);
  const taken = line === undefined ? dialogue : { ...dialogue, typed: withTyped(dialogue.typed, line, undefined) };
  return performed(taken, move, now);
}

function withTyped(typed: Dialogue['typed'], line: string, text: string | undefined): Dialogue['typed'] {
  const others = [...typed].filter(([one]) => one !== line);
  return new Map(text === undefined || text === '' ? others : [...others, [line, text]]);
}

function commandMove(dialogue: Dialogue, { commands }: View, input: Extract<Input, { kind: 'command' }>): Move {
  const move = commands[input.command];
  if (move !== undefined) return move(input.text);
  const isShown = input.command === 'emergency' && isInEmergency(dialogue);
  const { emergency, screens } = dialogue.setting.words;
  return { notices: [isShown ? emergency.areSteps : screens.nothingHere] };
}

/** A call that breaks off ends as the questionnaire says; where it does not say, it is laid aside. */
function cutOff({ setting, state }: Dialogue): readonly CallEvent[] {
  if (state.place.kind === 'over') return [];
  const { dropped } = setting.texts;
  return dropped === undefined ? [{ kind: 'paused' }] : [{ kind: 'ended', disposition: dropped }];
}

function leaving(dialogue: Dialogue, wanted: readonly CallEvent[], leave: Leave, now: number): Turn {
  return { ...happened(dialogue, wanted, now), leave };
}

function performed(dialogue: Dialogue, move: Move, now: number): Turn {
  if (move.isPause === true) return leaving(dialogue, [{ kind: 'paused' }], 'paused', now);
  const wanted = move.events ?? [];
  const { dialogue: after, events } = happened(dialogue, wanted, now);
  if (events.length < wanted.length)
    return { dialogue: { ...dialogue, notices: [notPossible(dialogue)] }, events: [], leave: undefined };
  const isOver = after.state.place.kind === 'over';
  return { dialogue: withMove(dialogue, after, move), events, leave: isOver ? 'over' : undefined };
}

function notPossible({ setting }: Dialogue): string {
  return setting.words.screens.notPossible;
}

/** The call after events, those left out that change nothing. */
function happened(dialogue: Dialogue, wanted: readonly CallEvent[], now: number): Omit<Turn, 'leave'> {
  const { call } = dialogue.setting;
  let { state } = dialogue;
  const events = wanted.filter((event) => {
    const [next] = transition(call, state, event, now);
    const isHeard = next !== state;
    state = next;
    return isHeard;
  });
  return { dialogue: { ...dialogue, setting: speaking(dialogue.setting, state.language), state }, events };
}

function withMove(before: Dialogue, { setting, state }: Dialogue, move: Move): Dialogue {
  const notices = [...(move.notices ?? []), ...whatChanged(before, state)];
  return {
    ...before,
    setting,
    state,
    ...overlaysAfter(before, state, move),
    reworded: 'reworded' in move ? move.reworded : before.reworded,
    typed: typedAfter(before, move),
    notices,
  };
}

/** A line that was not accepted is there to be corrected; one of a question that was dealt with in another way is gone. */
function typedAfter({ typed }: Dialogue, { typed: refused, events = [] }: Move): Dialogue['typed'] {
  if (refused !== undefined) return withTyped(typed, refused.line, refused.text);
  const answered = events.flatMap((event) => ('reply' in event ? [event.question] : []));
  return answered.reduce((left, id) => withTyped(left, id, undefined), typed);
}

/** What lies over the call waits below the panel and is found again; what lay over the panel goes with it. */
function overlaysAfter(before: Dialogue, state: CallState, move: Move): Pick<Dialogue, 'overlays' | 'panelOverlays'> {
  const { overlays, panelOverlays } = before;
  if (!before.state.isPanelOpen) {
    const isElsewhere = state.place !== before.state.place && !state.isPanelOpen;
    return { overlays: move.overlays ?? (isElsewhere ? [] : overlays), panelOverlays: [] };
  }
  return { overlays, panelOverlays: state.isPanelOpen ? (move.overlays ?? panelOverlays) : [] };
}

/** What followed from a reply beside the next question. In an emergency nothing is worked out for it. */
function whatChanged({ setting, state: before }: Dialogue, state: CallState): readonly string[] {
  if (state.given === before.given || state.place.kind === 'stopped') return [];
  const was = standingOf(setting.call, before).setAside;
  const lapsed = standingOf(setting.call, state).setAside.filter((id) => !was.includes(id)).length;
  const isWithdrawn = before.override !== undefined && state.override === undefined;
  return [
    ...(lapsed === 0 ? [] : [setting.words.screens.setAside(lapsed)]),
    ...(isWithdrawn ? [setting.words.override.takenBack] : []),
  ];
}
