/**
 * In which state a ZIP code lies, by its first three digits (U.S. Postal Service, Domestic Mail Manual, labeling list L002).
 * A handful of codes serve places across a state line: what is read here is a reason to ask, never an answer.
 */

/** The first three digits from which on a state's codes begin; up to the next row. Without a state: military mail. */
const BEGINS: readonly (readonly [number, string | undefined])[] = [
  ...([
    [5, 'NY'],
    [6, 'PR'],
    [8, 'VI'],
    [9, 'PR'],
    [10, 'MA'],
    [28, 'RI'],
    [30, 'NH'],
    [39, 'ME'],
  ] as const),
  ...([
    [50, 'VT'],
    [55, 'MA'],
    [56, 'VT'],
    [60, 'CT'],
    [70, 'NJ'],
    [90, undefined],
    [100, 'NY'],
  ] as const),
  ...([
    [150, 'PA'],
    [197, 'DE'],
    [200, 'DC'],
    [201, 'VA'],
    [202, 'DC'],
    [206, 'MD'],
    [220, 'VA'],
  ] as const),
  ...([
    [247, 'WV'],
    [270, 'NC'],
    [290, 'SC'],
    [300, 'GA'],
    [320, 'FL'],
    [340, undefined],
    [341, 'FL'],
  ] as const),
  ...([
    [350, 'AL'],
    [370, 'TN'],
    [386, 'MS'],
    [398, 'GA'],
    [400, 'KY'],
    [430, 'OH'],
    [460, 'IN'],
  ] as const),
  ...([
    [480, 'MI'],
    [500, 'IA'],
    [530, 'WI'],
    [550, 'MN'],
    [569, 'DC'],
    [570, 'SD'],
    [580, 'ND'],
  ] as const),
  ...([
    [590, 'MT'],
    [600, 'IL'],
    [630, 'MO'],
    [660, 'KS'],
    [680, 'NE'],
    [700, 'LA'],
    [716, 'AR'],
  ] as const),
  ...([
    [730, 'OK'],
    [733, 'TX'],
    [734, 'OK'],
    [750, 'TX'],
    [800, 'CO'],
    [820, 'WY'],
    [832, 'ID'],
  ] as const),
  ...([
    [840, 'UT'],
    [850, 'AZ'],
    [870, 'NM'],
    [885, 'TX'],
    [889, 'NV'],
    [900, 'CA'],
    [962, undefined],
  ] as const),
  ...([
    [967, 'HI'],
    [969, 'GU'],
    [970, 'OR'],
    [980, 'WA'],
    [995, 'AK'],
  ] as const),
];

/** Territories that share their first three digits with another one. */
const LONGER: readonly (readonly [string, string])[] = [
  ['96799', 'AS'],
  ['9695', 'MP'],
];

/** The state or territory (two letters) of a ZIP code of five digits; undefined for military mail and for codes that nobody has. */
export function stateOfPostalCode(postalCode: string): string | undefined {
  const longer = LONGER.find(([start]) => postalCode.startsWith(start));
  if (longer !== undefined) return longer[1];
  const area = Number(postalCode.slice(0, 3));
  return BEGINS.findLast(([from]) => from <= area)?.[1];
}
