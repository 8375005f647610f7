/** Why a file could not be read as text: what the outside reports, before anything looks at the content. */

export type FileFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'too-large'; readonly limit: number } // in bytes
  | { readonly kind: 'not-utf8'; readonly offset: number } // of the first byte that cannot be UTF-8, from 0
  | { readonly kind: 'unreadable'; readonly cause: string }; // the system's code, such as EACCES

/** A file's text with the SHA-256 of its bytes in hexadecimal, or why there is none. */
export type FileText =
  | { readonly ok: true; readonly text: string; readonly sha256: string }
  | { readonly ok: false; readonly fault: FileFault };
