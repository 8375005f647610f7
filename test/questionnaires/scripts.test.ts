import { expect, test } from 'vitest';
import { isReadOut } from '../../src/analysis/call-length.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { readIds } from '../../src/conditions/reads.ts';
import { askedSentence } from '../../src/questionnaire/asked-sentence.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { questionnaire } from './shipped-policies.ts';

const { questions, facts, dispositions, languages } = questionnaire;
const safety = questions.filter((question) => question.safety);

function wordsOf(text: Question['say'] | undefined): readonly string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The questions on which a question's gate depends, facts followed to their questions. */
function gates(question: Question): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (id: string): void => {
    const fact = facts.find((one) => one.id === id);
    if (fact === undefined) found.add(id);
    else for (const { when } of fact.branches) for (const read of readIds(when)) follow(read);
  };
  for (const id of readIds(question.askIf)) follow(id);
  return found;
}

test('the folder loads without a single problem', async () => {
  const content = await loadContent(
    { folder: 'questionnaires/adult-intake' },
    { ...contentFiles(), built: () => undefined },
  );
  expect([content.ok, content.problems]).toEqual([true, []]);
});

test('there are about sixty questions, each with words to read aloud', () => {
  expect(questions.length).toBeGreaterThanOrEqual(55);
  expect(questions.filter(({ say }) => wordsOf(say).every((words) => words.trim() === '')).map(({ id }) => id)).toEqual(
    [],
  );
});

test('every question that an answer decides on has another wording for whoever did not understand', () => {
  expect(questions.filter(({ probe }) => wordsOf(probe).length === 0).map(({ id }) => id)).toEqual([]);
});

test('a script that speaks to the caller about themselves has another one for a third party', () => {
  const opening = new Set(['danger', 'caller', 'notice']);
  const missing = questions.filter(
    ({ say, sayForOther, section }) =>
      !opening.has(section) && sayForOther === undefined && wordsOf(say).some((words) => /\byou(r|rs)?\b/i.test(words)),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test('the other wording fits a third party as well: it speaks to nobody about themselves', () => {
  const opening = new Set(['danger', 'caller', 'notice']);
  const personal = questions.filter(
    ({ probe, section }) =>
      !opening.has(section) && wordsOf(probe).some((words) => /\byou(r|rs|rself)?\b/i.test(words)),
  );
  expect(personal.map(({ id }) => id)).toEqual([]);
});

test('nobody is told that taking a substance or a medicine otherwise would change the result', () => {
  const taking = new Set(['substances', 'opioids']);
  const changeable = questions.filter((question) => question.changeable && taking.has(question.section));
  expect(changeable.map(({ id }) => id)).toEqual(['company', 'naloxone_at_hand']);
});

test('nothing but who calls stands before a safety question', () => {
  const role = questions.filter(({ uses }) => uses.includes('third_party')).map(({ id }) => id);
  expect(safety.length).toBeGreaterThanOrEqual(8);
  for (const question of safety) expect([...gates(question)].filter((id) => !role.includes(id))).toEqual([]);
});

test('all safety questions come before consent and before everything that is no safety question but the opening', () => {
  const last = Math.max(...safety.map(({ index }) => index));
  const before = questions.filter(({ index, safety: isSafety }) => index < last && !isSafety);
  expect(new Set(before.map(({ section }) => section))).toEqual(new Set(['caller']));
  expect(questions.find(({ section }) => section === 'notice')?.index).toBeGreaterThan(last);
});

test('every list of red flags has an explicit none of these', () => {
  const lists = safety.filter(({ type }) => type === 'choices');
  expect(lists.length).toBeGreaterThanOrEqual(6);
  expect(lists.filter(({ none }) => none === undefined).map(({ id }) => id)).toEqual([]);
});

test('an answer that ends the call belongs to a safety question', () => {
  expect(questions.filter(({ stop, safety: isSafety }) => stop.length > 0 && !isSafety).map(({ id }) => id)).toEqual(
    [],
  );
});

function count(text: string): number {
  return text.split(/\s+/).length;
}

test('nothing that is read aloud has more than 26 words before a full pause', () => {
  const spoken = [
    ...questions.flatMap(({ say, sayForOther, probe }) => [say, sayForOther, probe]),
    ...dispositions.map(({ say }) => say),
  ].flatMap(wordsOf);
  const sentences = spoken.flatMap((text) => text.split(/(?<=[.?!;:])\s+/));
  expect(sentences.length).toBeGreaterThan(200);
  expect(sentences.filter((sentence) => count(sentence) > 26)).toEqual([]);
});

test('nobody has to say more than sixteen words without a pause', () => {
  const breaths = questions
    .flatMap(({ say, sayForOther, probe }) => [say, sayForOther, probe])
    .flatMap(wordsOf)
    .flatMap((text) => text.split(/[.,;:?!]\s+/));
  expect(breaths.filter((breath) => count(breath) > 16)).toEqual([]);
});

test.each(languages)('the other wording in %s is no longer than the script, or than one breath', (language) => {
  const longer = questions.filter(({ say, sayForOther = say, probe = '' }) => {
    const [script, other, reworded] = [say, sayForOther, probe].map((text) => count(inLanguage(text, language)));
    return (reworded ?? 0) > Math.max(Math.min(script ?? 0, other ?? 0), 16);
  });
  expect(longer.map(({ id }) => id)).toEqual([]);
});

test('where the Spanish script for a third party is another one, it speaks of the person', () => {
  const others = questions.flatMap(({ say, sayForOther }) => {
    const spoken = inLanguage(sayForOther ?? say, 'es');
    return spoken === inLanguage(say, 'es') ? [] : [spoken];
  });
  expect(others.length).toBeGreaterThan(50);
  expect(others.filter((script) => !/\b(persona|ella)\b/.test(script))).toEqual([]);
  expect(questions.filter(({ say }) => /\bla persona\b/.test(inLanguage(say, 'es'))).map(({ id }) => id)).toEqual([
    'can_answer_for_them',
  ]);
});

test('nobody is addressed as `tú`', () => {
  const spoken = [
    ...questions.flatMap(({ say, sayForOther, probe, help }) => [say, sayForOther, probe, help]),
    ...dispositions.flatMap(({ say, steps }) => [say, ...steps]),
  ].flatMap((text) => (text === undefined ? [] : [inLanguage(text, 'es')]));
  expect(
    spoken.filter((text) => /\b(tú|ti|contigo|tus?|eres|estás|tienes|puedes|quieres|vosotros|vuestro)\b/iu.test(text)),
  ).toEqual([]);
});

/** Parts of words by which an option is recognized in a script: those that no other option of the question has. */
function ownWords(
  question: Question,
  language: string,
): readonly { readonly id: string; readonly words: readonly string[] }[] {
  const split = question.options.map(({ id, label }) => ({ id, words: stems(inLanguage(label, language)) }));
  return split.map(({ id, words }) => ({
    id,
    words: words.filter((word) => split.every((other) => other.id === id || !other.words.includes(word))),
  }));
}

const STOP_WORDS = new Set([
  ...['and', 'any', 'the', 'not', 'yes', 'for', 'with', 'you', 'that', 'than', 'are', 'how'],
  ...['con', 'del', 'las', 'los', 'más', 'para', 'pero', 'por', 'que', 'sin', 'una', 'uno', 'unos'],
]);

function stems(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map((word) => word.slice(0, 4));
}

/** Where the script names each option: the middle one of its words that are found there; undefined where none is. */
function named(question: Question, script: string, language: string): readonly (number | undefined)[] {
  const spoken = stems(script);
  return ownWords(question, language).map(({ words }) => {
    const places = words.map((word) => spoken.lastIndexOf(word)).filter((place) => place >= 0);
    return places.sort((left, right) => left - right)[Math.floor(places.length / 2)];
  });
}

/** Questions whose options the counselor finds from a free answer. */
const FREE_ANSWER = new Set([
  'completed_care', // the stays that were just named
  'household', // who lives there, and what they say of them
  'language_needs', // whatever language or help is mentioned
]);

test.each(languages)('what can be ticked is named by the script in %s or read out line by line', (language) => {
  const unnamed = questions
    .filter(
      (question) => question.type === 'choices' && !isReadOut(question, language) && !FREE_ANSWER.has(question.id),
    )
    .flatMap((question) =>
      named(question, inLanguage(question.say, language), language).flatMap((place, index) => {
        const option = question.options[index];
        return place === undefined && option?.id !== 'other' ? `${question.id}.${option?.id}` : [];
      }),
    );
  expect(unnamed).toEqual([]);
});

test.each(languages)('options stand in the order in which the script in %s names them', (language) => {
  const asked = questions.filter(
    (one) => (one.type === 'choices' || one.type === 'choice') && !isReadOut(one, language) && !FREE_ANSWER.has(one.id),
  );
  const muddled = asked.filter((question) =>
    [question.say, question.sayForOther ?? question.say].some((script) => {
      const places = named(question, inLanguage(script, language), language).filter((place) => place !== undefined);
      return places.some((place, index) => place < (places[index - 1] ?? 0));
    }),
  );
  expect(muddled.map(({ id }) => id)).toEqual([]);
});

test.each(languages)('a list that is read out line by line in %s has no line longer than a breath', (language) => {
  const lists = questions.filter((question) => isReadOut(question, language));
  expect(lists.map(({ id }) => id)).toEqual(['self_harm', 'substances', 'criteria', 'course']);
  const lines = lists.flatMap(({ options }) => options.map(({ label }) => inLanguage(label, language)));
  expect(lines.filter((line) => count(line) > 16)).toEqual([]);
});

test.each(languages)(
  'the sentence by which a summary in %s names a question says what it is about, and names no other',
  (language) => {
    const names = questions.map(({ say }) => askedSentence(inLanguage(say, language)));
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    expect(
      names.filter(
        (name) =>
          count(name) < 4 ||
          /^(If so|When was|How often,|Is it getting|¿(Y si|Cuándo fue|Se está poniendo))/.test(name),
      ),
    ).toEqual([]);
  },
);
