/** In bytes. A call of an hour has some 30 KiB: no call meets this bound, and what does is no journal. */
export const LARGEST_JOURNAL = 2 * 1024 * 1024;
