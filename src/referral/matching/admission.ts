/** Whether a program may take the caller at all: level, state, licence, age, whom it serves, pregnancy. */

import type { Program } from '../../directory/model.ts';
import type { HardCondition, HardFinding, MatchOutcome, Saying, Wanted } from './finding.ts';

function finding(condition: HardCondition, outcome: MatchOutcome, says: Saying): HardFinding {
  return { condition, outcome, says };
}

/** Its source names the level, or leaves it open. */
export function levelTest({ levels, mayOffer }: Program, { level }: Wanted): HardFinding | undefined {
  if (levels.includes(level)) return undefined;
  if (mayOffer.includes(level)) return finding('level', 'unknown', (words) => words.askLevel[level]);
  return finding('level', 'not-met', (words) => words.otherLevel);
}

/** It treats in the caller's state. */
export function stateTest({ states }: Program, { needs, strict }: Wanted): HardFinding {
  const { state } = needs;
  if (states === undefined) {
    if (strict) return finding('state', 'not-met', (words) => words.stateNotStated);
    return finding('state', 'unknown', (words) => words.askState(state?.label));
  }
  if (state === undefined) {
    if (strict) return finding('state', 'not-met', (words) => words.callerStateNotKnown);
    return finding('state', 'unknown', (words) => words.askCallerState(states.join(', ')));
  }
  if (states.includes(state.id)) return finding('state', 'met', (words) => words.inState(state.label));
  return finding('state', 'not-met', (words) => words.notInState(states.join(', '), state.label));
}

/** Its licence is valid on the day, the last one included; for a bed there must be one. */
export function licenseTest({ license }: Program, { today, strict }: Wanted): HardFinding | undefined {
  if (license === undefined) return strict ? finding('license', 'not-met', (words) => words.noLicense) : undefined;
  const { expires } = license;
  if (expires < today) return finding('license', 'not-met', (words) => words.licenseRanOut(words.day(expires)));
  return finding('license', 'met', (words) => words.licensedUntil(words.day(expires)));
}

/** It takes somebody of the caller's age; of limits that are not known nothing is said, as the directory is for adults. */
export function ageTest({ ages }: Program, { needs: { age } }: Wanted): HardFinding | undefined {
  if (ages === undefined || (ages.from === undefined && ages.to === undefined)) return undefined;
  const { from, to } = ages;
  if (age === undefined) return finding('age', 'unknown', (words) => words.askAge(words.ages(from, to)));
  const isTaken = (from === undefined || age >= from) && (to === undefined || age <= to);
  return finding('age', isTaken ? 'met' : 'not-met', (words) =>
    isTaken ? words.takesAges(words.ages(from, to)) : words.takesOnlyAges(words.ages(from, to)),
  );
}

/** Nobody is asked for their sex: only pregnancy rules a program for men out, and of anything else one has to ask. */
export function servesTest({ serves }: Program, { needs: { pregnancy } }: Wanted): HardFinding | undefined {
  if (serves === undefined || serves === 'everyone') return undefined;
  if (pregnancy === 'none') return finding('serves', 'unknown', (words) => words.askServes[serves]);
  if (serves === 'men') return finding('serves', 'not-met', (words) => words.menOnly);
  return finding('serves', 'met', (words) => words.womenOnly);
}

/** It admits during pregnancy; after a birth it does not matter. */
export function pregnancyTest({ pregnant }: Program, { needs: { pregnancy } }: Wanted): HardFinding | undefined {
  if (pregnancy === 'none' || pregnancy === 'birth') return undefined;
  if (pregnant === true) return finding('pregnancy', 'met', (words) => words.admitsPregnant);
  // Pregnant or a birth lately, and it was not told which: what is certain for the one is not for the other.
  if (pregnant === false && pregnancy === 'pregnant')
    return finding('pregnancy', 'not-met', (words) => words.notPregnant);
  return finding('pregnancy', 'unknown', (words) => words.askPregnant);
}
