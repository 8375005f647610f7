/** The part of papaparse that is measured; the package brings no types. */
declare module 'papaparse' {
  interface ParseResult {
    readonly data: readonly (readonly string[])[];
  }
  interface ParseOptions {
    readonly chunk: (result: ParseResult) => void;
    readonly complete: () => void;
    readonly error: (error: Error) => void;
    readonly skipEmptyLines?: boolean;
  }
  const papaparse: { parse: (input: NodeJS.ReadableStream, options: ParseOptions) => void };
  export default papaparse;
}
