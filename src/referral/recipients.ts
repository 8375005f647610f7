/** Who may be given a document of a call. */

/** The caller's own copy; the program that is called; whoever helps in an emergency; the chart, which stays in the building. */
export const RECIPIENTS = ['caller', 'program', 'emergency', 'chart'] as const;
export type Recipient = (typeof RECIPIENTS)[number];
