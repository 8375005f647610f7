/** The form in which texts of an export are compared. */

const WHOLE_WITH_ZEROS = /^(-?[0-9]+)\.0+$/;

/** Takes outer blanks away (as `trim` knows them, no-break spaces too), makes letters small and turns `6.0` and `6.00` into `6`. */
export function foldText(text: string): string {
  const plain = text.trim().toLowerCase();
  return WHOLE_WITH_ZEROS.exec(plain)?.[1] ?? plain;
}
