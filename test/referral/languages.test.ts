/** A summary is wholly in the caller's language, and says the same in every one. */

import { expect, test } from 'vitest';
import { contentIn } from '../../src/cli/content-parts.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { Summary } from '../../src/referral/summary.ts';
import type { SummaryInput } from '../../src/referral/summary-input.ts';
import { ENGLISH } from '../../src/referral/words/english.ts';
import { dayIn, listedIn } from '../../src/referral/words/locale.ts';
import { SPANISH } from '../../src/referral/words/spanish.ts';
import { wordsIn } from '../../src/referral/words/words.ts';
import { cells } from '../../src/render/cells.ts';
import { summaryOutline } from '../../src/render/summary-outline.ts';
import { layoutWordsIn } from '../../src/render/words/words.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { askedTwice, panelTwice, writtenTwice } from '../fixtures/two-languages.ts';
import { workedInputs } from '../render/worked-summaries.ts';

const shipped = await shippedContent();
const content = {
  ...shipped,
  questionnaire: askedTwice(shipped.questionnaire),
  emergency: panelTwice(shipped.emergency),
  written: writtenTwice(shipped.written),
};
const inputs = (await workedInputs(shipped, ['intake-line', 'inspire-recovery'])).map(({ name, input }) => ({
  name,
  input,
}));

const spoken = { en: contentIn(content, 'en'), es: contentIn(content, 'es') };

/** The same caller, spoken to in a language; every way in which a call can end comes in turn. */
function inputIn(input: SummaryInput, language: 'en' | 'es', index: number): SummaryInput {
  const { questionnaire, policies, care, sources, emergency, directory } = spoken[language];
  const policy = policies.find(({ id }) => id === input.policy.id) ?? input.policy;
  const disagreements = input.disagreements.map((one) => ({
    ...one,
    says: sources.disagreements.find(({ id }) => id === one.id)?.says ?? one.says,
  }));
  const same = { ...input, questionnaire, policy, care, sources, emergency, directory, disagreements, language };
  return { ...same, ...variant(same, index) };
}

function variant({ questionnaire, answers }: SummaryInput, index: number): Partial<SummaryInput> {
  const { dispositions, questions } = questionnaire;
  switch (index % 4) {
    case 1:
      return { override: { level: 'php', code: 'no-opening' } };
    case 2:
      return { answers: { ...answers, ended: dispositions[index % dispositions.length]?.id ?? '' } };
    case 3:
      return {
        call: {
          clock: () => '10:05',
          day: () => '2026-11-22',
          record: recordOf(
            questions.map(({ id }) => id),
            index,
          ),
        },
      };
    default:
      return { today: '2028-11-22' }; // by then every entry is stale
  }
}

type CallRecord = NonNullable<SummaryInput['call']>['record'];

function recordOf(questions: readonly string[], index: number): CallRecord {
  return {
    ...{ id: '0001', startedAt: 0, lastAt: 200_000_000, minutes: 1, status: { kind: 'done' } },
    panelLog: [{ done: '988', at: 60_000 }],
    setAside: questions.slice(4, 6),
    askAgain: questions.slice(0, 1),
    told: [{ question: 'self_harm', said: ['plan'], at: 60_000, isAskedAfresh: index % 8 === 3 }],
    isDangerUnasked: index % 8 === 3,
    override: { level: 'inpatient', code: 'transport' },
  };
}

interface Pair {
  /** The keys that lead to the texts; places in lists are left out. */
  readonly at: string;
  readonly en: string;
  readonly es: string;
}

/** The texts that stand in the same place in both; throws where one has something that the other has not. */
function pairs(en: unknown, es: unknown, at: readonly string[] = []): readonly Pair[] {
  if (typeof en === 'string' && typeof es === 'string') return [{ at: at.join('.'), en, es }];
  if (typeof en !== 'object' || en === null || typeof es !== 'object' || es === null) {
    if (!Object.is(en, es)) throw new Error(`${at.join('.')} differs`);
    return [];
  }
  const keys = Object.keys(en);
  if (keys.join() !== Object.keys(es).join()) throw new Error(`${at.join('.')} has other parts`);
  const [left, right] = [new Map(Object.entries(en)), new Map(Object.entries(es))];
  return keys.flatMap((key) => pairs(left.get(key), right.get(key), Array.isArray(en) ? at : [...at, key]));
}

/** What is a name, a number or a code: the same whatever is spoken. */
const NO_WORDS = [
  /(^|\.)(id|ids|rule|question|kind|code|certainty|status|place|state|format|date|version|number|fact|reviewedBy|condition|outcome|preference)$/,
  /^(said|askedAgain)\.question$/,
  /^(safety\.questions\.because|override\.note|call\.(from|until|startedAt|lastAt|log\..*)|decision\..*)$/,
  /(^|\.)(primary|alternatives|ruledOut)\.(name|organization|source|verifiedOn)$/,
  /locator\.address$/,
  /^outline\.sections\.(place|items\.(mark|style))$/,
];
const isCode = ({ at }: Pair): boolean => NO_WORDS.some((pattern) => pattern.test(at));

const WORD = /\p{L}{4,}/gu;

/** Words that are the same in both languages, and those of names, which stay as they are. */
const NAMES = ['Panel', 'panel', 'Provisional', 'crisis', 'mental', 'prenatal', 'format', 'json'];

/** Words of the English text that the Spanish one has as well. */
function leaks({ en, es }: Pair, names: ReadonlySet<string>): readonly string[] {
  const english = new Set(en.match(WORD) ?? []);
  return (es.match(WORD) ?? []).filter((word) => english.has(word) && !names.has(word));
}

const namesOf = new Set([
  ...NAMES,
  ...shipped.directory.programs.flatMap(({ name, organization = '', address = '', city = '', source }) =>
    [name, organization, address, city, source].flatMap((text) => text.match(WORD) ?? []),
  ),
  ...(shipped.directory.locator?.address.match(WORD) ?? []),
]);

/** What a caller said freely stands as it was said. */
function ownWords({ questionnaire, answers }: SummaryInput): readonly string[] {
  const free = questionnaire.questions.filter(({ type }) => type === 'text').map(({ id }) => answers.values.get(id));
  return free.flatMap((value) => (typeof value === 'string' ? [...(value.match(WORD) ?? [])] : []));
}

test('there are callers of every kind', () => {
  expect(inputs.length).toBeGreaterThan(500);
});

test('it has the same parts in Spanish as in English, and no English is left in any of them', () => {
  const found = new Set<string>();
  for (const [index, { input }] of inputs.entries()) {
    const en = summarize(inputIn(input, 'en', index));
    const es = withoutItsNotice(summarize(inputIn(input, 'es', index)));
    const names = new Set([...namesOf, ...ownWords(input)]);
    const layout = pairs(summaryOutline(en), summaryOutline(es), ['outline']);
    for (const pair of [...pairs(en, es), ...layout].filter((one) => !isCode(one)))
      for (const word of leaks(pair, names)) found.add(`${pair.at}: ${word}`);
  }
  expect([...found]).toEqual([]);
});

/** What only a translation says of itself stands once, behind what is said of the rules. */
function withoutItsNotice(summary: Summary): Summary {
  const { translationNotReviewed } = SPANISH.notices;
  expect(summary.notices.indexOf(translationNotReviewed)).toBe(2);
  return { ...summary, notices: summary.notices.filter((notice) => notice !== translationNotReviewed) };
}

/** Every sentence of a language, its parts filled in. */
function sentences(words: object, at: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) => {
      const here = [...at, key];
      if (typeof value === 'string') return [[here.join('.'), value] as const];
      if (typeof value === 'object' && !(value instanceof RegExp)) return [...sentences(value, here)];
      return [];
    }),
  );
}

test('no sentence is the same in both languages', () => {
  const [english, spanish] = [sentences(ENGLISH), sentences(SPANISH)];
  expect([...english].filter(([at, text]) => spanish.get(at) === text)).toEqual([]);
  expect(english.size).toBeGreaterThan(30);
});

test('every label has room in the margin, in every language', () => {
  const labels = ['en', 'es'].flatMap((language) =>
    Object.values(layoutWordsIn(language).sections).map(([label]) => label),
  );
  expect(labels.filter((label) => cells(label) > 13)).toEqual([]);
});

test.each([
  ['en', '2026-11-22', 'November 22, 2026'],
  ['es', '2026-11-22', '22 de noviembre de 2026'],
  ['es', '2024-02-29', '29 de febrero de 2024'],
  ['en', '2000-01-01', 'January 1, 2000'],
  ['fr', '2026-11-22', 'November 22, 2026'],
])('in %s the day %s is written %s', (language, date, expected) => {
  expect(dayIn(language, date)).toBe(expected);
});

test.each([
  ['en', 'or', 'a, b or i'],
  ['en', 'and', 'a, b and i'],
  ['es', 'or', 'a, b o i'],
  ['es', 'and', 'a, b e i'],
  ['fr', 'and', 'a, b and i'],
] as const)('in %s names joined by %s read %s', (language, word, expected) => {
  expect(listedIn(language, ['a', 'b', 'i'], word)).toBe(expected);
});

test.each([
  ['or', '80 horas', 'a u 80 horas'],
  ['or', '11 años', 'a u 11 años'],
  ['or', 'hospital', 'a u hospital'],
  ['or', '18 años', 'a o 18 años'],
  ['and', 'inglés', 'a e inglés'],
  ['and', 'hielo', 'a y hielo'],
] as const)('Spanish joins by %s before %s: %s', (word, last, expected) => {
  expect(listedIn('es', ['a', last], word)).toBe(expected);
});

test('a language without sentences gets the English ones', () => {
  expect(wordsIn('fr')).toBe(ENGLISH);
  expect(wordsIn('es')).toBe(SPANISH);
});
