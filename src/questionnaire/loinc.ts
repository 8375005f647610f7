/** Codes of LOINC: a number or, for an answer, `LA` and a number, then a check digit. */

const LOINC = /^(?:LA)?(?<digits>\d{1,7})-(?<check>\d)$/;

/** Whether a text is a code whose check digit is right (the "modulus 10" that LOINC's users' guide describes). */
export function isLoinc(text: string): boolean {
  const { digits = '', check = '' } = LOINC.exec(text)?.groups ?? {};
  return digits !== '' && checkDigit(digits) === Number(check);
}

/** Every other digit, from the last one on, is doubled; the digits of all are added up to what lacks to a full ten. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((before, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return before + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
