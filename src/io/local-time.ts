/** The time of day at an instant (milliseconds since 1970), as HH:MM where the program runs. */
export function localTime(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
