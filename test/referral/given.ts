/** Invented content and decisions: small, complete, and overridable where a test is about something. */

import { ALWAYS, type FactValue } from '../../src/conditions/model.ts';
import type { Decision } from '../../src/decision/model.ts';
import type { Directory, Line, Program } from '../../src/directory/model.ts';
import type { CallRecord } from '../../src/interview/record.ts';
import type { Action, FirstStep, Level, Support } from '../../src/policy/care-lists.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from '../../src/policy/care-lists.ts';
import type { Policy, Rule } from '../../src/policy/model.ts';
import type { CareTexts, Emergency, Source, Sources } from '../../src/policy/texts.ts';
import type { Answers, Disposition, Question, Questionnaire } from '../../src/questionnaire/model.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';

export function aQuestion(given: Partial<Question> & Pick<Question, 'id' | 'type'>): Question {
  return {
    index: 0,
    section: 'all',
    kind: { kind: 'unreadable' },
    say: `Say ${given.id}?`,
    sayForOther: undefined,
    probe: undefined,
    help: undefined,
    options: given.type === 'yes-no' ? yesNo : [],
    none: undefined,
    askIf: ALWAYS,
    order: { kind: 'not-scored' },
    baseline: undefined,
    stop: [],
    safety: false,
    changeable: false,
    restricted: false,
    uses: [],
    ...given,
  };
}

const yesNo = [
  { id: 'yes', label: 'Yes', synonyms: [] },
  { id: 'no', label: 'No', synonyms: [] },
];

export function anOption(id: string, label: string): Question['options'][number] {
  return { id, label, synonyms: [] };
}

export const youth: Disposition = {
  id: 'youth',
  title: 'Youth caller',
  say: 'I will find you somebody who works with people your age.',
  steps: ['Ask the safety questions to the end.'],
  lines: ['helpline'],
  when: undefined,
  level: 'none',
  ends: 'after-safety',
  supports: ['family-support'],
};

export const thirdParty: Disposition = {
  id: 'third-party',
  title: 'Somebody calls about another person',
  say: 'I can help you with what you can do.',
  steps: [],
  lines: ['helpline'],
  when: undefined,
  level: 'open',
  ends: 'after-safety',
  supports: ['family-support'],
};

export function aQuestionnaire(given: Partial<Questionnaire> = {}): Questionnaire {
  return {
    id: 'small',
    version: '1',
    title: 'Small',
    languages: ['en', 'es'],
    sections: [{ id: 'all', title: 'All' }],
    questions: [
      aQuestion({
        id: 'role',
        type: 'choice',
        uses: ['third_party'],
        baseline: 'self',
        options: [anOption('self', 'Self'), anOption('other', 'Other')],
      }),
      aQuestion({
        id: 'home_state',
        type: 'choice',
        uses: ['state'],
        baseline: 'CA',
        options: [anOption('CA', 'California'), anOption('MN', 'Minnesota')],
      }),
      aQuestion({ id: 'zip', type: 'text', uses: ['postal_code'] }),
      aQuestion({ id: 'years', type: 'number', uses: ['age'], baseline: 40 }),
      aQuestion({ id: 'expecting', type: 'yes-no', uses: ['pregnancy'], baseline: 'no' }),
      aQuestion({ id: 'welcome', type: 'yes-no', uses: ['affirming_care'], baseline: 'no' }),
      aQuestion({
        id: 'danger',
        type: 'yes-no',
        safety: true,
        baseline: 'no',
        say: 'I have to ask this. Is anybody in danger?',
        sayForOther: 'Is that person in danger?',
      }),
      aQuestion({
        id: 'shelter',
        type: 'yes-no',
        changeable: true,
        baseline: 'yes',
        say: 'Is there another place where you could stay?',
      }),
    ],
    facts: [],
    dispositions: [youth, thirdParty],
    ...given,
  };
}

export function answersOf(values: Record<string, FactValue> = {}, unknown: Answers['unknown'] = new Map()): Answers {
  return { questionnaire: 'small', values: new Map(Object.entries(values)), unknown, unknownOptions: new Map() };
}

function everyOne<Id extends string, Value>(ids: readonly Id[], value: (id: Id) => Value): Record<Id, Value> {
  return Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<Id, Value>;
}

type Certainties = Partial<Record<FirstStep | Support | Action, 'certain' | 'possible'>>;

/** A decision with these levels; steps, supports and actions are absent unless named in `certainties`. */
export function aDecision(
  levels: readonly Level[],
  given: Partial<Decision> = {},
  certainties: Certainties = {},
): Decision {
  const of = <Id extends FirstStep | Support | Action>(ids: readonly Id[]) =>
    everyOne(ids, (id) => certainties[id] ?? ('no' as const));
  return {
    questionnaire: 'small',
    policy: 'house',
    levels,
    lowest: levels[0],
    highest: levels.at(-1),
    emergency: emergencyIn(levels, given),
    silent: 'no',
    settled: levels.length === 1,
    dispositions: [],
    levelsIfScored: levels,
    silentIfScored: 'no',
    firstSteps: of(FIRST_STEPS),
    supports: of(SUPPORTS),
    cannotWait: [],
    actions: of(ACTIONS),
    holding: [],
    pending: [],
    deciding: { kind: 'none' },
    stops: [],
    unknownSafety: [],
    ask: [],
    changes: [],
    ...given,
  };
}

export function aRule(given: Partial<Rule> & Pick<Rule, 'id'>): Rule {
  return {
    policy: 'house',
    when: ALWAYS,
    atLeast: undefined,
    first: [],
    add: [],
    do: [],
    because: `Because of ${given.id}.`,
    cites: ['page#P1'],
    readingOurs: false,
    replaces: undefined,
    ...given,
  };
}

export function aPolicy(given: Partial<Policy> = {}): Policy {
  return {
    id: 'house',
    version: '1',
    date: '2026-01-01',
    title: 'House rules',
    about: 'For tests.',
    reviewedBy: undefined,
    program: undefined,
    network: false,
    otherwise: { level: 'outpatient', silent: false, because: 'Nothing else applies.', cites: ['practice#J'] },
    rules: [],
    ...given,
  };
}

export function aCare(given: Partial<CareTexts> = {}): CareTexts {
  return {
    levels: everyOne(LEVELS, (id) => ({
      id,
      name: `Level ${id}`,
      sentence: `Sentence of ${id}.`,
    })) as CareTexts['levels'],
    firstSteps: everyOne(FIRST_STEPS, (id) => ({
      id,
      name: `Step ${id}`,
      sentence: `Do ${id}.`,
      meanwhile: `Until ${id}.`,
    })),
    supports: everyOne(SUPPORTS, (id) => ({ id, name: `Support ${id}`, sentence: `Help of ${id}.` })),
    aftercare: ['Keep going.'],
    aftercareCites: ['page#P1'],
    ...given,
  };
}

const page: Source = {
  id: 'page',
  title: 'A page',
  publisher: 'Somebody',
  short: 'Page',
  facts: { P1: { says: 'A fact.' }, P2: { says: 'Another.', to_verify: true } },
};
const practice: Source = {
  id: 'practice',
  title: 'Practice',
  publisher: 'Us',
  short: 'Practice',
  facts: { J: { says: 'Ours.' } },
};

export const sources: Sources = {
  byId: new Map([
    ['page', page],
    ['practice', practice],
  ]),
  disagreements: [],
};

export const emergency: Emergency = {
  title: 'Help is needed now',
  steps: ['Stay calm.', 'Ask where they are.', 'Call back.'],
  ifCutOff: 'Call back.',
  actions: everyOne(ACTIONS, (id) => `Action ${id}.`),
  actionsForOther: everyOne(ACTIONS, (id) => `Action ${id} for another.`),
  notices: ['This comes before all questions.'],
  lines: ['urgent'],
};

export function aProgram(given: Partial<Program> & Pick<Program, 'id'>): Program {
  return {
    name: `Program ${given.id}`,
    organization: undefined,
    levels: ['residential'],
    mayOffer: [],
    ages: undefined,
    pregnant: undefined,
    children: undefined,
    payments: undefined,
    medicines: undefined,
    languages: undefined,
    interpreter: undefined,
    evenings: undefined,
    availability: undefined,
    place: undefined,
    website: undefined,
    record: undefined,
    firstSteps: undefined,
    supports: [],
    serves: undefined,
    affirming: undefined,
    address: undefined,
    city: undefined,
    county: undefined,
    states: ['CA'],
    postalCode: undefined,
    phones: [{ number: '555-0100', for: undefined }],
    license: { number: 'L-1', authority: 'State', expires: '2027-01-01' },
    beds: undefined,
    notStated: [],
    week: undefined,
    cites: [],
    source: 'invented',
    verifiedOn: '2026-11-01',
    ...given,
  };
}

const lines: readonly Line[] = [
  {
    id: 'urgent',
    name: 'Urgent line',
    number: '555-0111',
    also: undefined,
    for: 'danger',
    source: 'invented',
    verifiedOn: '2026-11-01',
  },
  {
    id: 'helpline',
    name: 'Help line',
    number: '555-0122',
    also: 'text HELP',
    for: 'finding treatment',
    source: 'invented',
    verifiedOn: '2026-11-01',
  },
];

export function aDirectory(programs: readonly Program[] = []): Directory {
  return {
    id: 'small',
    title: 'Small directory',
    staleAfterDays: 180,
    availabilityHoldsDays: 2,
    imports: [],
    locator: { name: 'Finder', address: 'https://finder.example' },
    programs,
    lines,
  };
}

export function anInput(given: Partial<SummaryInput> = {}): SummaryInput {
  return {
    questionnaire: aQuestionnaire(),
    policy: aPolicy(),
    care: aCare(),
    sources,
    emergency,
    directory: aDirectory(),
    answers: answersOf({ home_state: 'CA' }),
    decision: aDecision(['iop']),
    disagreements: [],
    today: '2026-11-22',
    language: 'en',
    ...given,
  };
}

/** Where a disposition stands beside the emergency and the result is open, other completions get no level. */
function emergencyIn(
  levels: readonly Level[],
  { settled = false, dispositions = [] }: Partial<Decision>,
): Decision['emergency'] {
  if (!levels.includes('emergency')) return 'no';
  return levels.length === 1 && (settled || dispositions.length === 0) ? 'certain' : 'possible';
}

/** A call that was taken to its end, on the morning of 22 November 2026. */
export function aCallRecord(given: Partial<CallRecord> = {}): CallRecord {
  return {
    id: 'one',
    startedAt: Date.UTC(2026, 10, 22, 9, 58, 7),
    lastAt: Date.UTC(2026, 10, 22, 10, 12, 30, 5),
    minutes: 13,
    status: { kind: 'done' },
    panelLog: [],
    setAside: [],
    askAgain: [],
    told: [],
    isDangerUnasked: false,
    override: undefined,
    ...given,
  };
}
