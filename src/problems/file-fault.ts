/** Why a file could not be read as text: what the outside reports, before anything looks at the content. */

export type FileFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'too-large'; readonly limit: number } // in bytes
  | { readonly kind: 'not-utf8'; readonly offset: number } // of the first byte that cannot be UTF-8, from 0
  | { readonly kind: 'unreadable'; readonly cause: string } // the system's code, such as EACCES
  | { readonly kind: 'unsafe'; readonly open: Openness }; // somebody else may change it

/** How somebody else than the person who runs the program may change a file, or what is read in its place. */
export interface Openness {
  readonly kind:
    | 'writable' // the file itself
    | 'folder-writable' // a folder on the way to it
    | 'foreign' // a file, folder or link that belongs to somebody else
    | 'link' // the file is a link, where none is expected
    | 'unknown'; // the system does not let us look
  /** What is open so: the file, or a folder or link on the way to it. */
  readonly at: string;
}

/** A file's text with the SHA-256 of its bytes in hexadecimal, or why there is none. */
export type FileText =
  | { readonly ok: true; readonly text: string; readonly sha256: string }
  | { readonly ok: false; readonly fault: FileFault };
