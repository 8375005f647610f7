/** The export that scoring is measured with: 25 columns, of which benchmark-mapping.yaml reads 20, about 140 bytes a row. */

import type { Random } from '../questionnaires/random-callers.ts';
import { type ExportShape, type Weighted, weightedDraw } from './generate-export.ts';

/** The columns, in their order. The mapping leaves out the first four and the note. */
export const INTAKE_COLUMNS: readonly string[] = [
  ...['intake_id', 'received', 'site', 'worker'],
  ...['in_danger', 'caller', 'age', 'home_state'],
  ...['drugs', 'main_drug', 'drink_days', 'drinks', 'last_use', 'symptoms', 'withdrawal_before'],
  ...['opioid_source', 'opioid_use', 'injects', 'pregnant', 'mental_health', 'mind_effect', 'signs'],
  ...['housing', 'violence', 'note'],
];

const NOBODY_ASKED = 0.04; // of the cells that apply

/** Makes the shape of an intake export. With line ends in them, notes need a reader that knows quotes. */
export function intakeExport({ lineEndsInNotes }: { readonly lineEndsInNotes: boolean }): ExportShape {
  const note = noteDraw(lineEndsInNotes);
  return {
    header: INTAKE_COLUMNS.join(','),
    number: { before: 'R', behind: '' },
    drawRest: (random) =>
      [...drawOffice(random), ...drawCaller(random), ...drawUse(random), ...drawLife(random), note(random)].join(','),
  };
}

function drawOffice(random: Random): readonly string[] {
  const day = (first: number, days: number) => String(first + below(random, days)).padStart(2, '0');
  return [`2026-${day(1, 10)}-${day(1, 28)} ${day(8, 12)}:${day(0, 60)}`, `site-${day(1, 30)}`, `w${day(1, 80)}`];
}

const drawDanger = weightedDraw({ N: 995, Y: 5 });
const drawRole = weightedDraw({ S: 90, O: 10 });
const drawState = weightedDraw({ CA: 30, WA: 14, OR: 11, AZ: 10, NV: 8, TX: 15, NY: 12 });

function drawCaller(random: Random): readonly string[] {
  return [
    asked(random, drawDanger),
    asked(random, drawRole),
    asked(random, () => String(14 + Math.floor(random() ** 1.3 * 60))),
    asked(random, drawState),
  ];
}

/** Substances with the share of callers who use them, and the code under which they are the main one. */
const DRUGS = [
  { name: 'alcohol', share: 0.5, main: 'A' },
  { name: 'opioids', share: 0.3, main: 'O' },
  { name: 'sedatives', share: 0.1, main: 'S' },
  { name: 'cocaine', share: 0.15, main: 'X' },
  { name: 'methamphetamine', share: 0.15, main: 'X' },
  { name: 'cannabis', share: 0.3, main: 'C' },
] as const;

const drawSymptoms = weightedDraw({ '0': 70, '1': 24, '2': 6 });
const drawWithdrawal = weightedDraw({ none: 60, symptoms: 25, 'symptoms;seizure': 5, seizure: 4, 'symptoms;three': 6 });
const drawSource = weightedDraw({ rx: 10, 'rx+': 20, street: 70 });
const drawOpioidUse = weightedDraw({ '1': 30, '2': 70 });
const drawYesNo = weightedDraw({ N: 60, Y: 40 });

/** What is used and how; a cell whose question does not apply is blank. */
function drawUse(random: Random): readonly string[] {
  const used = DRUGS.filter(({ share }) => random() < share);
  const uses = (...names: readonly string[]) => used.some(({ name }) => names.includes(name));
  const ifUsed = (names: readonly string[], draw: (random: Random) => string) =>
    uses(...names) ? asked(random, draw) : '';
  const numberBelow = (limit: number, skew: number) => () => String(Math.floor(random() ** skew * limit));
  const brain = ['alcohol', 'sedatives'];
  return [
    used.length === 0 ? 'none' : used.map(({ name }) => name).join(';'),
    used.length === 0 ? '' : asked(random, () => used[below(random, used.length)]!.main),
    ifUsed(['alcohol'], numberBelow(31, 1)),
    ifUsed(['alcohol'], numberBelow(16, 1.5)),
    ifUsed(brain, numberBelow(60, 4)),
    ifUsed(brain, drawSymptoms),
    ifUsed(brain, drawWithdrawal),
    ifUsed(['opioids'], drawSource),
    ifUsed(['opioids'], drawOpioidUse),
    ifUsed(['opioids', 'cocaine', 'methamphetamine'], drawYesNo),
    // The signs of a disorder stand behind the questions on body and mind.
    ...drawBodyAndMind(random),
    used.length === 0 ? '' : asked(random, drawSigns),
  ];
}

const drawPregnancy = weightedDraw({ '0': 94, '1': 4, '2': 2 });
const drawMentalHealth = weightedDraw({ none: 50, steady: 20, unsteady: 15, untreated: 10, off: 5 });
const drawMindEffect = weightedDraw({ '0': 45, '1': 35, '2': 17, '3': 3 });

function drawBodyAndMind(random: Random): readonly string[] {
  return [asked(random, drawPregnancy), asked(random, drawMentalHealth), asked(random, drawMindEffect)];
}

/** Numbers of the eleven signs, from few to nearly all. */
function drawSigns(random: Random): string {
  const share = random();
  const signs = Array.from({ length: 11 }, (_, sign) => String(sign + 1)).filter(() => random() < share);
  return signs.length === 0 ? 'none' : signs.join(';');
}

const drawHousing = weightedDraw({ stable: 70, guest: 18, homeless: 12 });
const drawViolence = weightedDraw({ N: 92, Y: 8 });

function drawLife(random: Random): readonly string[] {
  return [asked(random, drawHousing), asked(random, drawViolence)];
}

const NOTES: Weighted = {
  '': 25,
  'asked about evening groups': 17,
  'prefers a call after work and has a car': 13,
  'was here two years ago for eight weeks': 12,
  '"cousin calls back, has the papers"': 10,
  '"said ""not this month"", wants a list of programs"': 8,
  'works shifts; bus line 12': 6,
  'sent by the clinic on the corner with a letter and a list of medicines': 4,
};
const NOTES_WITH_LINE_ENDS: Weighted = {
  ...NOTES,
  '"first call broke off\ncalled back, spoke with the sister"': 4,
  '"wants:\r\n- evening groups\r\n- no driving"': 2,
};

function noteDraw(withLineEnds: boolean): (random: Random) => string {
  return weightedDraw(withLineEnds ? NOTES_WITH_LINE_ENDS : NOTES);
}

function asked(random: Random, draw: (random: Random) => string): string {
  return random() < NOBODY_ASKED ? '' : draw(random);
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
