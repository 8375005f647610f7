/** What each event makes of a call. One that does not fit where the call stands leaves the very same state. */

import type { HandOff } from '../questionnaire/hand-off.ts';
import type { Question } from '../questionnaire/model.ts';
import { stopsNamed } from './alarm.ts';
import { askOf } from './ask.ts';
import { dangerAfresh, whereaboutsAfresh } from './asked-afresh.ts';
import { isPanelUsed } from './call-status.ts';
import { lacksName } from './hand-off.ts';
import {
  type Ask,
  type Call,
  type CallEvent,
  type CallState,
  type Given,
  OVERRIDE_CODES,
  type Override,
  type Reply,
} from './model.ts';
import { overrideFindings } from './override.ts';
import { backTarget, overridableLevels, reachableQuestions } from './reach.ts';
import { fits, questionWith, withReply } from './replies.ts';
import { settled, stopInForce } from './settle.ts';
import { appliesNow, standingOf } from './standing.ts';

type Event<K extends CallEvent['kind']> = Extract<CallEvent, { kind: K }>;

/** The call after an event at a time (milliseconds since 1970), and what it asks for next. A function of its arguments. */
export function transition(call: Call, state: CallState, event: CallEvent, at: number): readonly [CallState, Ask] {
  // Invariant: whatever is said of the call afterwards, it does not make the call longer or later.
  if (event.kind === 'disclosed') {
    const told = { ...state, disclosures: [...state.disclosures, { ...event.disclosure, at }] };
    return [told, askOf(call, told)];
  }
  const changed = isHeard(state, event) ? after(call, state, event, at) : undefined;
  const next =
    changed === undefined
      ? state
      : {
          ...changed,
          stopFrom: stopFromAfter(state, changed, event),
          // A hand-off may be recorded hours later, with nobody on the line.
          lastAt: event.kind === 'handed-off' ? state.lastAt : at,
        };
  return [next, askOf(call, next)];
}

/** Where the log of a stop begins: anew with each, but not where a reply that was looked at once more was kept. */
function stopFromAfter(before: CallState, { place, given, panelLog }: CallState, { kind }: CallEvent): number {
  if (place.kind !== 'stopped') return before.stopFrom;
  const isNew = given !== before.given || (before.place.kind !== 'stopped' && kind !== 'kept');
  return isNew ? panelLog.length : before.stopFrom;
}

/** What can happen while the emergency panel is open: whatever else is said belongs to the screen below it. */
const WITH_PANEL: ReadonlySet<CallEvent['kind']> = new Set([
  'spoke',
  'handed-off',
  'panel-logged',
  'panel-closed',
  'noted',
  'ended',
  'paused',
  'resumed',
]);

function isHeard({ place, isPanelOpen }: CallState, { kind }: CallEvent): boolean {
  if (place.kind === 'over') return kind === 'resumed' || kind === 'handed-off';
  return !isPanelOpen || WITH_PANEL.has(kind);
}

/** The state after an event that the call hears; undefined where it does not fit. */
function after(
  call: Call,
  state: CallState,
  event: Exclude<CallEvent, { kind: 'disclosed' }>,
  at: number,
): CallState | undefined {
  switch (event.kind) {
    case 'answered':
      return answered(call, state, event, at);
    case 'kept':
      return kept(call, state, event, at);
    case 'went-back':
      return goTo(state, backTarget(call, state));
    case 'jumped':
      return reachableQuestions(call, state).includes(event.to) ? goTo(state, event.to) : undefined;
    case 'noted':
      return noted(call, state, event, at);
    case 'panel-opened':
      return { ...state, isPanelOpen: true, panelFrom: state.panelLog.length };
    case 'panel-logged':
      return logged(state, event, at);
    case 'panel-closed':
      return state.isPanelOpen ? panelClosed(call, state) : undefined;
    case 'went-on':
      return wentOn(call, state);
    case 'ended':
      return ended(call, state, event);
    case 'overrode':
      return overrode(call, state, event.override);
    case 'reviewed':
      return state.place.kind === 'review'
        ? { ...state, place: { kind: 'over', how: { kind: 'reviewed' } } }
        : undefined;
    case 'spoke':
      return spoke(call, state, event.language);
    case 'handed-off':
      return handedOff(state, event.handOff, at);
    case 'paused':
      return state;
    case 'resumed':
      return resumed(call, state, at);
    default:
      return event satisfies never;
  }
}

/**
 * A stop comes before anything is worked out: the steps are on screen whatever the rules would take. Only a correction of
 * a question that is not on screen has its own gate walked first.
 */
function answered(
  call: Call,
  state: CallState,
  { question: id, reply }: Event<'answered'>,
  at: number,
): CallState | undefined {
  const question = questionWith(call, id);
  if (question === undefined || !fits(question, reply) || !mayAnswer(call, state, id)) return undefined;
  const changed = { ...state, ...withReply(state, id, { reply, at }), stops: stopsAfter(question, state, reply, at) };
  const options = stopsNamed(question, reply);
  if (options.length === 0) return settled(call, state, changed, { replied: id, stay: state.place });
  // The override goes with the stop: nothing chosen before it can undo it.
  return { ...changed, override: undefined, place: { kind: 'stopped', by: { kind: 'answer', question: id, options } } };
}

/** The answers that stopped the call, with this one if it does. A stop in force that is answered otherwise was a slip. */
function stopsAfter(
  question: Question,
  { stops, given, again }: CallState,
  reply: Reply,
  at: number,
): CallState['stops'] {
  const { id } = question;
  const slip = again.has(id) ? undefined : given.get(id)?.at;
  const left = stops.some((stop) => stop.question === id && stop.at === slip)
    ? stops.filter((stop) => stop.question !== id || stop.at !== slip)
    : stops;
  if (stopsNamed(question, reply).length === 0 || !('said' in reply)) return left;
  const said = typeof reply.said === 'object' ? reply.said : [String(reply.said)];
  return [...left, { question: id, said, at }];
}

function mayAnswer(call: Call, state: CallState, id: string): boolean {
  const { place } = state;
  if (place.kind === 'question' && place.id === id) return true;
  if (place.kind === 'stopped') return place.by.kind === 'answer' && place.by.question === id;
  return appliesNow(call, state, id) !== 'no';
}

/** The earlier reply stands, with all that it would bring about if it were given now. */
function kept(call: Call, state: CallState, { question }: Event<'kept'>, at: number): CallState | undefined {
  const ask = askOf(call, state);
  if (ask.kind !== 'question' || ask.id !== question || !ask.mayKeep || ask.earlier === undefined) return undefined;
  const isConfirmed = state.again.has(question);
  const replies = isConfirmed ? withReply(state, question, { reply: ask.earlier, at }) : {};
  return settled(call, state, { ...state, ...replies }, { replied: question });
}

function goTo(state: CallState, id: string | undefined): CallState | undefined {
  return id === undefined ? undefined : { ...state, place: { kind: 'question', id } };
}

function noted(call: Call, state: CallState, { question, text }: Event<'noted'>, at: number): CallState | undefined {
  if (text.trim() === '' || (question !== undefined && questionWith(call, question) === undefined)) return undefined;
  const note = question === undefined ? { text, at } : { question, text, at };
  return { ...state, notes: [...state.notes, note] };
}

/** Nothing else changes: what was said is the same in any language. */
function spoke({ compiled }: Call, state: CallState, language: string): CallState | undefined {
  const isOther = language !== state.language && compiled.callers.questionnaire.languages.includes(language);
  return isOther ? { ...state, language } : undefined;
}

/** It changes neither level nor first steps, and nothing that is asked. */
function handedOff(state: CallState, handOff: HandOff, at: number): CallState | undefined {
  if (handOff.program.trim() === '' || lacksName(handOff)) return undefined;
  return { ...state, handOffs: [...state.handOffs, { ...handOff, at }] };
}

/** Steps are logged where they are on screen. */
function logged(state: CallState, { done }: Event<'panel-logged'>, at: number): CallState | undefined {
  const isShown = state.isPanelOpen || state.place.kind === 'stopped';
  if (!isShown || done.trim() === '') return undefined;
  return { ...state, panelLog: [...state.panelLog, { done, at }] };
}

const NO_PANEL = { isPanelOpen: false, panelFrom: 0 };

/** Where something was done about a danger, what was said before it is asked afresh. A stop below the panel stays one. */
function panelClosed(call: Call, state: CallState): CallState {
  const closed = { ...state, ...NO_PANEL };
  if (!isPanelUsed(state) || state.place.kind === 'stopped') return closed;
  return settled(call, state, { ...closed, again: dangerAfresh(call, state, () => true) }, { stay: state.place });
}

function wentOn(call: Call, state: CallState): CallState | undefined {
  if (state.place.kind === 'safety-unknown') return settled(call, state, state);
  if (state.place.kind !== 'stopped') return undefined;
  return settled(call, state, { ...state, again: dangerAfresh(call, state, () => true), wentOn: true });
}

/** In the middle of an emergency the caller may be gone, but no answer is taken for the end of the call. */
function ended(call: Call, state: CallState, { disposition: id }: Event<'ended'>): CallState | undefined {
  const isEmergency = state.place.kind === 'stopped';
  const over = { ...state, ...NO_PANEL };
  if (id === undefined)
    return isEmergency || state.isPanelOpen
      ? { ...over, place: { kind: 'over', how: { kind: 'stopped' } } }
      : undefined;
  const disposition = call.compiled.callers.questionnaire.dispositions.find((one) => one.id === id);
  if (disposition === undefined || (isEmergency && disposition.when !== undefined)) return undefined;
  return { ...over, place: { kind: 'over', how: { kind: 'disposition', id } } };
}

function overrode(call: Call, state: CallState, override: Override | null): CallState | undefined {
  if (override !== null) return mayOverride(call, state, override) ? { ...state, override } : undefined;
  return state.place.kind === 'review' && state.override !== undefined ? { ...state, override: undefined } : undefined;
}

function mayOverride(call: Call, state: CallState, override: Override): boolean {
  const isOffered = overridableLevels(call, state).includes(override.level) && OVERRIDE_CODES.includes(override.code);
  return isOffered && overrideFindings(override, standingOf(call, state)).length === 0;
}

/**
 * The red flags ask about the last 24 hours and the last three days: a day later, what was said to them says nothing any
 * more, however often the call was taken up since. Nor does where somebody was, or whether they could talk.
 */
const DAY = 24 * 60 * 60 * 1000;

/** What was said later than now was said while a clock was wrong, nobody knows when; a clock that is set goes back by less. */
const CLOCK_SET_BACK = 5 * 60 * 1000;

/** A call that was over is a new one: whoever is on the line now may be elsewhere. */
function resumed(call: Call, state: CallState, at: number): CallState {
  const isAfterStop = wasStopped(call, state);
  const isNewCall = state.place.kind === 'over' && state.place.how.kind !== 'reviewed';
  const isStale = (given: Given): boolean => isNewCall || at - given.at > DAY || given.at - at > CLOCK_SET_BACK;
  const danger = dangerAfresh(call, state, (given) => isAfterStop || isStale(given));
  const again = whereaboutsAfresh(call, { given: state.given, again: danger }, isStale);
  const away = state.away + Math.max(0, at - state.lastAt);
  if (state.place.kind !== 'over' && !isAfterStop && again === state.again) return { ...state, away };
  const back = { ...state, again, away, wentOn: state.wentOn || isAfterStop };
  return settled(call, state, back, isAfterStop ? {} : { stay: state.place });
}

/** Whether the call was left in an emergency that nobody has said is over. */
function wasStopped(call: Call, state: CallState): boolean {
  const { place, wentOn } = state;
  if (place.kind === 'stopped' || (place.kind === 'over' && place.how.kind === 'stopped')) return true;
  return stopInForce(call, state) !== undefined || (standingOf(call, state).isEmergency && !wentOn);
}
