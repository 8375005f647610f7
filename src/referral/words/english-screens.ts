/** What is said of screening instruments, in English. */

export const ENGLISH_SCREENS = {
  heading: 'Screening instruments',
  score: (score: string, outOf: number) => `${score} of ${outOf}`,
  range: (lowest: number, highest: number) => `${lowest} to ${highest}`,
  positive: {
    certain: 'positive',
    possible: 'perhaps positive: items are missing',
    no: 'not positive',
  },
  /** Between results of which one will hold. */
  or: ' or ',
  /** An answer for which the emergency panel is offered. */
  panel: (answer: string, question: string) =>
    `Go through the emergency panel, whatever the score: “${answer}”, to: “${question}”`,
};
