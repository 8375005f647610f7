/** Calendar arithmetic on YYYY-MM-DD strings, so that the day is an argument and no clock is read. */

/** Counts the days from 1 March of year 0 to a date given as YYYY-MM-DD. */
export function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // Years that begin in March put the leap day last, which makes the length of every month regular.
  const shifted = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((months * 153 + 2) / 5) + day - 1;
}

/** Says how many days lie between two dates; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whether a text names a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  const next = month === 12 ? `${year + 1}-1-1` : `${year}-${month + 1}-1`;
  return day <= daysBetween(`${year}-${month}-1`, next);
}
