/** Instants as a journal writes them: UTC with milliseconds, such as `2026-11-22T06:50:59.123Z`. */

const DAY = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/;

/** An instant in milliseconds since 1970 as text; years 0000 to 9999. */
export function instantText(at: number): string {
  const { year, month, day } = dayOf(Math.floor(at / DAY));
  const time = at - Math.floor(at / DAY) * DAY;
  const part = (unit: number, parts: number): number => Math.floor(time / unit) % parts;
  const [hour, minute, second] = [part(3_600_000, 24), part(60_000, 60), part(1000, 60)];
  const clock = [hour, minute, second].map((one) => padded(one, 2)).join(':');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}T${clock}.${padded(part(1, 1000), 3)}Z`;
}

/** The instant that a text names, in milliseconds since 1970; undefined where it is not written so, or does not exist. */
export function instantOf(text: string): number | undefined {
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milli = 0] =
    FORM.exec(text)?.map(Number) ?? [];
  const at = daysUntil(year, month, day) * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + milli;
  return instantText(at) === text ? at : undefined; // 31 June and 24:61 come out as something else
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar. Years are counted from March, so that the leap day is the last
 * one; 719,468 days lie between 0000-03-01 and 1970-01-01, and 400 years have 146,097.
 */
function daysUntil(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `daysUntil`. */
function dayOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const era = Math.floor((days + 719_468) / 146_097);
  const dayOfEra = days + 719_468 - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}
