/** What makes it hard to come, and how the referral answers it, in English. */

const ASK_COST = 'Ask what they take, and about a sliding scale or public coverage.';
const ASK_SPEAKER = 'Ask for staff who speak it, or an interpreter at no cost.';
const SAY_IT = 'Say it when calling and ask how they work with it.';

/** `home` where the caller goes on living at home, `away` where they move in. */
export const ENGLISH_BARRIERS = {
  names: { payment: 'Payment', schedule: 'Time', transport: 'Getting there', language: 'Language', barrier: 'Also' },
  answers: {
    payment: { home: ASK_COST, away: ASK_COST },
    schedule: {
      home: 'Ask for evening or weekend sessions, or telehealth for part of the week.',
      away: 'Ask for a letter to an employer; plan with the caller who looks after family and pets.',
    },
    transport: {
      home: 'Ask about rides, sessions near a bus line, or telehealth for part of the week.',
      away: 'Ask whether they fetch people, or who can bring the caller.',
    },
    language: { home: ASK_SPEAKER, away: ASK_SPEAKER },
    barrier: { home: SAY_IT, away: SAY_IT },
  },
};
