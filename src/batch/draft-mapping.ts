/** A first mapping for an export that nobody has described yet. It guesses nothing: what is not certain is a comment. */

import type { Question, Questionnaire } from '../questionnaire/model.ts';
import type { ColumnSample } from './column-sample.ts';
import { dayForms } from './day-forms.ts';
import { draftQuestion } from './draft-question.ts';
import { type DraftBox, draftBoxes, draftReading, hasBox } from './draft-reading.ts';
import { boxOf, guessQuestion, type QuestionGuess } from './guess-question.ts';
import { type ListedTexts, listedTexts, looksPersonal } from './listed-texts.ts';
import { mayBeRecord } from './may-be-record.ts';
import { quotedList, quotedYaml } from './quoted-yaml.ts';

/** Columns that are listed one by one; a file of more is rare, and no mapping may be larger than its reader takes. */
const MOST_LISTED = 1000;

/** What is written of a column: a reading, a proposal that somebody has to look at, or that it is there. */
interface DraftedColumn {
  readonly question: Question | undefined;
  readonly reading: readonly string[];
  readonly proposal: readonly Proposal[];
  readonly box: { readonly question: Question; readonly box: DraftBox } | undefined;
  readonly rest: readonly string[];
}

/** A reading that somebody has to take in, and why it may be one. */
interface Proposal {
  readonly why: string;
  readonly yaml: string;
}

interface DraftSource {
  readonly header: readonly string[];
  readonly samples: readonly ColumnSample[];
  readonly questionnaire: Questionnaire;
  /** Whether the names may be texts of a record. */
  readonly hidesNames: boolean;
}

const EMPTY: ColumnSample = { texts: new Map(), isComplete: true };

/** What is known beside the export. */
export interface DraftPlace {
  /** Whether a person gave the names of the columns. */
  readonly areGiven: boolean;
  /** The file in which the questions and their options stand. */
  readonly questions: string;
}

/** Writes a mapping as YAML. `samples` are the texts of the columns of the header, in its order. */
export function draftMapping(
  header: readonly string[],
  samples: readonly ColumnSample[],
  questionnaire: Questionnaire,
  { areGiven, questions }: DraftPlace,
): string {
  const taken = new Set<Question>();
  const hidesNames = !areGiven && mayBeRecord(header, questionnaire);
  const columns = header.slice(0, MOST_LISTED).map((_, place) => {
    const drafted = draftColumn(place, { header, samples, questionnaire, hidesNames }, taken);
    if (drafted.question !== undefined) taken.add(drafted.question);
    return drafted;
  });
  const boxes = draftedBoxes(columns);
  const lines = [
    '# A first mapping, made from the header of an export and from texts that several of its rows share.',
    '# Look at every line; decide what is marked `to do`, and delete the mark.',
    ...(hidesNames ? NO_HEADER : []),
    'format: intakeline/mapping/1',
    'id: draft',
    'title: A first mapping',
    `questionnaire: ${quotedYaml(questionnaire.id)}`,
    '',
    '# to do: texts that say that nothing was recorded, such as "-9"; an empty cell always does.',
    'missing: []',
    '',
    ...answerLines(
      columns.flatMap(({ reading }) => reading),
      [...columns.flatMap(({ proposal }) => proposal), ...boxes.proposal],
    ),
    ...section('columns for which no question was found', [
      ...columns.flatMap(({ rest }) => rest),
      ...boxes.rest,
      ...tooMany(header),
    ]),
    ...section(
      `questions without a column, which stand in ${quotedYaml(questions)}; \`assume\` an answer only where there is a reason, which is printed with the result`,
      questionnaire.questions.filter((one) => one.kind.kind !== 'unreadable' && !taken.has(one)).map(draftQuestion),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const NO_HEADER = [
  '#',
  '# to do: the first line may be a record, and no header: it has numbers, days or answers in it, or says something twice.',
  '# So no name of a column is shown. Where it is a record, name the columns with `--no-header` and `--columns`, and draft again.',
];

/** With its mark taken away, and nothing else, a proposal is a reading like the others. */
function answerLines(readings: readonly string[], proposals: readonly Proposal[]): readonly string[] {
  const open = proposals.length === 0 ? 'no answer is taken in yet: add one' : 'no answer is taken in yet';
  return [
    'answers:',
    ...readings.map((line) => `  ${line}`),
    ...(readings.length === 0 ? [`  # to do: ${open}`] : []),
    ...(proposals.length === 0
      ? []
      : [
          '  # to do: columns that may answer a question; take the `#` away before the answer where they do, of several for one question once',
        ]),
    ...proposals.flatMap(({ why, yaml }) => [`  # ${why}:`, `  #${yaml}`]),
  ];
}

/** The columns that stand for options of one question belong together; alone, the one for none of them answers nothing. */
function draftedBoxes(columns: readonly DraftedColumn[]): Pick<DraftedColumn, 'proposal' | 'rest'> {
  const boxes = columns.flatMap(({ box }) => box ?? []);
  const drafted = [...new Set(boxes.map(({ question }) => question))].map((question) => {
    const own = boxes.filter((one) => one.question === question).map(({ box }) => box);
    return { id: question.id, yaml: draftBoxes(question, own), names: quotedList(own.map(({ column }) => column)) };
  });
  return {
    proposal: drafted.flatMap(({ id, yaml, names }) =>
      yaml === undefined ? [] : [{ why: `${names}: options of \`${id}\``, yaml }],
    ),
    rest: drafted.flatMap(({ id, yaml, names }) =>
      yaml === undefined ? [`${names}: none of the options of \`${id}\`, which have no columns`] : [],
    ),
  };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `# to do: ${title}`, ...lines.map((line) => `#   ${line}`)];
}

function tooMany(header: readonly string[]): readonly string[] {
  return header.length > MOST_LISTED ? [`and ${header.length - MOST_LISTED} more`] : [];
}

/** Why a name cannot stand in a mapping; undefined where it can. One that looks like a text of a row must not be shown. */
function nameFault(name: string, header: readonly string[], guess: QuestionGuess | undefined): string | undefined {
  const plain = name.trim();
  if (plain === '') return 'has no name';
  if (looksPersonal(plain) && guess?.because !== 'named') return 'has a name that is not shown';
  return header.filter((other) => other.trim() === plain).length > 1 ? 'has the name of another one' : undefined;
}

const NOTHING: DraftedColumn = { question: undefined, reading: [], proposal: [], box: undefined, rest: [] };

function draftColumn(
  place: number,
  { header, samples, questionnaire, hidesNames }: DraftSource,
  taken: ReadonlySet<Question>,
): DraftedColumn {
  const [name, sample] = [header[place] ?? '', samples[place] ?? EMPTY];
  const guess = guessQuestion(name, sample, questionnaire);
  const fault = hidesNames ? 'has a name that is not shown' : nameFault(name, header, guess);
  if (fault !== undefined) return { ...NOTHING, rest: [`column ${place + 1} ${fault}`] };
  const listed = listedTexts(name, sample);
  if (guess === undefined || taken.has(guess.question))
    return { ...NOTHING, rest: [`${quotedYaml(name)}: ${inWords(listed, sample)}`] };
  return draftGuess(name, guess, sample, listed);
}

function draftGuess(
  name: string,
  { question, because }: QuestionGuess,
  sample: ColumnSample,
  listed: ListedTexts,
): DraftedColumn {
  if (because === 'box') return draftBox(name, question);
  const reason = `${quotedYaml(name)} ${REASONS[because]} \`${question.id}\``;
  const { yaml, isCertain, unread } = draftReading(question, name, sample);
  if (because !== 'named' || !isCertain)
    return { ...NOTHING, proposal: [{ why: `${reason} and holds ${inWords(listed, sample)}`, yaml }] };
  const shown = listed.shown.filter((text) => unread.includes(text));
  const others = { ...listed, shown, others: unread.length - shown.length };
  const toDo = unread.length === 0 ? [] : [`# to do: ${quotedYaml(name)} holds ${inWords(others, sample)}, too`];
  return { ...NOTHING, question, reading: [...toDo, yaml] };
}

function draftBox(column: string, question: Question): DraftedColumn {
  const box = boxOf(column, question) ?? '';
  if (!hasBox(question, box))
    return { ...NOTHING, rest: [`${quotedYaml(column)}: no option of \`${question.id}\` has this name`] };
  return { ...NOTHING, box: { question, box: { column, box } } };
}

const REASONS: Readonly<Record<Exclude<QuestionGuess['because'], 'box'>, string>> = {
  named: 'has the name of',
  resembles: 'has nearly the name of',
  mentions: 'mentions',
  texts: 'has the options of',
};

function inWords({ shown, others, isPrivate }: ListedTexts, sample: ColumnSample): string {
  const forms = dayForms(sample);
  if (forms.length > 0) return `days in the form ${forms.join(' or ')}`;
  if (isPrivate) return 'texts that are not shown';
  const more = others === 0 ? [] : [`${others} that few rows have or that may be names`];
  const all = [...(shown.length === 0 ? [] : [quotedList(shown)]), ...more];
  return all.length === 0 ? 'nothing' : all.join(', and ');
}
