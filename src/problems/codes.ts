/** Every kind of problem that a reader or a check reports. */

interface Entry {
  readonly title: string;
  readonly explanation: string;
  readonly severity: 'error' | 'warning';
}

const error = (title: string, explanation: string): Entry => ({ title, explanation, severity: 'error' });
const warning = (title: string, explanation: string): Entry => ({ title, explanation, severity: 'warning' });

/** The closed catalogue: code → what it is called, what is behind it and how grave it is. */
export const PROBLEM_CODES = {
  // Reading a file
  'file-missing': error('file not found', 'A file that is needed is not where it was looked for.'),
  'file-unreadable': error('file cannot be read', 'The file is there, but it cannot be opened or is no ordinary file.'),
  'file-too-large': error(
    'file too large',
    'The file is larger than any file of its kind has reason to be, and is not parsed.',
  ),
  'not-utf8': error(
    'not UTF-8',
    'The bytes of the file are not UTF-8 text, so that some of its words would be read wrongly.',
  ),
  'no-content': error(
    'file that does not say what it is',
    'It may hold rows or answers of callers instead of what is read here, so that nothing of it is shown.',
  ),
  'control-character': error(
    'control character',
    'Invisible characters can hide text or change what a terminal shows.',
  ),
  // YAML
  'yaml-syntax': error('not valid YAML', 'The text does not follow the YAML syntax.'),
  'duplicate-key': error('key twice in one map', 'One of the two values would silently be lost.'),
  'yaml-directive': error(
    'YAML directive',
    'A directive can change how words such as `no` are read; every file here is YAML 1.2.',
  ),
  'yaml-tag': error('YAML tag', 'Tags change how a value is read; plain values say all that these files need.'),
  'yaml-alias': error(
    'YAML anchor or alias',
    'Anchors and aliases make a file mean more than it shows, up to exhausting the memory.',
  ),
  'yaml-documents': error('more than one document', 'Only one YAML document is read from a file.'),
  'too-deep': error('nested too deeply', 'No file of this kind nests so deeply; parsing it could exhaust the stack.'),
  'json-syntax': error(
    'not valid JSON',
    'The text does not follow the syntax of JSON, so that nothing of it can be relied on.',
  ),
  // Shape
  'unknown-key': error('unknown key', 'Nothing reads this key, so that what it says would be ignored.'),
  'missing-key': error('missing key', 'Something that is always needed is not there.'),
  'stray-key': error('key that does not fit', 'The key exists, but means nothing together with what stands beside it.'),
  'wrong-type': error('wrong kind of value', 'A text, a number, a list or a map stands where another of them belongs.'),
  'wrong-value': error('value not allowed', 'The value is not one of those that are possible here.'),
  'unquoted-text': error(
    'text without quotes',
    'YAML reads a bare `3.10` as the number 3.1; text that looks like a number needs quotes.',
  ),
  'missing-text': error('text missing in a language', 'A language that the questionnaire declares has no words here.'),
  'text-not-translated': warning(
    'text the same in two languages',
    'A translation that repeats the other text word for word was probably forgotten.',
  ),
  'numbers-differ': warning(
    'numbers that differ between languages',
    'Digits in one language that the other lacks change a time, a dose or a telephone number.',
  ),
  'empty-list': error(
    'empty list',
    'A list without entries makes a statement that nobody would write down on purpose.',
  ),
  'repeated-value': error(
    'value twice in one list',
    'The second mention changes nothing, so that another value was probably meant.',
  ),
  // Names
  'duplicate-id': error(
    'id used twice',
    'An id must name one thing only; questions, facts, dispositions and rules share one name space.',
  ),
  'reserved-id': error('reserved word as id', 'The word is part of the condition syntax and would be read as such.'),
  'unknown-section': error(
    'unknown section',
    'The question belongs to a section that the questionnaire does not list.',
  ),
  'section-order': error(
    'question outside its section',
    'Questions of one section stand together, in the order of the sections.',
  ),
  // Conditions
  'empty-condition': error('empty condition', 'An empty condition holds for everybody; that must be said as `always`.'),
  'unknown-fact': error('unknown question or fact', 'A condition reads an id that names no question and no fact.'),
  'unknown-option': error(
    'unknown option',
    'A test names a value that the question or fact cannot have, so that it would never hold.',
  ),
  'unknown-meaning': error(
    'unknown meaning',
    'An option means something that no use of its question knows, so that the referral would not hear of it.',
  ),
  'test-mismatch': error(
    'test does not fit the question',
    'The test is of another kind than the answers of the question.',
  ),
  'boolean-answer': error(
    'true or false for yes or no',
    'Answers are the words `yes` and `no`, which leaves room for not knowing.',
  ),
  'unreadable-fact': error(
    'condition reads free text',
    'Text, dates and phone numbers are no facts: no condition may depend on them.',
  ),
  'impossible-test': error('test that never holds', 'No answer within the limits of the question passes the test.'),
  'idle-test': error(
    'test that always holds',
    'Every answer within the limits of the question passes the test, so that it decides nothing.',
  ),
  // Questions
  'missing-options': error('question without options', 'A question of this type needs the list of its options.'),
  'bad-range': error(
    'limits of a number',
    'A number question needs `min`, `max` and a `step` that leads from one to the other.',
  ),
  'bad-order': error('wrong order of gravity', '`worse` must order every answer exactly once, from harmless to grave.'),
  'missing-order': error(
    'no order of gravity',
    'A question says which answers are worse, or why they cannot be compared.',
  ),
  'bad-baseline': error('wrong baseline', 'The baseline must be an answer that the question accepts.'),
  'missing-baseline': error(
    'no baseline',
    'Without an order of gravity the answer of an unremarkable caller must be written down.',
  ),
  'safety-gated': error(
    'safety question behind a condition',
    "A safety question may depend on the caller's role only.",
  ),
  'late-reference': error('reads something later', 'At this point of the call the answer is not there yet.'),
  'fact-cycle': error('facts that define each other', 'A derived fact must not depend on itself.'),
  'fact-shape': error(
    'derived fact without one definition',
    'A fact is defined by exactly one of `first_of`, `count` and `points`.',
  ),
  'bad-bands': error('wrong bands', 'Bands start at 0, ascend, and must all be within reach.'),
  'unread-question': error(
    'question without a purpose',
    'No rule depends on the answer and nothing else needs it, so that it burdens the caller for nothing.',
  ),
  'unread-fact': warning('fact that nothing reads', 'No rule, question or disposition depends on the fact.'),
  // Answers
  'wrong-questionnaire': error(
    'answers of another questionnaire',
    'The ids in the file belong to another questionnaire.',
  ),
  'unknown-question': error('unknown question', 'The id names no question of the questionnaire.'),
  'wrong-answer': error('answer not possible', 'The question does not accept this answer.'),
  'known-and-unknown': error(
    'answered and not answered',
    'The same question or option is both answered and listed as not answered.',
  ),
  contradiction: error(
    'answer that contradicts another',
    'The question does not apply, given the other answers, so that one of them must be wrong.',
  ),
  'idle-override': error(
    'choice of a level that cannot be made',
    'Nobody chooses another level where there is an emergency, where a call gets none, or where the rules say the same.',
  ),
  // Journals
  'journal-damaged': error(
    'journal damaged',
    'A line in the middle of a saved call is not as it was written, so that the call cannot be replayed as it was.',
  ),
  'journal-version': error(
    'journal of another version',
    'The saved call was written by another version of the program; this one could misread it.',
  ),
  // Policies and texts
  'unknown-policy': error('unknown policy', 'The id names no policy that was read.'),
  'unknown-level': error(
    'unknown level',
    'The words are neither the id nor the name of a level of care, or of one that a table lists.',
  ),
  'extends-cycle': error(
    'policies that extend each other',
    'A policy must not extend itself, directly or through others.',
  ),
  'unknown-rule': error('unknown rule', '`replaces` must name a rule of an extended policy.'),
  'emergency-action': error(
    'emergency without action',
    '`do` says what to do in an emergency: emergency rules need it and no other rule may have it.',
  ),
  'empty-effect': error('rule without effect', 'The rule changes neither level, first step nor support.'),
  'unknown-citation': error(
    'citation of an unknown source',
    'The citation names a source or a fact that sources.yaml does not list.',
  ),
  'incomplete-list': error('closed list not complete', 'Every level, first step, support and action needs its words.'),
  'unknown-program': error('unknown program', 'The id names no program of the directory.'),
  'unknown-line': error('unknown line', 'The id names no line of the directory.'),
  'unknown-support': error('unknown support', 'The id is not in the closed list of supports.'),
  // Cases and properties
  'unknown-case': error('unknown case', '`like` must name another case of the file.'),
  'case-cycle': error('cases that are like each other', 'A case must not build on itself.'),
  'bad-expectation': error(
    'expectation that cannot be tested',
    'What the case expects is empty or contradicts itself.',
  ),
  'case-failed': error('case does not come out', 'A policy makes something else of the caller than the case says.'),
  'ungated-negation': warning(
    'negated test without its gate',
    'A test on a question that did not apply is false, so that its negation holds for people who were never asked.',
  ),
  'unreachable-question': error(
    'question that is never asked',
    'Nobody can answer what comes before it in the way that its `ask_if` wants.',
  ),
  'idle-question': error(
    'question that changes nothing',
    'Rules read the answer, but whatever it is, every caller is told the same; it burdens them for nothing.',
  ),
  'unread-option': warning(
    'option that no rule reads',
    'Whoever chooses it is told the same as whoever gives the harmless answer; it may be meant to count.',
  ),
  'impossible-value': error(
    'value that a fact never has',
    'No caller fulfils its condition where no earlier one holds, so that a rule which waits for it protects nobody.',
  ),
  'idle-rule': error(
    'rule that can never decide',
    'It holds for nobody, or wherever it holds other rules ask for a higher level and for all else that it asks for.',
  ),
  'covered-rule': warning(
    'rule covered by another',
    'It holds only where another one does that asks for at least as much, so that it changes nothing.',
  ),
  'replaced-lower': warning(
    'replacement that lowers the level',
    'A rule that stands in for another gives less care than that one to some callers; somebody must have meant it.',
  ),
  'unused-source': warning(
    'source that nothing cites',
    'It lends its weight to no rule; either a citation was forgotten or the source is not needed.',
  ),
  'unused-fact': warning(
    'fact of a source that nothing cites',
    'What a source says and no rule follows may have been overlooked.',
  ),
  placeholder: error(
    'text left to be filled in',
    'Copied boilerplate would be read out to a caller, or show that something was never decided.',
  ),
  'instrument-terms': error(
    'instrument without licence or source',
    'Many questionnaires may only be used with permission or with credit; whoever ships one says which holds.',
  ),
  'unknown-instrument': error('unknown instrument', 'The id names no instrument of the questionnaire.'),
  'unused-instrument': warning('instrument that nothing uses', 'No question and no fact says that it comes from it.'),
  'unrestricted-module': warning(
    'question of a module that is not restricted',
    'What an instrument asks is about substance use or health, and would leave the building without consent.',
  ),
  'unknown-module': error(
    'unknown module',
    'A questionnaire includes questions from a file that is not where modules are looked for.',
  ),
  'screen-fact': error(
    'screen without a score',
    'A screen shows a sum of points with its bounds, and what that sum comes to; facts of the questionnaire have to say both.',
  ),
  'missing-case': error(
    'rule without a case',
    'Every rule, and what a policy says otherwise, is shown by at least one worked caller.',
  ),
  // Marginals
  'bad-shares': error(
    'shares that do not add up',
    'Shares are parts of one, with six decimals at most; where one answer excludes the others they are 1 together.',
  ),
  'missing-share': error('answer without a share', 'Every answer has its share, so that none is forgotten.'),
  'bad-ranges': error(
    'ranges of a number',
    'Ranges ascend, begin and end with numbers that the question accepts, and share none of them.',
  ),
  'unfounded-figure': error(
    'figure without an origin',
    'A figure is from a source that can be looked up, or is said to be assumed.',
  ),
  // Tables
  'input-shape': error(
    'input without one definition',
    'An input is a list of answers, a list of options of which several may hold, or a range of numbers.',
  ),
  'mutant-survives': error(
    'slip that nobody would notice',
    'An author could make this small mistake, a caller would be told something else, and no case and no property would fail.',
  ),
  'table-gap': error(
    'states that no rule reaches',
    'For some ways of answering everything the table says nothing, so that whoever applies it has to guess.',
  ),
  'table-overlap': error(
    'rules that contradict each other',
    'Where all rules count, two that hold for the same state and give different levels leave open which one is meant.',
  ),
  'table-shadowed': error(
    'rule that earlier rules hide',
    'Where the first rule that holds decides, a rule none of whose states is left by those before it never decides.',
  ),
  'table-covered': warning(
    'rule that others repeat',
    'Wherever the rule holds another one gives the same level, so that the table says the same without it.',
  ),
  'table-empty-rule': error(
    'rule that never holds',
    'No way of answering everything fulfils the condition of the rule.',
  ),
  'over-budget': error('policy too large to compile', 'The diagrams of the policy outgrow the budget of nodes.'),
  'property-shape': error('property without one statement', 'A property makes exactly one statement.'),
  'property-broken': error(
    'property that does not hold',
    'It was looked at for every possible caller, and for at least one of them it is not so.',
  ),
  'property-vacuous': warning(
    'property that nothing could break',
    'It holds whatever the rules say, so that it protects nobody and only seems to.',
  ),
  // Mappings
  'reading-shape': error(
    'reading without one form',
    'A mapping reads the answer to a question in exactly one way, and what stands beside it must belong to that way.',
  ),
  'reading-mismatch': error(
    'reading that does not fit its question',
    'Read in this way, the columns can give no answer of the type that the question takes.',
  ),
  'unreadable-question': error(
    'question that no rule reads',
    'Texts, dates and phone numbers say who somebody is and decide nothing, so that scoring leaves them alone.',
  ),
  'text-twice': error(
    'text of the export with two meanings',
    'The same text, capitals and outer blanks left out of account, cannot mean two different things in one column.',
  ),
  'missing-text-read': error(
    'missing code with a meaning',
    'A text that says that nothing was recorded cannot be an answer, too.',
  ),
  'bad-number-range': error(
    'range of numbers out of place',
    'Ranges and bands ascend, lie within what the question takes, and do not overlap.',
  ),
  'bad-date-form': error(
    'form of dates that cannot be read',
    'A form has a year of four digits, a month and a day, each once and told apart; no date is ever guessed.',
  ),
  'reassuring-implication': error(
    'implied answer that reassures about safety',
    'Rows would be settled as if somebody had asked; only what a column answers, or an open assumption, may say so.',
  ),
  'skipped-everywhere': warning(
    'answers left out in the whole file',
    'Where an answer and a gate disagree, one of them is wrong; leaving out the answer hides that, whatever it says.',
  ),
  'too-many-parts': error('too many options or cases in one reading', 'One reading tells at most 31 of them apart.'),
  'column-twice': error(
    'column name that stands for several columns',
    'Which of them is meant cannot be known, and the last one must not silently win.',
  ),
  'no-known-column': error(
    'no column that the mapping reads',
    'Nothing in the export would be understood, so that every row would be scored on nothing.',
  ),
  'few-known-columns': error(
    'hardly a column that is read without a mapping',
    'A few columns may have the name of a question by chance and hold something else, such as codes for ages.',
  ),
  'other-file-name': error(
    'mapping that is not called like its file',
    'A mapping beside a questionnaire is named by its id, and looked for by the name of its file.',
  ),
  'unknown-mapping': error('unknown mapping', 'The id names no mapping that was read.'),
  'unknown-disposition': error('unknown disposition', 'The id names no disposition of the questionnaire.'),
  // Directories
  'record-unreadable': error(
    'record of a directory that cannot be read',
    'It has not the fields of the others, so that nothing in it can be relied on.',
  ),
  'record-left-out': warning(
    'record of a directory that was left out',
    'The mapping or the source itself says that it is no program to refer to.',
  ),
  'record-without-id': error(
    'record without a number of its own',
    'Nothing would tell after the next import whether it is still the same program.',
  ),
  'record-repeated': error(
    'record that stands twice in a source',
    'Which of the two holds cannot be known; the first one was imported.',
  ),
  'record-without-name': error('record without a name', 'Nobody can ask for a program that has no name.'),
  'record-without-phone': error(
    'record without a telephone number',
    'A referral ends in a program to call; one without a number cannot be called.',
  ),
  'record-without-level': error(
    'record without a level of care',
    'Nothing in it says what care the program gives, and no level is ever guessed.',
  ),
  'program-without-level': error(
    'program without a level of care',
    'No referral can name it, because it is not known what care it gives.',
  ),
  'phone-doubtful': warning(
    'telephone number that may be wrong',
    'A caller who is told a wrong number may not call a second time; somebody has to check it.',
  ),
  'license-expired': warning(
    'license that has run out',
    'A residential fallback needs a license that is valid on the day, so that the program is not named any more.',
  ),
  'entry-stale': warning(
    'entry that nobody has compared lately',
    'Programs move, close and change; what was verified long ago is marked in every summary.',
  ),
  'availability-stale': warning(
    'old word of openings',
    'Beds are filled within days, so that what was said earlier is not believed any more.',
  ),
  'directory-mapping-shape': error(
    'mapping of a directory without one form',
    'It reads either columns or the terms of a format that is known, and what stands beside must belong to that.',
  ),
  // A site of its own
  'unknown-base': error(
    'no questionnaire to extend',
    '`extends` names neither a shipped questionnaire nor the folder of one, so that nothing is there to build on.',
  ),
  'base-cycle': error(
    'questionnaires that extend each other',
    'A questionnaire must not extend itself, directly or through others.',
  ),
  'unknown-extended': error(
    'not in the questionnaire that is extended',
    'A part can only be replaced, left out or stood behind where the questionnaire that is extended has it.',
  ),
  'unsafe-file': error(
    'settings that others may change',
    'Whoever can write this file decides by which rules calls are decided, so that it is not read.',
  ),
} as const satisfies Record<string, Entry>;

/** The code of a problem: what tests, documentation and machines go by. */
export type ProblemCode = keyof typeof PROBLEM_CODES;
