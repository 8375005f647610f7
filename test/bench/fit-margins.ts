/** Two columns that exclude some pairs of each other, each as frequent as it was counted. */

/** How often two codes occur together. */
export interface Joint {
  readonly row: string;
  readonly column: string;
  readonly weight: number;
}

const ROUNDS = 50;

/** Weights of all allowed pairs whose sums come as near to both counts as they can (iterative proportional fitting). */
export function fitMargins(
  rows: Readonly<Record<string, number>>,
  columns: Readonly<Record<string, number>>,
  isAllowed: (row: string, column: string) => boolean,
): readonly Joint[] {
  const joints = Object.entries(rows).flatMap(([row, ofRow]) =>
    Object.entries(columns).flatMap(([column, ofColumn]) =>
      ofRow > 0 && ofColumn > 0 && isAllowed(row, column) ? [{ row, column, weight: ofRow * ofColumn }] : [],
    ),
  );
  const sides = [grouped(joints, 'row', rows), grouped(joints, 'column', columns)];
  for (let round = 0; round < ROUNDS; round++) for (const side of sides) for (const group of side) scale(group);
  return joints;
}

/** The pairs that share a code, and how often that code was counted. */
interface Group {
  readonly joints: { weight: number }[];
  readonly wanted: number;
}

function grouped<S extends 'row' | 'column'>(
  joints: readonly (Record<S, string> & { weight: number })[],
  side: S,
  wanted: Readonly<Record<string, number>>,
): readonly Group[] {
  const groups = new Map<string, { weight: number }[]>();
  for (const joint of joints) {
    const group = groups.get(joint[side]) ?? [];
    group.push(joint);
    groups.set(joint[side], group);
  }
  return [...groups].map(([code, own]) => ({ joints: own, wanted: wanted[code] ?? 0 }));
}

function scale({ joints, wanted }: Group): void {
  const sum = joints.reduce((all, { weight }) => all + weight, 0);
  if (sum > 0) for (const joint of joints) joint.weight *= wanted / sum;
}
