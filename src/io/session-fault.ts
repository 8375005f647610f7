/** Why a saved call cannot be opened, written or erased. */
export type SessionFault =
  | { readonly kind: 'wrong-id' } // no id that this program gives; it was not looked for
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-home' } // neither XDG_STATE_HOME nor the system says where calls belong
  /** Another process has it open. `lock` is the file to delete should that machine be gone for good. */
  | { readonly kind: 'in-use'; readonly pid: number; readonly host: string; readonly lock: string }
  | { readonly kind: 'not-a-file' } // a symbolic link, a folder, a device, a pipe
  | { readonly kind: 'foreign-folder' } // the folder belongs to somebody else, who could read or replace what lies there
  | { readonly kind: 'too-large'; readonly limit: number } // in bytes
  | { readonly kind: 'not-utf8'; readonly line: number } // the first line, from 1, that is not UTF-8
  /** Open as it was, its file was deleted and could not be made anew, or another one stands in its place. */
  | { readonly kind: 'lost'; readonly why: 'deleted' | 'replaced' }
  | { readonly kind: 'failed'; readonly cause: string }; // the system's code, such as ENOSPC

/** What comes instead of a call. */
export interface Faulty {
  readonly ok: false;
  readonly fault: SessionFault;
}
