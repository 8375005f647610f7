/** Where results go, piece after piece. */

export interface ResultSink {
  /** Writes pieces, each of whole records; once it resolves they may be overwritten. False where nobody reads any more. Throws `BrokenOutput`. */
  readonly write: (...pieces: readonly Uint8Array[]) => Promise<boolean>;
}

/** Thrown where a result cannot be written. */
export class BrokenOutput extends Error {
  override readonly name = 'BrokenOutput';
  /** The file; undefined for standard output. */
  readonly path: string | undefined;
  /** The system's code, such as ENOSPC. */
  readonly reason: string;
  /** Whether something of the pieces that could not be written stands there all the same: then a record may be cut. */
  readonly isCut: boolean;
  constructor(path: string | undefined, reason: string, isCut = false) {
    super(reason);
    this.isCut = isCut;
    this.path = path;
    this.reason = reason;
  }
}
