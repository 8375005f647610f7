/** What the counselor does in the next minute. */

import type { FirstStep } from '../policy/care-lists.ts';
import { askedSentence } from '../questionnaire/asked-sentence.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Outcome } from './outcome.ts';
import { stepInstruction } from './step-instructions.ts';
import type { FallbackBlock, LevelBlock, Offer, OpenBlock, ReferralBlock, SafetyBlock, StepBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { inSentence } from './wording.ts';
import { wordsIn } from './words/words.ts';

interface Known {
  readonly outcome: Outcome;
  readonly level: LevelBlock;
  readonly safety: SafetyBlock | null;
  readonly steps: readonly StepBlock[];
  readonly open: OpenBlock | null;
  readonly referral: ReferralBlock | null;
  readonly fallback: FallbackBlock;
}

/** More than this is no "now". */
const LINES = 4;

/** Of the first steps only this one need not happen while the caller is on the line. */
const CAN_WAIT: readonly FirstStep[] = ['medication-review'];

/** Safety first, then what must happen before the level, then what to ask; in an emergency its own steps say it all. */
export function whatNow(input: SummaryInput, known: Known): readonly string[] {
  const { outcome, level, safety, open } = known;
  if (outcome.emergency) return [];
  const words = wordsIn(input.language).now;
  const asked = safety === null ? [] : [safety.says];
  const before = [...reachingLines(input, known), ...asked];
  const next = nextScript(input, known);
  const ask = next === undefined || outcome.ending !== undefined ? [] : [words.askNext(askedSentence(next))];
  const leave = level.kind === 'too-early' ? [words.ifItHasToEnd] : [];
  const after = [...ask, ...leave];
  const lines = [...before, ...stepLines(input, known, LINES - before.length - after.length), ...after];
  if (outcome.ending !== undefined) return lines;
  if (lines.length === 0) return [nothingFirst(input, known)];
  const call = programToCall(input, known);
  return open === null && call !== undefined && lines.length < LINES ? [...lines, words.afterwards(call)] : lines;
}

/** The script of the question to ask next; several safety questions are asked in the script's order, whatever they tell. */
function nextScript({ decision }: SummaryInput, { open, safety }: Known): string | undefined {
  const questions = safety?.questions ?? [];
  const [first] = decision.unknownSafety;
  const isSafetyFirst = open?.next != null && questions.length > 1;
  return (isSafetyFirst ? questions.find(({ id }) => id === first)?.says : undefined) ?? open?.next?.says;
}

/** How the person is reached again for what cannot wait. */
function reachingLines({ emergency, language }: SummaryInput, known: Known): readonly string[] {
  const { outcome, steps } = known;
  const words = wordsIn(language).now;
  if (outcome.isCutShort) {
    if (outcome.isDangerUnasked && emergency.ifCutOff !== undefined) return [inLanguage(emergency.ifCutOff, language)];
    return isAnythingToDo(known) ? [words.reachAgain] : [];
  }
  return outcome.ending?.ends === 'at-once' && steps.length > 0 ? [words.beforeHangingUp] : [];
}

function isAnythingToDo({ safety, steps }: Known): boolean {
  return safety !== null || steps.some(({ certainty }) => certainty === 'certain');
}

/** Every certain first step, what is urgent before what can wait; where room is short the last line names the rest. */
function stepLines(input: SummaryInput, { steps }: Known, room: number): readonly string[] {
  const certain = steps.filter(({ certainty }) => certainty === 'certain');
  const urgentFirst = [
    ...certain.filter(({ id }) => !CAN_WAIT.includes(id)),
    ...certain.filter(({ id }) => CAN_WAIT.includes(id)),
  ];
  if (urgentFirst.length <= room) return urgentFirst.map(({ id }) => stepInstruction(id, input));
  const said = urgentFirst.slice(0, room - 1).map(({ id }) => stepInstruction(id, input));
  const rest = urgentFirst.slice(room - 1).map(({ name }) => inSentence(name));
  return [...said, wordsIn(input.language).now.furtherSteps(rest)];
}

function nothingFirst(input: SummaryInput, known: Known): string {
  const { kind, id } = known.level;
  const words = wordsIn(input.language).now;
  if (kind === 'silent') return words.talkOver;
  if (kind === 'chosen' && id === 'information') return words.sayBothLevels;
  if (id === 'information') return words.readOut;
  return words.readOutThen(programToCall(input, known) ?? lookTogether(input, known));
}

/** The call to make once nothing else is in the way; nothing where no program is named. */
function programToCall({ policy, language }: SummaryInput, known: Known): string | undefined {
  const primary = offerOf(known)?.primary;
  if (primary == null || known.level.kind === 'silent') return undefined;
  const [phone] = primary.phones;
  const { callForBed, callForCenter, callProgram } = wordsIn(language).now;
  const mark = phone?.doubtful == null ? '' : ` (${phone.doubtful})`;
  const number = phone === undefined ? undefined : `${phone.number}${mark}`;
  const bed = policy.network ? callForCenter : callForBed;
  return (isForBed(known) ? bed : callProgram)(primary.name, number);
}

function lookTogether({ language }: SummaryInput, known: Known): string {
  const words = wordsIn(language).now;
  const [line] = offerOf(known)?.lines ?? [];
  return line === undefined ? words.arrangeTogether : words.lookTogether(line.number);
}

function offerOf(known: Known): Offer | null {
  return isForBed(known) ? known.fallback.offer : known.referral;
}

function isForBed({ fallback }: Known): boolean {
  return fallback.place === 'call-now';
}
