/** Where results go, piece after piece. */

export interface ResultSink {
  /** Writes bytes; once it resolves they may be overwritten. False where nobody reads any more. Throws `BrokenOutput`. */
  readonly write: (bytes: Uint8Array) => Promise<boolean>;
}

/** Thrown where a result cannot be written. */
export class BrokenOutput extends Error {
  override readonly name = 'BrokenOutput';
  /** The file; undefined for standard output. */
  readonly path: string | undefined;
  /** The system's code, such as ENOSPC. */
  readonly reason: string;
  constructor(path: string | undefined, reason: string) {
    super(reason);
    this.path = path;
    this.reason = reason;
  }
}
