/** The short form of a question, for lists and for reports that name it. */

/** The sentence of a script that asks: its last question, or the whole script where none ends in a question mark. */
export function askedSentence(script: string): string {
  return (
    sentencesOf(script)
      .filter((sentence) => sentence.endsWith('?'))
      .at(-1) ?? script.trim()
  );
}

/** A mark ends a sentence only before a space: `FindTreatment.gov` and `1.5` are not two sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.?!]) (?=[^a-z])/);
}
