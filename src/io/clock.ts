/** The clock of the place where the program runs. */

/** The present moment, in milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** Today's date, as YYYY-MM-DD. */
export function today(): string {
  return dayOf(now());
}

/** The day of a moment, as YYYY-MM-DD. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The time of day of a moment, as HH:MM. */
export function localTime(at: number): string {
  const time = new Date(at);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
