/** What is said in English about a field: what is expected, and what was wrong. */

export const ENGLISH_FIELDS = {
  /** What is expected. */
  hints: {
    wholeNumber: (min: number, max: number) => `a whole number from ${min} to ${max}`,
    number: (min: number, max: number, step: number) => `a number from ${min} to ${max} in steps of ${step}`,
    date: 'year-month-day, or `today`, `tomorrow`, `+3` days, or a day of the week',
    phone: '7 to 15 digits; spaces, `+`, `-` and brackets are fine',
    postalCode: 'a ZIP code, or the nearest town',
    text: (most: number) => `some words, ${most} characters at most`,
    some: 'keys tick, ? is unsure, 0 none; then Enter',
    searched: 'type to search, or use the arrows; then Enter',
    one: 'a key or the arrows; then Enter',
  },
  /** What a question needed instead of what was typed. */
  needs: {
    number: 'the question needs another number',
    text: 'the question needs a text',
    date: 'the question needs a date',
    phone: 'the question needs a phone number',
    option: 'this is none of the options of the question',
  },
  /** A day written with slashes that could be two days. */
  twoDays: (first: string, second: string) => `that could be ${first} or ${second}: type the one that was meant`,
  day: (date: string, day: number, month: number, year: number) =>
    `\`${date}\` (${day} ${MONTHS[month - 1] ?? ''} ${year})`,
  none: 'none',
  unsure: 'not sure',
  declined: 'did not want to say',
  open: (options: string) => `not sure: ${options}`,
  noneOfOthers: 'none of the others',
  ofOption: (label: string) => `${label} (unsure)`,
  complaints: {
    notHere: (command: string) => `${command} is not possible here`,
    textOnLine: 'there is text on the line: enter it, or delete it first',
    typeFirst: 'type an answer first',
    chooseFirst: 'choose an answer first',
    nothingMatches: 'nothing matches',
    severalMatch: 'several match: choose one with the arrows',
    tick: (none: string) => `tick what was said, or press ${none} for none of these`,
    digits: 'type the number in digits',
    notUtf8: 'that has a character that is not UTF-8: type it again',
    tooLong: 'that is too long for one line',
    goToOption: 'go to an option first, with its key or the arrows',
    unsureOfOne: 'say of one option that it is unsure, or of the whole question',
    pressKey: 'press the key of an answer',
    noSuchKey: 'no answer here has that key',
  },
};

const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
