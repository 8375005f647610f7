/** Tells files that are no text by their first bytes: read as a table they would only be strange ones. */

interface ForeignForm {
  readonly begins: readonly number[];
  /** What is said of it, and what to do. */
  readonly complaint: string;
}

const FORMS: readonly ForeignForm[] = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04], // PK
    complaint: 'this is an Excel workbook (or a zip)\n  save it as CSV, UTF-8; unpack a zip first\n',
  },
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0], // a compound file, as Office wrote until 2003
    complaint: 'this is an old Excel workbook (or another old Office file)\n  save it as CSV, UTF-8\n',
  },
  {
    begins: [0x25, 0x50, 0x44, 0x46], // %PDF
    complaint: 'this is a PDF, which holds no rows\n  export the rows again as CSV, UTF-8, from where they came from\n',
  },
];

/** Why a file with these first bytes is no table, with what to do; undefined where it may be one. */
export function foreignForm(bytes: Uint8Array): string | undefined {
  return FORMS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))?.complaint;
}
