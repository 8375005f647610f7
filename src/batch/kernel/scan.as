// The loops over bytes of a scanner, in AssemblyScript: it looks like TypeScript, but its numbers are machine words and its
// addresses are unchecked. src/batch/plain-scanner.ts says the same slowly; src/batch/kernel-scanner.ts lays out the memory.
//
// Why: on 100 MB of 25 columns and 130 bytes a record, of which 20 columns are read, it took 0.25 s of CPU where plain code took
// 1.5 s, in one run on a busy machine of two cores (Node 20; 0.18 s when it was quiet); with every field quoted 0.31 s against
// 1.77 s. Counting line ends with memchr takes 0.02 s.
// What limits it: the fields, not the bytes. With no column read it took 0.11 s; the other 0.13 s are 15 million fields, about
// 8 ns each for a hash, a look at one entry of a table and a symbol.
// It is 2.5 kB compiled: what marks 16 bytes is written out four times, and `cut` has 0.6 kB.
// Texts of up to 32 bytes instead of 16, and one table instead of 1,024 places a slot: of 200,000 generated intakes (28 MB, 20
// columns read) 6,000 fields were without a symbol instead of 139,000, and what scans, decodes and remembers took 0.06 s of CPU
// instead of 0.09 s (the least of 25 passes). Where no text has more than 16 bytes, it took as long as before.

// The first words of the memory, in the order of WORD_NAMES. A scan writes the first four.
const FOUND_UNLEARNED = 0, FOUND_NEXT = 1, FOUND_LINES = 2, FOUND_BLANK = 3;
const DELIMITER = 4, QUOTE = 5, ENDING = 6, OTHER_ENDING = 7, IS_PAIR = 8, IS_MIXED = 9, COLUMNS = 10, SLOT_COUNT = 11;
const SLOTS = 12, STARTS = 13, ENDS = 14, FIELDS = 15, LINES = 16, SYMBOLS = 17, UNLEARNED = 18, TAKEN = 19, TABLE = 20;
const RECORDS = 21, UNLEARNED_FIELDS = 22, PLACES = 23, FULL = 24, FULL_SLOT = 25;
// Learning writes this one.
const TAKEN_IN_ALL = 26;

// Behind the words: as many bytes of ones as the longest text has, and as many of zeros.
const MASK: usize = 128;
const CR: u32 = 0x0d;
const LF: u32 = 0x0a;
const LONGEST_TEXT: i32 = 32;
const NO_SYMBOL: u32 = 0xffff;

// @ts-ignore: decorators are AssemblyScript's
@inline
function word(place: i32): i32 {
  return load<i32>(<usize>place << 2);
}

// @ts-ignore
@inline
function tell(place: i32, value: i32): void {
  store<i32>(<usize>place << 2, value);
}

// The mask has a bit for each of 64 bytes: set where it may mean something. Reads beyond a block, into its padding.
// @ts-ignore
@inline
function marked(at: usize, delimiter: v128, quote: v128, ending: v128, other: v128): u64 {
  return sixteen(v128.load(at), delimiter, quote, ending, other) |
    (sixteen(v128.load(at, 16), delimiter, quote, ending, other) << 16) |
    (sixteen(v128.load(at, 32), delimiter, quote, ending, other) << 32) |
    (sixteen(v128.load(at, 48), delimiter, quote, ending, other) << 48);
}

// @ts-ignore
@inline
function sixteen(bytes: v128, delimiter: v128, quote: v128, ending: v128, other: v128): u64 {
  return <u64><u32>i8x16.bitmask(
    v128.or(
      v128.or(i8x16.eq(bytes, delimiter), i8x16.eq(bytes, quote)),
      v128.or(i8x16.eq(bytes, ending), i8x16.eq(bytes, other)),
    ),
  );
}

// The place in the table where a text of a slot stands, or would stand. It has 64 bytes, a cache line: the text with zeros behind
// it (32 bytes), what says its slot and its length (a zero: nothing stands here), and its symbol. Some place is always free.
// Both words of 16 bytes are compared always: with a branch and a call for long texts, short ones took about a tenth longer.
// @ts-ignore
@inline
function placeOf(table: usize, places: i32, slot: i32, text: usize, length: i32): usize {
  const mark = markOf(slot, length);
  const mask = MASK + <usize>(LONGEST_TEXT - length);
  const bytes = v128.and(v128.load(text), v128.load(mask));
  const rest = v128.and(v128.load(text, 16), v128.load(mask, 16));
  const both = v128.xor(bytes, i32x4.mul(rest, i32x4.splat(0x9e3779b1)));
  let place = placeFor(keyOf(both, mark), places);
  let at = table + (<usize>place << 6);
  let stands = load<i32>(at, 32);
  while (
    stands != 0 &&
    (stands != mark ||
      v128.any_true(v128.or(v128.xor(v128.load(at), bytes), v128.xor(v128.load(at, 16), rest))))
  ) {
    place = (place + 1) & (places - 1);
    at = table + (<usize>place << 6);
    stands = load<i32>(at, 32);
  }
  return at;
}

// A slot and a length in one number, never zero.
// @ts-ignore
@inline
function markOf(slot: i32, length: i32): i32 {
  return (slot << 6) | (length + 1);
}

// @ts-ignore
@inline
function keyOf(bytes: v128, mark: i32): u64 {
  return v128.extract_lane<u64>(bytes, 0) ^ (v128.extract_lane<u64>(bytes, 1) * 0xc2b2ae3d27d4eb4f) ^
    (<u64>mark * 0x165667b19e3779f9);
}

// @ts-ignore
@inline
function placeFor(key: u64, places: i32): i32 {
  return <i32>((key * 0x9e3779b97f4a7c15) >> 48) & (places - 1);
}

export function scan(from: usize, end: usize): i32 {
  const delimiter = <u32>word(DELIMITER), quote = <u32>word(QUOTE);
  const delimiters = i8x16.splat(<i8>delimiter), quotes = i8x16.splat(<i8>quote);
  const endings = i8x16.splat(<i8>word(ENDING)), others = i8x16.splat(<i8>word(OTHER_ENDING));
  const isPair = word(IS_PAIR), isMixed = word(IS_MIXED);
  const columns = word(COLUMNS), slotCount = word(SLOT_COUNT), slots = <usize>word(SLOTS);
  const places = word(PLACES), table = <usize>word(TABLE);
  const maxRecords = word(RECORDS), maxUnlearned = word(UNLEARNED_FIELDS) - slotCount;
  const starts = <usize>word(STARTS), ends = <usize>word(ENDS), fields = <usize>word(FIELDS), lineOf = <usize>word(LINES);
  let symbols = <usize>word(SYMBOLS), unlearned = <usize>word(UNLEARNED);
  let records = 0, unknown = 0, lines = 0, blank = 0;
  // The record at hand, and how many fields without a symbol and lines there were before it.
  let start = from, column = 0, unknownBefore = 0, linesBefore = 0, isBad = false;
  // The field at hand: where it starts; the byte behind its closing quote, or zero; whether a quote in it is doubled.
  let field = from, closed: usize = 0, isDoubled = false, isOpen = false;
  // Marks before this byte have been dealt with.
  let skip = from;
  for (let chunk = from; chunk <= end; chunk += 64) {
    let marks = marked(chunk, delimiters, quotes, endings, others);
    // The end of the block counts as a mark: there a record ends too.
    if (end - chunk < 64) marks = (marks & ((<u64>1 << <u64>(end - chunk)) - 1)) | (<u64>1 << <u64>(end - chunk));
    for (; marks != 0; marks &= marks - 1) {
      const at = chunk + <usize>ctz(marks);
      if (at < skip) continue;
      const byte = load<u8>(at);
      let fieldEnd = at, next = at + 1;
      const isDelimiter = <u32>byte == delimiter && at != end && !isOpen;
      if (!isDelimiter) {
        if (at == end) {
          if (start == end) break;
          if (isOpen) isBad = true;
          next = end;
        } else if (isOpen) {
          if (<u32>byte == quote) {
            if (next < end && <u32>load<u8>(next) == quote) {
              isDoubled = true;
              skip = at + 2;
            } else {
              isOpen = false;
              closed = next;
            }
          } else if (<u32>byte != delimiter && (!isPair || <u32>load<u8>(at - 1) == CR)) {
            lines++;
            if (isMixed && <u32>byte == CR && next < end && <u32>load<u8>(next) == LF) skip = at + 2;
          }
          continue;
        } else if (<u32>byte == quote) {
          if (at == field) isOpen = true;
          continue;
        } else if (at != field && <u32>load<u8>(at - 1) == CR) {
          fieldEnd = at - 1; // an LF: where a CR ends lines, no field holds one
        } else if (isPair) {
          continue;
        } else if (isMixed && <u32>byte == CR && next < end && <u32>load<u8>(next) == LF) {
          next++;
          skip = next;
        }
        if (fieldEnd == start) {
          blank++;
          lines++;
          linesBefore = lines;
          start = next;
          field = next;
          continue;
        }
      }
      if (closed != 0 && closed != fieldEnd) isBad = true;
      if (column < columns) {
        const slot = load<i32>(slots + (<usize>column << 2));
        if (slot >= 0) {
          const text = closed != 0 ? field + 1 : field;
          const length = <i32>((closed != 0 ? closed - 1 : fieldEnd) - text);
          let symbol = NO_SYMBOL;
          if (length <= LONGEST_TEXT && !isDoubled) {
            const place = placeOf(table, places, slot, text, length);
            if (load<i32>(place, 32) != 0) symbol = load<u32>(place, 36);
          }
          store<u16>(symbols + (<usize>slot << 1), symbol);
          if (symbol == NO_SYMBOL) {
            const entry = unlearned + (<usize>unknown << 4);
            store<i32>(entry, records);
            store<i32>(entry, slot, 4);
            store<i32>(entry, <i32>field, 8);
            store<i32>(entry, <i32>fieldEnd, 12);
            unknown++;
          }
        }
      }
      column++;
      field = next;
      closed = 0;
      isDoubled = false;
      if (isDelimiter) continue;
      // Nothing is asked of a record that will be rejected as it stands.
      if (isBad || column != columns) unknown = unknownBefore;
      const offset = <usize>records << 2;
      store<i32>(starts + offset, <i32>start);
      store<i32>(ends + offset, <i32>fieldEnd);
      store<i32>(fields + offset, isBad ? -column : column);
      store<i32>(lineOf + offset, linesBefore);
      records++;
      symbols += <usize>slotCount << 1;
      if (at != end) lines++;
      start = next;
      column = 0;
      isBad = false;
      unknownBefore = unknown;
      linesBefore = lines;
      if (records == maxRecords || unknown > maxUnlearned) {
        chunk = end;
        break;
      }
    }
  }
  tell(FOUND_UNLEARNED, unknown);
  tell(FOUND_NEXT, <i32>start);
  tell(FOUND_LINES, lines);
  tell(FOUND_BLANK, blank);
  return records;
}

export function learn(slot: i32, start: usize, end: usize, symbol: i32): i32 {
  const quote = <u32>word(QUOTE);
  let text = start, behind = end;
  if (quote != <u32>word(DELIMITER) && start < end && <u32>load<u8>(start) == quote) {
    text++;
    behind--;
  }
  const length = <i32>(behind - text);
  if (length > LONGEST_TEXT) return 0;
  if (text != start) {
    for (let at = text; at < behind; at++) if (<u32>load<u8>(at) == quote) return 0;
  }
  const place = placeOf(<usize>word(TABLE), word(PLACES), slot, text, length);
  if (load<i32>(place, 32) == 0) {
    const taken = <usize>word(TAKEN) + (<usize>slot << 2);
    const takenInAll = word(TAKEN_IN_ALL), ofSlot = load<i32>(taken);
    if (takenInAll == word(FULL) || ofSlot == word(FULL_SLOT)) return 0;
    tell(TAKEN_IN_ALL, takenInAll + 1);
    store<i32>(taken, ofSlot + 1);
    memory.copy(place, text, <usize>length);
    store<i32>(place, markOf(slot, length), 32);
  }
  store<i32>(place, symbol, 36);
  return 1;
}

// Where a block can end: from the start of a record, the byte behind the last record that ends at `to` or before (`from` if none
// does). Where a quote is met that this way of counting does not understand, the same up to that quote, with all bits turned.
//
// A byte is inside quotes if the number of quotes up to it is odd; each quote that makes it odd must be the first byte of a field
// or follow a quote directly. Then both ways of counting agree, quote by quote: outside, such a quote opens a field by the
// definition (records.ts) too; behind a quote that seemed to close a field it is the second of a doubled one, and the field goes
// on. Text behind a closing quote changes nothing, as long as no quote is in it. A line end outside is that of a record.
//
// Why: a look at each byte in plain code took 70 ms of CPU for 28 MB of generated intakes with some quoted notes (1.0 MiB blocks),
// this 5 ms; with every field quoted 80 ms and 8 ms for 38 MB (the least of 13 passes in one run, on a busy machine).
export function cut(from: usize, to: usize): i32 {
  const delimiters = i8x16.splat(<i8>word(DELIMITER)), quotes = i8x16.splat(<i8>word(QUOTE));
  const endings = i8x16.splat(<i8>word(ENDING)), returns = i8x16.splat(<i8>CR);
  const delimiter = <u32>word(DELIMITER), quote = <u32>word(QUOTE), isPair = word(IS_PAIR);
  // All ones where the byte before the 64 at hand is inside quotes; a one where it is a CR of this record or those before.
  let inside: u64 = 0, carriageReturn: u64 = 0;
  let last = from;
  for (let chunk = from; chunk < to; chunk += 64) {
    const a = v128.load(chunk), b = v128.load(chunk, 16), c = v128.load(chunk, 32), d = v128.load(chunk, 48);
    const kept: u64 = to - chunk < 64 ? (<u64>1 << <u64>(to - chunk)) - 1 : -1;
    const marks = bitsOf(a, b, c, d, quotes) & kept;
    let ends = bitsOf(a, b, c, d, endings) & kept;
    if (isPair) {
      const before = bitsOf(a, b, c, d, returns);
      ends &= (before << 1) | carriageReturn;
      carriageReturn = before >> 63;
    }
    if (marks == 0) ends &= ~inside;
    else {
      let odd = marks ^ (marks << 1);
      odd ^= odd << 2;
      odd ^= odd << 4;
      odd ^= odd << 8;
      odd ^= odd << 16;
      odd ^= odd << 32;
      odd ^= inside;
      let first = (bitsOf(a, b, c, d, delimiters) | marks | ends) << 1;
      const byte = <u32>load<u8>(chunk - 1);
      if (chunk == last || byte == delimiter || byte == quote) first |= 1;
      const wrong = marks & odd & ~first;
      ends &= ~odd;
      if (wrong != 0) {
        ends &= (wrong & (0 - wrong)) - 1;
        if (ends != 0) last = chunk + 64 - <usize>clz(ends);
        return ~(<i32>last);
      }
      inside = <u64>(<i64>odd >> 63);
    }
    if (ends != 0) last = chunk + 64 - <usize>clz(ends);
  }
  return <i32>last;
}

// A bit for each of 64 bytes that are the one asked for.
// @ts-ignore
@inline
function bitsOf(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return <u64><u32>i8x16.bitmask(i8x16.eq(a, byte)) |
    (<u64><u32>i8x16.bitmask(i8x16.eq(b, byte)) << 16) |
    (<u64><u32>i8x16.bitmask(i8x16.eq(c, byte)) << 32) |
    (<u64><u32>i8x16.bitmask(i8x16.eq(d, byte)) << 48);
}
