/** What is said of the call itself, of what was told in it, and of how the caller is reached again, in English. */

/** When something was told: so many whole days before the call ended, at a local time (HH:MM). */
export interface ToldWhen {
  readonly days: number;
  readonly clock: string;
}

const told = ({ days, clock }: ToldWhen): string =>
  `${days === 0 ? '' : `${days} ${days === 1 ? 'day' : 'days'} earlier, `}at ${clock}`;

export const ENGLISH_CALL = {
  said: (words: string) => `Said: ${words}`,
  saidOfOther: (words: string) => `Said of the other person: ${words}`,
  toldAndNotAsked: (when: ToldWhen, words: string) => `Told ${told(when)} and not asked again since: ${words}`,
  toldAndAskedAgain: (when: ToldWhen, words: string) => `Told ${told(when)} and asked again since: ${words}`,
  answeredTo: (answer: string, question: string) => `${answer}, to: “${question}”`,
  livesIn: (state: string) => `lives in ${state}`,
  zipCode: (code: string) => `ZIP code at home ${code}`,
  noMessage: 'Leave no message: nobody has said that it is safe.',
  noConsent: 'No consent to share is recorded: call without saying who the caller is.',
  consent: (recipients: readonly string[]) => `Answers may be shared with: ${recipients.join('; ')}.`,
  lastVerified: (day: string) => `last verified on ${day}`,
};
