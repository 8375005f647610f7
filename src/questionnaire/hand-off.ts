/** A warm hand-off: which program was asked to take the caller, what it said, who said so, and how it was asked. */

/** What the program said. */
export const HAND_OFF_OUTCOMES = ['accepted', 'waiting-list', 'full', 'declined', 'no-answer'] as const;
export type HandOffOutcome = (typeof HAND_OFF_OUTCOMES)[number];

/** How it was asked. */
export const HAND_OFF_WAYS = [
  'three-way',
  'transfer',
  'phone',
  'message',
  'fax',
  'secure-mail',
  'appointment',
  'in-person',
] as const;
export type HandOffWay = (typeof HAND_OFF_WAYS)[number];

export interface HandOff {
  /** Its id in the directory; left out where it is in none. */
  readonly programId?: string;
  /** Its name, as it was when this was written down. */
  readonly program: string;
  readonly outcome: HandOffOutcome;
  readonly how: HandOffWay;
  /** Who at the program said so: name or role. */
  readonly by?: string;
  /** The day of the appointment, YYYY-MM-DD. */
  readonly appointment?: string;
  readonly note?: string;
}

/** A hand-off as an answers file has it: with the moment at which it was recorded, UTC, ISO 8601. */
export interface DatedHandOff extends HandOff {
  readonly at?: string;
}

/** How an answers file writes the day of an appointment, and the moment of a record. */
export const APPOINTMENT = /^\d{4}-\d{2}-\d{2}$/;
export const RECORDED_AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
