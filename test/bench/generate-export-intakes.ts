/** The export that scoring is measured with: 25 columns, of which benchmark-mapping.yaml reads 20, about 140 bytes a row. */

import type { Random } from '../questionnaires/random-callers.ts';
import { type Draw, type ExportShape, type Weighted, weightedDraw } from './generate-export.ts';

/** The columns, in their order. The mapping leaves out the first four and the note. */
export const INTAKE_COLUMNS: readonly string[] = [
  ...['intake_id', 'received', 'site', 'worker'],
  ...['in_danger', 'caller', 'age', 'home_state'],
  ...['drugs', 'main_drug', 'drink_days', 'drinks', 'last_use', 'symptoms', 'withdrawal_before'],
  ...['opioid_source', 'opioid_use', 'injects', 'pregnant', 'mental_health', 'mind_effect', 'signs'],
  ...['housing', 'violence', 'note'],
];

const NOBODY_ASKED = 0.04; // of the cells that apply

/**
 * Makes the shape of an intake export. With line ends in them, notes need a reader that knows quotes. Of 1,000,000 rows some
 * 905,000 are different in the columns that the mapping reads.
 */
export function intakeExport({ lineEndsInNotes }: { readonly lineEndsInNotes: boolean }): ExportShape {
  const note = noteDraw(lineEndsInNotes);
  const nobodyUses = DRUGS.reduce((product, { share }) => product * (1 - share), 1);
  const parts = (use: Draw, signs: Draw): readonly Draw[] => [
    ...[drawOffice, drawCaller, use],
    // The signs of a disorder stand behind the questions on body and mind.
    ...[drawBodyAndMind, signs, drawLife, note],
  ];
  return {
    header: INTAKE_COLUMNS.join(','),
    number: { before: 'R', behind: '' },
    kinds: [
      { share: 1 - nobodyUses, parts: parts(drawUse, drawSigns) },
      { share: nobodyUses, parts: parts(NO_USE, NO_SIGNS) },
    ],
  };
}

const drawOffice = row((random) => {
  const day = (first: number, days: number) => String(first + below(random, days)).padStart(2, '0');
  return [`2026-${day(1, 10)}-${day(1, 28)} ${day(8, 12)}:${day(0, 60)}`, `site-${day(1, 30)}`, `w${day(1, 80)}`];
});

const drawDanger = weightedDraw({ N: 995, Y: 5 });
const drawRole = weightedDraw({ S: 90, O: 10 });
const drawState = weightedDraw({ CA: 30, WA: 14, OR: 11, AZ: 10, NV: 8, TX: 15, NY: 12 });

const drawCaller = row((random) => [
  asked(random, drawDanger),
  asked(random, drawRole),
  asked(random, () => String(14 + Math.floor(random() ** 1.3 * 60))),
  asked(random, drawState),
]);

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

/** What is used and how, where anything is; a cell whose question does not apply is blank. */
const drawUse = row((random) => {
  const used = drawUsed(random);
  const uses = (...names: readonly string[]) => used.some(({ name }) => names.includes(name));
  const ifUsed = (names: readonly string[], draw: Draw) => (uses(...names) ? asked(random, draw) : '');
  const numberBelow = (limit: number, skew: number) => () => String(Math.floor(random() ** skew * limit));
  const brain = ['alcohol', 'sedatives'];
  return [
    used.map(({ name }) => name).join(';'),
    asked(random, () => used[below(random, used.length)]!.main),
    ifUsed(['alcohol'], numberBelow(31, 1)),
    ifUsed(['alcohol'], numberBelow(16, 1.5)),
    ifUsed(brain, numberBelow(60, 4)),
    ifUsed(brain, drawSymptoms),
    ifUsed(brain, drawWithdrawal),
    ifUsed(['opioids'], drawSource),
    ifUsed(['opioids'], drawOpioidUse),
    ifUsed(['opioids', 'cocaine', 'methamphetamine'], drawYesNo),
  ];
});

const NO_USE: Draw = () => 'none,,,,,,,,,';
const NO_SIGNS: Draw = () => '';

/** Draws until somebody uses something. */
function drawUsed(random: Random): readonly (typeof DRUGS)[number][] {
  const used = DRUGS.filter(({ share }) => random() < share);
  return used.length > 0 ? used : drawUsed(random);
}

const drawPregnancy = weightedDraw({ '0': 94, '1': 4, '2': 2 });
const drawMentalHealth = weightedDraw({ none: 50, steady: 20, unsteady: 15, untreated: 10, off: 5 });
const drawMindEffect = weightedDraw({ '0': 45, '1': 35, '2': 17, '3': 3 });

const drawBodyAndMind = row((random) => [
  asked(random, drawPregnancy),
  asked(random, drawMentalHealth),
  asked(random, drawMindEffect),
]);

const drawSigns: Draw = (random) => asked(random, drawNumbers);

/** Numbers of the eleven signs, from few to nearly all. */
function drawNumbers(random: Random): string {
  const share = random();
  const signs = Array.from({ length: 11 }, (_, sign) => String(sign + 1)).filter(() => random() < share);
  return signs.length === 0 ? 'none' : signs.join(';');
}

const drawHousing = weightedDraw({ stable: 70, guest: 18, homeless: 12 });
const drawViolence = weightedDraw({ N: 92, Y: 8 });

const drawLife = row((random) => [asked(random, drawHousing), asked(random, drawViolence)]);

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

function noteDraw(withLineEnds: boolean): Draw {
  return weightedDraw(withLineEnds ? NOTES_WITH_LINE_ENDS : NOTES);
}

/** A draw of cells as a draw of the text in which they stand. */
function row(draw: (random: Random) => readonly string[]): Draw {
  return (random) => draw(random).join(',');
}

function asked(random: Random, draw: Draw): string {
  return random() < NOBODY_ASKED ? '' : draw(random);
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
