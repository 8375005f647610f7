/** Codes of LOINC: a number, or `LA` and a number for an answer, then a check digit. */

const QUESTION = /^(?<digits>\d{1,7})-(?<check>\d)$/;
const ANSWER = /^LA\d{1,7}-\d$/;

/** Whether a text is a code. The check digit of a question's code is looked at; how that of an answer's is made is not published with it. */
export function isLoinc(text: string): boolean {
  const { digits = '', check = '' } = QUESTION.exec(text)?.groups ?? {};
  return digits === '' ? ANSWER.test(text) : checkDigit(digits) === Number(check);
}

/** "Modulus 10": every other digit, from the last one on, is doubled; the digits of all are added up to what lacks to a full ten. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((before, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return before + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
