/** One program against one caller: what speaks for it, what to ask, what lowers it and what rules it out, kept apart. */

import { daysBetween } from '../directory/days.ts';
import type { Program } from '../directory/model.ts';
import type { FirstStep, Level } from '../policy/care-lists.ts';
import type { HardNeed, Needs } from './needs.ts';

/** What is looked for. */
export interface Wanted {
  readonly level: Level;
  readonly needs: Needs;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly staleAfterDays: number;
  /** Around the clock: the state and a licence valid on the day must be known, not merely not denied. */
  readonly strict: boolean;
  /** Program whose page the policy reads; named first where it is not ruled out. */
  readonly preferred: string | undefined;
}

export interface Match {
  readonly program: Program;
  readonly verdict: 'fits' | 'fits-with-drawbacks' | 'ruled-out';
  readonly fits: readonly string[];
  /** What the directory does not know and somebody has to ask, each beginning with `whether` or `where`. */
  readonly ask: readonly string[];
  readonly lowers: readonly string[];
  readonly disqualifies: readonly string[];
}

type Finding = { readonly kind: 'fits' | 'ask' | 'lowers' | 'disqualifies'; readonly says: string } | undefined;

const ASK_FOR_NEED = {
  'medication-continuity': 'whether the caller’s medicine, methadone and buprenorphine included, continues there',
  'prenatal-care': 'whether they admit during pregnancy and arrange prenatal care',
  'dual-diagnosis-track': 'whether they treat mental health and substance use together',
  'mental-health-track': 'whether they treat mental health without substance use',
  'safety-plan': 'whether they admit someone who has had thoughts of suicide',
} as const satisfies Record<HardNeed, string>;

const MEETS_NEED = {
  'medication-continuity': 'medicine continues there',
  'prenatal-care': 'prenatal care is arranged',
  'dual-diagnosis-track': 'treats mental health and substance use together',
  'mental-health-track': 'treats mental health without substance use',
  'safety-plan': 'makes a safety plan',
} as const satisfies Record<HardNeed, string>;

/** Sets a program against what is wanted. */
export function match(program: Program, wanted: Wanted): Match {
  const findings = [
    stateFinding(program, wanted),
    licenseFinding(program, wanted),
    servesFinding(program, wanted.needs),
    ...wanted.needs.firstSteps.map((step) => firstStepFinding(program, step)),
    ...wanted.needs.hard.map((need) => needFinding(program, need, wanted)),
    affirmingFinding(program, wanted.needs),
    staleFinding(program, wanted),
  ];
  const says = (kind: NonNullable<Finding>['kind']): readonly string[] =>
    findings.flatMap((finding) => (finding?.kind === kind ? [finding.says] : []));
  const sorted = { fits: says('fits'), ask: says('ask'), lowers: says('lowers'), disqualifies: says('disqualifies') };
  return { program, verdict: verdictOf(sorted), ...sorted };
}

function verdictOf(findings: Omit<Match, 'program' | 'verdict'>): Match['verdict'] {
  if (findings.disqualifies.length > 0) return 'ruled-out';
  return findings.ask.length + findings.lowers.length > 0 ? 'fits-with-drawbacks' : 'fits';
}

function stateFinding(program: Program, { needs, strict }: Wanted): Finding {
  const { states } = program;
  if (states === undefined) {
    if (strict) return { kind: 'disqualifies', says: 'its state is not stated' };
    return { kind: 'ask', says: `whether they take callers from ${needs.state?.label ?? 'where the caller lives'}` };
  }
  if (needs.state === undefined) {
    if (strict) return { kind: 'disqualifies', says: 'the caller’s state is not known' };
    return { kind: 'ask', says: `where the caller lives: the program is in ${states.join(', ')}` };
  }
  if (states.includes(needs.state.id)) return { kind: 'fits', says: `in ${needs.state.label}` };
  return { kind: 'disqualifies', says: `in ${states.join(', ')}, not in ${needs.state.label}` };
}

function licenseFinding({ license }: Program, { today, strict }: Wanted): Finding {
  if (license === undefined) return strict ? { kind: 'disqualifies', says: 'no licence on record' } : undefined;
  if (license.expires < today) return { kind: 'disqualifies', says: `licence ran out on ${license.expires}` };
  return { kind: 'fits', says: `licensed until ${license.expires}` };
}

function servesFinding({ serves }: Program, needs: Needs): Finding {
  if (serves === undefined || serves === 'everyone') return undefined;
  if (serves === 'men' && needs.pregnant)
    return { kind: 'disqualifies', says: 'takes men only, and the caller is pregnant or gave birth lately' };
  return { kind: 'lowers', says: `takes ${serves} only: offer it where that is right for the caller` };
}

function firstStepFinding(program: Program, step: FirstStep): Finding {
  const own = program.firstSteps ?? [];
  switch (step) {
    case 'withdrawal-management':
      return own.includes(step) || own.includes('withdrawal-management-24h')
        ? { kind: 'fits', says: 'does withdrawal management itself' }
        : { kind: 'ask', says: 'whether they can arrange withdrawal management first: not known to do it' };
    case 'withdrawal-management-24h':
      if (own.includes(step)) return { kind: 'fits', says: 'does withdrawal management itself, day and night' };
      return own.includes('withdrawal-management')
        ? { kind: 'ask', says: 'whether their withdrawal management is medical and round the clock' }
        : { kind: 'ask', says: 'whether they can arrange medical withdrawal management first: not known to do it' };
    case 'opioid-medication-start':
      return own.includes(step)
        ? { kind: 'fits', says: 'starts methadone or buprenorphine itself' }
        : { kind: 'ask', says: 'whether they start methadone or buprenorphine, or take someone who has just begun it' };
    case 'medication-review':
    case 'medical-check-today':
    case 'crisis-assessment-today':
    case 'safe-place':
      return own.includes(step) ? { kind: 'fits', says: 'can do the first step itself' } : undefined;
    default:
      return step satisfies never;
  }
}

function needFinding(program: Program, need: HardNeed, { strict }: Wanted): Finding {
  if (program.supports.includes(need)) return { kind: 'fits', says: MEETS_NEED[need] };
  // A bed licensed for alcohol and drugs is no place for somebody who uses neither.
  if (need === 'mental-health-track' && strict)
    return { kind: 'disqualifies', says: 'not known to treat mental health without substance use' };
  return { kind: 'ask', says: ASK_FOR_NEED[need] };
}

function affirmingFinding({ affirming }: Program, needs: Needs): Finding {
  if (affirming !== undefined) return needs.affirming ? { kind: 'fits', says: affirming.note } : undefined;
  return needs.affirming ? { kind: 'lowers', says: 'not known to be LGBTQ+-affirming' } : undefined;
}

function staleFinding({ verifiedOn }: Program, { today, staleAfterDays }: Wanted): Finding {
  if (daysBetween(verifiedOn, today) <= staleAfterDays) return undefined;
  return { kind: 'lowers', says: `last verified on ${verifiedOn}: check that it still holds` };
}
