/** How far a run has come, in one line. */

import { grouped } from '../render/grouped.ts';

export interface RunProgress {
  /** Bytes of the inputs that are done, and all of them where that is known. A packed input is read far ahead of its rows. */
  readonly taken: number;
  readonly size: number | undefined;
  readonly rows: number;
  /** Milliseconds since the start. */
  readonly elapsed: number;
}

const MEGABYTE = 1e6;

/** Before so much of the input and so many seconds are over, a rate is that of the start, and what it says of the end is wrong. */
const TOLD_FROM = { share: 0.01, seconds: 5 };

/** Says bytes and rows done, the rate, and the time left where the size is known and the run is under way; never that nothing is left, since it goes on. */
export function progressLine({ taken, size, rows, elapsed }: RunProgress): string {
  const seconds = Math.max(elapsed / 1000, 0.001);
  const rate = `${grouped(Math.round(rows / seconds))} rows/s`;
  if (size === undefined || size === 0) return `${megabytes(taken)} read, ${grouped(rows)} rows, ${rate}`;
  const share = taken / size;
  const isTold = share >= TOLD_FROM.share && share < 1 && seconds >= TOLD_FROM.seconds;
  const left = isTold ? `, ${timeText((seconds / share) * (1 - share))} left` : '';
  return `${Math.min(99, Math.floor(share * 100))}% of ${megabytes(Math.max(size, MEGABYTE))}, ${grouped(rows)} rows, ${rate}${left}`;
}

function megabytes(bytes: number): string {
  return `${grouped(Math.round(bytes / MEGABYTE))} MB`;
}

function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
