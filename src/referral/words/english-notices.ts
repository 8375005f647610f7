/** How far a summary may be trusted, and how it is to be read, in English. */

export const ENGLISH_NOTICES = {
  provisional: 'Provisional: a licensed counselor decides.',
  notReviewed: 'Not clinically reviewed: no licensed clinician has signed these rules.',
  reviewedBy: (name: string) => `Rules reviewed by ${name}.`,
  translationNotReviewed:
    'Translation not clinically reviewed: no licensed clinician has checked the texts in this language.',
  translationReviewedBy: (name: string) => `Translation reviewed by ${name}.`,
  aboutAnother: 'In reasons, levels and first steps, “you” is the person whom the call is about.',
};
