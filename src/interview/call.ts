/** A call's fixed conditions, and the state in which it begins. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Call, CallState } from './model.ts';
import { settled } from './settle.ts';
import { standingOf } from './standing.ts';

/** Fixes what a call goes by; it asks everything unless it is to be brief. */
export function createCall(
  compiled: CompiledPolicy,
  { brief = false, walks }: { readonly brief?: boolean; readonly walks?: NonNullable<Call['walks']> } = {},
): Call {
  return { compiled, brief, ...(walks && { walks }) };
}

/**
 * The state of a call that begins at a time, in milliseconds since 1970: nothing said, the first question on screen. It is in the
 * questionnaire's first language where none is named.
 */
export function startCall(call: Call, at: number, language = firstLanguage(call)): CallState {
  const empty: CallState = {
    place: { kind: 'review' },
    given: new Map(),
    again: new Set(),
    stops: [],
    notes: [],
    isPanelOpen: false,
    panelFrom: 0,
    stopFrom: 0,
    panelLog: [],
    override: undefined,
    disclosures: [],
    handOffs: [],
    language,
    wentOn: false,
    startedAt: at,
    lastAt: at,
    away: 0,
  };
  // What is an emergency before anybody has said a word is the policy's, and no reply brought it about.
  return settled(call, empty, { ...empty, wentOn: standingOf(call, empty).isEmergency });
}

function firstLanguage({ compiled }: Call): string {
  return compiled.callers.questionnaire.languages[0] ?? 'en';
}
