/** A first mapping for an export that nobody has described yet. It guesses nothing: what is not certain is a comment. */

import type { Question, Questionnaire } from '../questionnaire/model.ts';
import type { ColumnSample } from './column-sample.ts';
import { draftBox, draftReading } from './draft-reading.ts';
import { boxOf, guessQuestion, type QuestionGuess } from './guess-question.ts';
import { type ListedTexts, listedTexts, looksPersonal } from './listed-texts.ts';
import { quotedList, quotedYaml } from './quoted-yaml.ts';

/** Columns that are listed one by one; a file of more is rare, and no mapping may be larger than its reader takes. */
const MOST_LISTED = 1000;

/** What is written of a column: a reading, a proposal that somebody has to look at, or that it is there. */
interface DraftedColumn {
  readonly question: Question | undefined;
  readonly reading: readonly string[];
  readonly proposal: readonly string[];
  readonly rest: readonly string[];
}

interface DraftSource {
  readonly header: readonly string[];
  readonly samples: readonly ColumnSample[];
  readonly questionnaire: Questionnaire;
}

const EMPTY: ColumnSample = { texts: new Map(), isComplete: true };

/** Writes a mapping as YAML. `samples` are the texts of the columns of the header, in its order. */
export function draftMapping(
  header: readonly string[],
  samples: readonly ColumnSample[],
  questionnaire: Questionnaire,
): string {
  const taken = new Set<Question>();
  const columns = header.slice(0, MOST_LISTED).map((_, place) => {
    const drafted = draftColumn(place, { header, samples, questionnaire }, taken);
    if (drafted.question !== undefined) taken.add(drafted.question);
    return drafted;
  });
  const readings = columns.flatMap(({ reading }) => reading);
  const lines = [
    '# A first mapping, made from the header of an export and from texts that several of its rows share.',
    '# Look at every line; decide what is marked `to do`, and delete the mark.',
    'format: intakeline/mapping/1',
    'id: draft',
    'title: A first mapping',
    `questionnaire: ${quotedYaml(questionnaire.id)}`,
    '',
    '# to do: texts that say that nothing was recorded, such as "-9"; an empty cell always does.',
    'missing: []',
    '',
    readings.length === 0 ? 'answers: {}' : 'answers:',
    ...readings.map((line) => `  ${line}`),
    ...section(
      'columns that may answer a question; take the `#` away where they do',
      columns.flatMap(({ proposal }) => proposal),
    ),
    ...section('columns for which no question was found', [...columns.flatMap(({ rest }) => rest), ...tooMany(header)]),
    ...section(
      'questions without a column; `assume` an answer only where there is a reason, which is printed with the result',
      questionnaire.questions.filter((one) => one.kind.kind !== 'unreadable' && !taken.has(one)).map(({ id }) => id),
    ),
  ];
  return `${lines.join('\n')}\n`;
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

const NOTHING: DraftedColumn = { question: undefined, reading: [], proposal: [], rest: [] };

function draftColumn(
  place: number,
  { header, samples, questionnaire }: DraftSource,
  taken: ReadonlySet<Question>,
): DraftedColumn {
  const [name, sample] = [header[place] ?? '', samples[place] ?? EMPTY];
  const guess = guessQuestion(name, sample, questionnaire);
  const fault = nameFault(name, header, guess);
  if (fault !== undefined) return { ...NOTHING, rest: [`column ${place + 1} ${fault}`] };
  const listed = listedTexts(name, sample);
  if (guess === undefined || taken.has(guess.question))
    return { ...NOTHING, rest: [`${quotedYaml(name)}: ${inWords(listed)}`] };
  return draftGuess(name, guess, sample, listed);
}

function draftGuess(
  name: string,
  { question, because }: QuestionGuess,
  sample: ColumnSample,
  listed: ListedTexts,
): DraftedColumn {
  const reason = `${quotedYaml(name)} ${REASONS[because]} \`${question.id}\``;
  const box = boxOf(name, question);
  if (because === 'box' && box !== undefined)
    return { ...NOTHING, proposal: [`${reason}:`, draftBox(question, name, box)] };
  const { yaml, isCertain, unread } = draftReading(question, name, sample);
  if (because !== 'named' || !isCertain)
    return { ...NOTHING, proposal: [`${reason} and holds ${inWords(listed)}:`, yaml] };
  const shown = listed.shown.filter((text) => unread.includes(text));
  const others = { ...listed, shown, others: unread.length - shown.length };
  const toDo = unread.length === 0 ? [] : [`# to do: ${quotedYaml(name)} holds ${inWords(others)}, too`];
  return { ...NOTHING, question, reading: [...toDo, yaml] };
}

const REASONS: Readonly<Record<QuestionGuess['because'], string>> = {
  named: 'has the name of',
  box: 'is an option of',
  resembles: 'has nearly the name of',
  mentions: 'mentions',
  texts: 'has the options of',
};

function inWords({ shown, others, isPrivate }: ListedTexts): string {
  if (isPrivate) return 'texts that are not shown';
  const more = others === 0 ? [] : [`${others} that few rows have`];
  const all = [...(shown.length === 0 ? [] : [quotedList(shown)]), ...more];
  return all.length === 0 ? 'nothing' : all.join(', and ');
}
