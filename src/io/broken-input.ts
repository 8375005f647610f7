/** Why an input could not be read to its end. No fault holds anything of what was read. */

/** Offsets are bytes of the file or pipe as it stands, before anything was unpacked, from 0. */
export type InputFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'unreadable'; readonly cause: string } // the system's code, such as EACCES
  | { readonly kind: 'cut-short'; readonly cause: string; readonly offset: number } // an error half-way, such as EIO
  | { readonly kind: 'changed' } // the file is not as long, or not as old, as it was when it was opened
  | { readonly kind: 'gzip'; readonly what: 'truncated'; readonly offset: number }
  | { readonly kind: 'gzip'; readonly what: 'damaged' | 'trailing' } // where, the unpacker does not tell
  /** Text that would not come back the same: the place counts bytes of the unpacked text. */
  | { readonly kind: 'not-in-encoding'; readonly encoding: string; readonly offset: number };

/** Thrown by whatever reads an input piece by piece. */
export class BrokenInput extends Error {
  override readonly name = 'BrokenInput';
  readonly fault: InputFault;
  constructor(fault: InputFault) {
    super(fault.kind);
    this.fault = fault;
  }
}
