/** Taking what is made at the same time in the order in which it was begun. */

export interface InOrder<Piece> {
  /** Waits until one more piece may be begun; false once nothing more is wanted. */
  readonly ready: () => Promise<boolean>;
  /** Adds a piece that is being made. */
  readonly add: (piece: Promise<Piece>) => void;
  /** Resolves once nothing more is wanted, however much is still to be taken. */
  readonly over: Promise<'over'>;
  /** Waits until everything that was added has been taken; throws what went wrong on the way. */
  readonly finish: () => Promise<void>;
}

/** At most `capacity` pieces are made or wait at once. `take` says whether more is wanted; what comes after a "no" is dropped. */
export function inOrder<Piece>(capacity: number, take: (piece: Piece) => Promise<boolean>): InOrder<Piece> {
  let last: Promise<void> = Promise.resolve();
  let pending = 0;
  let isOver = false;
  let failure: { readonly error: unknown } | undefined;
  let wake = (): void => {};
  let tellOver: (what: 'over') => void = () => {};
  const over = new Promise<'over'>((resolve) => {
    tellOver = resolve;
  });
  const end = (): void => {
    isOver = true;
    tellOver('over');
  };
  const takeNext = async (piece: Promise<Piece>): Promise<void> => {
    try {
      const made = await piece;
      if (!isOver && !(await take(made))) end();
    } catch (error) {
      failure ??= { error };
      end();
    } finally {
      pending -= 1;
      wake();
    }
  };
  return {
    ready: async () => {
      while (pending >= capacity && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return !isOver;
    },
    add: (piece) => {
      pending += 1;
      piece.catch(() => {}); // its turn comes; whoever takes it hears of it
      last = last.then(() => takeNext(piece));
    },
    over,
    finish: async () => {
      await last;
      if (failure !== undefined) throw failure.error;
    },
  };
}
