/** Of a text answer or a note, in UTF-16 units: what somebody can say about one thing, and nobody pastes a file into. */
export const LONGEST_TEXT = 2000;
